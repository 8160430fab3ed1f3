import type { BlockInput } from '../blocks.js';
import { cellText } from '../flow/recast.js';
import { elementsOf, type XmlNode } from '../ooxml/xml-tree.js';
import type { BlocksOf, OdfContext, Surroundings } from './odf-context.js';
import { addComment, inlineText } from './odf-inline.js';
import { wholeNumber } from './odf-list-levels.js';
import type { OpenList } from './odf-lists.js';
import { isShape, shapeBlocks } from './odf-shapes.js';
import { tableBlocks } from './odf-table.js';

/** What describes the document, or is shown elsewhere: declarations, sources of indexes, forms, animations. */
const SILENT =
  /^(?:.*-decls|.*-source|forms|scripts|image-map|event-listeners|calculation-settings|content-validations|named-expressions|database-ranges|label-ranges|data-pilot-tables|consolidation|dde-links|page-thumbnail|glue-point|param|animations|soft-page-break|desc|settings|meta|font-face-decls|automatic-styles|styles|master-styles)$/;

/** OpenOffice 1 has two kinds. */
const LISTS: ReadonlySet<string> = new Set(['list', 'ordered-list', 'unordered-list']);

/** The blocks of elements that stand one after the other. */
export const blocksOf: BlocksOf = (nodes, context, around) =>
  nodes.flatMap((node) => blocksOfElement(node, context, around));

function blocksOfElement(node: XmlNode, context: OdfContext, around: Surroundings): BlockInput[] {
  if (isShape(node)) return shapeBlocks(node, context);
  if (SILENT.test(node.name)) return [];
  if (LISTS.has(node.name)) return listBlocks(node, context, around);
  switch (node.name) {
    case 'p':
    case 'h':
      return paragraphBlocks(node, context, '', around);
    case 'numbered-paragraph':
      return numberedParagraph(node, context, around);
    case 'table':
      return tableBlocks(node, context);
    case 'tracked-changes':
      return deletedText(node, context);
    case 'annotation':
      addComment(node, context);
      return [];
    case 'section':
      return sectionBlocks(node, context, around);
    default:
      return blocksOf(elementsOf(node), context, around);
  }
}

/** A paragraph or heading, and what stands beside it. `label` is the number or bullet of the item that it begins. */
function paragraphBlocks(node: XmlNode, context: OdfContext, label: string, around: Surroundings): BlockInput[] {
  const beside: BlockInput[] = [];
  const text = inlineText(node, context, beside).replace(/^ +/, '');
  const style = node.attributes['text:style-name'];
  if (context.styles.isHidden('paragraph', style) || hidesItself(node)) {
    context.hide(text);
    return beside;
  }
  return [textBlock(node, context, { text, label, around }), ...beside];
}

/** `text:hidden-paragraph` (7.7.4) hides the paragraph that it stands in. */
const hidesItself = (node: XmlNode): boolean =>
  elementsOf(node).some(
    ({ name, attributes }) => name === 'hidden-paragraph' && attributes['text:is-hidden'] === 'true',
  );

const MAX_HEADING = 6;

function textBlock(
  node: XmlNode,
  context: OdfContext,
  { text, label, around }: { readonly text: string; readonly label: string; readonly around: Surroundings },
): BlockInput {
  if (text.trim() === '') return { kind: 'paragraph', text: '' };
  const level = headingLevel(node, context);
  if (level !== null) {
    const number = label !== '' || around.list !== null ? label : headingNumber(node, context, level);
    return { kind: 'heading', level: Math.min(MAX_HEADING, level), text: labelled(number, text) };
  }
  return label === '' || around.list === null
    ? { kind: 'paragraph', text: labelled(label, text) }
    : { kind: 'list-item', level: around.list.depth, text: labelled(label, text) };
}

const labelled = (label: string, text: string): string => (label === '' ? text : `${label} ${text}`);

/** From 1; null of paragraphs. A paragraph in the style of titles is a heading to everyone who sees it. */
function headingLevel({ name, attributes }: XmlNode, { styles }: OdfContext): number | null {
  // OpenOffice 1 calls it `text:level`.
  if (name === 'h') return Math.max(1, wholeNumber(attributes['text:outline-level'] ?? attributes['text:level']) ?? 1);
  return styles.isNamed('paragraph', attributes['text:style-name'], 'Title') ? 1 : null;
}

/** The number that the writer has put into the file (6.1.10), else the one that follows from the outline. */
function headingNumber(node: XmlNode, { lists, styles }: OdfContext, level: number): string {
  const { attributes } = node;
  if (node.name !== 'h' || attributes['text:is-list-header'] === 'true') return '';
  // A heading whose style names no list style is not numbered (16.2, style:list-style-name).
  if (styles.attribute('paragraph', attributes['text:style-name'], 'style:list-style-name') === '') return '';
  return lists.heading(level, wholeNumber(attributes['text:start-value']));
}

function listBlocks(node: XmlNode, context: OdfContext, around: Surroundings): BlockInput[] {
  const list = context.lists.open(node, around.list, around.listLevels);
  return elementsOf(node).flatMap((item) =>
    item.name === 'list-header'
      ? blocksOf(elementsOf(item), context, { ...around, list })
      : itemBlocks(item, list, context, around),
  );
}

/** The first paragraph of an item has its label; an item that begins with a list inside has none of its own. */
function itemBlocks(item: XmlNode, list: OpenList, context: OdfContext, around: Surroundings): BlockInput[] {
  const inner = { ...around, list };
  const parts = elementsOf(item).filter(({ name }) => name !== 'number');
  const [first] = parts;
  const begins = first?.name === 'p' || first?.name === 'h';
  if (first === undefined || !begins || !isNumbered(first, context)) return blocksOf(parts, context, inner);
  const label = context.lists.next(list, item);
  return [...paragraphBlocks(first, context, label, inner), ...blocksOf(parts.slice(1), context, inner)];
}

/** Outlines of slides switch the bullets of single paragraphs off (20.340, text:enable-numbering). */
const isNumbered = ({ attributes }: XmlNode, { styles }: OdfContext): boolean =>
  styles.property('paragraph', attributes['text:style-name'], 'text:enable-numbering') !== 'false';

/** A paragraph that is a list item without a list around it (5.3.6). */
function numberedParagraph(node: XmlNode, context: OdfContext, around: Surroundings): BlockInput[] {
  const depth = Math.max(1, wholeNumber(node.attributes['text:level']) ?? 1);
  const id = node.attributes['text:list-id'];
  const opened = context.lists.open(
    { ...node, attributes: { ...node.attributes, 'text:continue-list': id ?? '', 'xml:id': id ?? '' } },
    null,
    around.listLevels,
  );
  return itemBlocks(node, { ...opened, depth }, context, around);
}

/** Sections may be hidden for good (5.4, text:display) or by a condition that is met (text:is-hidden). */
function sectionBlocks(node: XmlNode, context: OdfContext, around: Surroundings): BlockInput[] {
  const { attributes } = node;
  const display = attributes['text:display'];
  const isHidden = display === 'none' || (display === 'condition' && attributes['text:is-hidden'] === 'true');
  const blocks = blocksOf(elementsOf(node), context, around);
  if (!isHidden) return blocks;
  context.hide(cellText(blocks));
  return [];
}

/** Text that was deleted while changes were tracked (5.5) is kept in the file, but is not shown. */
function deletedText(node: XmlNode, context: OdfContext): BlockInput[] {
  const deletions = elementsOf(node)
    .flatMap(elementsOf)
    .filter(({ name }) => name === 'deletion');
  for (const deletion of deletions)
    context.hide(cellText(context.blocks(elementsOf(deletion).filter(({ name }) => name !== 'change-info'))));
  return [];
}
