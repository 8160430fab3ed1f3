import type { BlockInput } from '../blocks.js';
import { recast, withoutRepeats } from '../flow/recast.js';
import { elementsOf, type XmlNode } from '../ooxml/xml-tree.js';
import type { OdfContext } from './odf-context.js';
import type { OdfStyles } from './odf-styles.js';

/** A text document: headers, body, notes, footers. */
export function textBlocks(content: XmlNode, context: OdfContext): BlockInput[] {
  const masters = usedMasters(content, context.styles);
  const headers = masters.flatMap((master) => marginBlocks(master, 'header', context));
  const body = context.blocks(elementsOf(content));
  const notes = context.takeNotes();
  const footers = masters.flatMap((master) => marginBlocks(master, 'footer', context));
  return [...withoutRepeats(headers), ...body, ...notes, ...withoutRepeats(footers)];
}

/** The header or footer of a master page, and those of its left and first pages where they differ (OpenDocument 1.3, part 3, 16.10). */
function marginBlocks(master: XmlNode, kind: 'header' | 'footer', context: OdfContext): BlockInput[] {
  return elementsOf(master)
    .filter(({ name, attributes }) => name.startsWith(kind) && attributes['style:display'] !== 'false')
    .flatMap((margin) => recast(context.blocks(elementsOf(margin)), kind));
}

/** How deep in the text paragraphs are looked at: a paragraph that begins another kind of page is rarely in a table. */
const MAX_DEPTH = 3;

/** Master pages that the text uses: those that styles of its paragraphs and tables name, and those that follow them. */
function usedMasters(content: XmlNode, styles: OdfStyles): XmlNode[] {
  const used = new Set<string>();
  const look = (node: XmlNode, depth: number): void => {
    const name = masterOf(node, styles);
    if (name !== undefined && name !== '') used.add(name);
    if (depth < MAX_DEPTH) for (const child of elementsOf(node)) look(child, depth + 1);
  };
  look(content, 0);
  const [first] = styles.masterPages.keys();
  if (!beginsWithMaster(content, styles)) used.add(styles.masterPages.has('Standard') ? 'Standard' : (first ?? ''));
  for (const name of used) {
    const next = styles.masterPages.get(name)?.attributes['style:next-style-name'];
    if (next !== undefined) used.add(next);
  }
  return [...styles.masterPages].filter(([name]) => used.has(name)).map(([, node]) => node);
}

function masterOf({ name, attributes }: XmlNode, styles: OdfStyles): string | undefined {
  if (name === 'p' || name === 'h')
    return styles.attribute('paragraph', attributes['text:style-name'], 'style:master-page-name');
  return name === 'table'
    ? styles.attribute('table', attributes['table:style-name'], 'style:master-page-name')
    : undefined;
}

function beginsWithMaster(content: XmlNode, styles: OdfStyles): boolean {
  const first = elementsOf(content).find(({ name }) => name === 'p' || name === 'h' || name === 'table');
  return first !== undefined && (masterOf(first, styles) ?? '') !== '';
}
