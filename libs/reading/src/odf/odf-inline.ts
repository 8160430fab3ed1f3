import type { BlockInput } from '../blocks.js';
import { cellText, commentOf } from '../flow/recast.js';
import { childOf, elementsOf, textOf, type XmlNode } from '../ooxml/xml-tree.js';
import type { OdfContext } from './odf-context.js';
import { formulaIn } from './odf-objects.js';
import { isShape, shapeBlocks } from './odf-shapes.js';

/** Spaces that `text:s` may stand for; more are no text. */
const MAX_SPACES = 200;

/** Elements without text of the page: their contents are instructions, or are shown elsewhere. */
const SILENT = new Set([
  'script',
  'number',
  'image-map',
  'event-listeners',
  'annotation-end',
  'ruby-text',
  'executable-macro',
]);

/** The text of a paragraph; what stands beside it (text boxes, tables in frames) is added to `beside`. */
export function inlineText(node: XmlNode, context: OdfContext, beside: BlockInput[]): string {
  let text = '';
  for (const child of node.children) {
    // White space is one space (OpenDocument 1.3, part 3, 6.1.2).
    if (typeof child === 'string') text += child.replace(/[ \t\r\n]+/g, ' ');
    else text += elementText(child, context, beside);
  }
  return text;
}

function elementText(node: XmlNode, context: OdfContext, beside: BlockInput[]): string {
  if (isShape(node)) {
    const formula = formulaIn(node, context);
    if (formula !== null) return ` ${formula} `;
    beside.push(...shapeBlocks(node, context));
    return '';
  }
  if (isHidden(node, context)) {
    context.hide(inlineText(node, context, beside));
    return '';
  }
  const write = WRITERS[node.name];
  if (write !== undefined) return write(node, context, beside);
  return SILENT.has(node.name) ? '' : inlineText(node, context, beside);
}

/** Hidden by its style, or by a condition that the writer has worked out (7.7.2, 7.7.3); variables may be set unseen (7.4.4). */
function isHidden({ name, attributes }: XmlNode, { styles }: OdfContext): boolean {
  if (name === 'span') return styles.isHidden('text', attributes['text:style-name']);
  if (name === 'hidden-text') return attributes['text:is-hidden'] === 'true';
  return attributes['text:display'] === 'none';
}

type Writer = (node: XmlNode, context: OdfContext, beside: BlockInput[]) => string;

const WRITERS: Readonly<Record<string, Writer | undefined>> = Object.assign(
  Object.create(null) as Record<string, Writer>,
  {
    s: ({ attributes }) => ' '.repeat(Math.min(MAX_SPACES, Math.max(1, Number(attributes['text:c'] ?? 1) || 1))),
    tab: () => '\t',
    // StarOffice and OpenOffice 1.
    'tab-stop': () => '\t',
    'line-break': () => '\n',
    note: noteMark,
    footnote: noteMark,
    endnote: noteMark,
    annotation: (node, context) => {
      addComment(node, context);
      return '';
    },
    // The reading of a word stands behind it.
    ruby: (node, context, beside) => {
      const base = childOf(node, 'ruby-base');
      const reading = textOf(childOf(node, 'ruby-text')).trim();
      return (base === undefined ? '' : inlineText(base, context, beside)) + (reading === '' ? '' : `(${reading})`);
    },
  } satisfies Record<string, Writer>,
);

/** A footnote or endnote (6.3): its mark stays in the text, its body comes behind it. */
function noteMark(node: XmlNode, context: OdfContext): string {
  const parts = elementsOf(node);
  const citation = parts.find(({ name }) => name.endsWith('-citation'));
  const body = parts.find(({ name }) => name.endsWith('-body'));
  const label = citation?.attributes['text:label'] ?? textOf(citation);
  const mark = label.trim() === '' ? '' : `[${label.trim()}]`;
  // The note's own notes come after it.
  const place = context.notes.push({ kind: 'note', text: '' }) - 1;
  const text = body === undefined ? '' : cellText(context.blocks(elementsOf(body)));
  context.notes[place] = { kind: 'note', text: text.trim() === '' ? '' : `${mark} ${text}` };
  return mark;
}

/** A comment (14.1), said with who wrote it. */
export function addComment(node: XmlNode, context: OdfContext): void {
  const parts = elementsOf(node);
  const author = textOf(parts.find(({ name }) => name === 'creator'));
  const body = parts.filter(({ name }) => name === 'p' || name === 'list');
  context.notes.push(...commentOf(context.blocks(body), author));
}
