import type { BlockInput, CellInput } from '../blocks.js';
import { labelOf } from './labels.js';
import { elementsOf, hasOwnText, isElement, textOf as plainTextOf, type XmlNode } from './xml-tree.js';

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements of the known vocabularies of texts (DocBook, JATS, TEI, DITA, FictionBook, WordprocessingML) by what they are. */
const TITLES = names('title article-title head heading subtitle bridgehead chapter-title book-title');
const ITEMS = names('listitem list-item item li');
const CODE = names('programlisting screen literallayout code preformat codeblock pre synopsis');
const ROWS = names('row tr table-row');
const CELLS = names('entry td th cell tc table-cell');
const NOTES = names('footnote fn note endnote comment');
const PARAGRAPHS = names('p para simpara formalpara ab l line v h lg abstract caption');
/** Elements whose text runs with that around them, even where they stand alone in their element. */
const INLINE = names('r t run span tspan text s b i emphasis italic bold sub sup hi link xref ext-link a em strong');

const textOf = (node: XmlNode): string => plainTextOf(node, ({ name }) => INLINE.has(name));

/** What no page shows. */
const DROPPED = names('style script metadata');

/** True of a document of unknown vocabulary most of whose text runs through paragraphs or has elements inside. */
export function looksLikeProse(root: XmlNode): boolean {
  let running = 0;
  const count = (node: XmlNode): void => {
    if (PARAGRAPHS.has(node.name) || (hasOwnText(node) && elementsOf(node).length > 0)) running += textOf(node).length;
    else for (const child of elementsOf(node)) count(child);
  };
  count(root);
  return running > textOf(root).length / 2;
}

/** A text as its pages show it: titles, paragraphs, lists, tables and code, without the names of elements. */
export function proseBlocks(root: XmlNode): BlockInput[] {
  const blocks: BlockInput[] = [];
  new ProseWriter(blocks).node(root, { level: 0, depth: 0 });
  return blocks;
}

interface Place {
  /** Titles above. */
  readonly level: number;
  /** Lists around. */
  readonly depth: number;
}

class ProseWriter {
  constructor(private readonly blocks: BlockInput[]) {}

  node(node: XmlNode, place: Place): void {
    const { name } = node;
    if (DROPPED.has(name)) return;
    if (TITLES.has(name)) this.add({ kind: 'heading', level: clamp(place.level), text: textOf(node) });
    else if (CODE.has(name)) this.add({ kind: 'code', text: rawText(node) });
    else if (isTable(node)) this.table(node, place);
    else if (ITEMS.has(name)) this.item(node, place);
    else if (hasOwnText(node) || isRunning(node)) this.running(node, place);
    else this.inside(node, place);
  }

  private inside(node: XmlNode, place: Place): void {
    const inner = elementsOf(node);
    const level = inner.some(({ name }) => TITLES.has(name)) ? place.level + 1 : place.level;
    for (const child of inner) this.node(child, { ...place, level });
  }

  /** Text with elements in it; those that are parts of the page, such as lists inside paragraphs, come after it. */
  private running(node: XmlNode, place: Place): void {
    const inline = node.children.filter((child) => !isElement(child) || !isPart(child));
    const text = textOf({ ...node, children: inline });
    const isValue = elementsOf(node).length === 0 && !PARAGRAPHS.has(node.name) && !NOTES.has(node.name);
    if (text !== '' && isValue && !INLINE.has(node.name)) this.value(node, text);
    else this.add({ kind: NOTES.has(node.name) ? 'note' : 'paragraph', text });
    for (const child of node.children) if (isElement(child) && isPart(child)) this.node(child, place);
  }

  /** What is no part of the text itself: names, numbers and dates of the document. Long ones are texts after all. */
  private value(node: XmlNode, text: string): void {
    if (text.length > 200) this.add({ kind: 'paragraph', text });
    else this.add({ kind: 'key-value', text: `${labelOf(node.name)}: ${text}` });
  }

  private item(node: XmlNode, place: Place): void {
    const before = this.blocks.length;
    const inner = { ...place, depth: place.depth + 1 };
    if (hasOwnText(node) || isRunning(node)) this.running(node, inner);
    else this.inside(node, inner);
    const first = this.blocks[before];
    if (first === undefined || (first.kind !== 'paragraph' && first.kind !== 'key-value')) return;
    this.blocks[before] = { kind: 'list-item', level: inner.depth, text: `- ${first.text}` };
  }

  private table(node: XmlNode, place: Place): void {
    for (const child of elementsOf(node))
      if (!ROWS.has(child.name.toLowerCase()) && rowsIn(child).length === 0) this.node(child, place);
    const rows = rowsIn(node).map((row) =>
      elementsOf(row)
        .filter(({ name }) => CELLS.has(name))
        .map(cellOf),
    );
    if (rows.length > 0) this.add({ kind: 'table', rows });
  }

  private add(block: BlockInput): void {
    if (block.kind === 'table' || block.text.trim() !== '') this.blocks.push(block);
  }
}

const clamp = (level: number): number => Math.min(6, Math.max(1, level));

/** Tables, lists, code and paragraphs do not run with the text around them. */
const isPart = (node: XmlNode): boolean =>
  PARAGRAPHS.has(node.name) ||
  CODE.has(node.name) ||
  NOTES.has(node.name) ||
  isTable(node) ||
  elementsOf(node).some(({ name }) => ITEMS.has(name));

/** A paragraph of runs only: `<p><r><t>…` has no text of its own. */
const isRunning = (node: XmlNode): boolean =>
  PARAGRAPHS.has(node.name) && !elementsOf(node).some((child) => isPart(child));

const isTable = (node: XmlNode): boolean =>
  elementsOf(node).some((child) => ROWS.has(child.name.toLowerCase()) && elementsOf(child).some(isCell)) ||
  (/^(?:table|tgroup|informaltable|table-wrap)$/i.test(node.name) && rowsIn(node).length > 0);

const isCell = ({ name }: XmlNode): boolean => CELLS.has(name.toLowerCase());

/** Rows in a table or in its head, body and foot. */
function rowsIn(node: XmlNode): XmlNode[] {
  return elementsOf(node).flatMap((child) =>
    ROWS.has(child.name.toLowerCase()) ? [child] : CELLS.has(child.name.toLowerCase()) ? [] : rowsIn(child),
  );
}

const cellOf = (node: XmlNode): CellInput => ({
  text: textOf(node),
  ...(node.name === 'th' ? { isHeader: true } : {}),
});

/** Text with its line ends. */
const rawText = (node: XmlNode): string =>
  node.children.map((child) => (isElement(child) ? rawText(child) : child)).join('');
