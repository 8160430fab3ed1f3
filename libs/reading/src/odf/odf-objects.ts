import type { BlockInput } from '../blocks.js';
import { childOf, descendantsOf, elementsOf, textOf, type XmlNode } from '../ooxml/xml-tree.js';
import { type OdfContext, packagePath } from './odf-context.js';
import { OdfStyles } from './odf-styles.js';
import { tableBlocks } from './odf-table.js';
import { mathText } from './mathml.js';

/** Documents inside each other: a text, a table in it, a chart in that. */
const MAX_DEPTH = 4;

/**
 * What an embedded object says (OpenDocument 1.3, part 3, 10.4.6): formulas, charts, tables and texts are read where they stand; files of other
 * programs are files of their own.
 */
export function objectBlocks(node: XmlNode, context: OdfContext): BlockInput[] {
  const [inline] = elementsOf(node).filter(({ name }) => name === 'math' || name === 'document');
  const href = node.attributes['xlink:href'];
  const path = href === undefined ? '' : packagePath(href);
  const root = inline ?? context.objectAt(path);
  if (root !== undefined) return context.depth < MAX_DEPTH ? documentBlocks(root, context) : [];
  const data = elementsOf(node).find(({ name }) => name === 'binary-data');
  if (data !== undefined) {
    const bytes = Buffer.from(textOf(data), 'base64');
    context.refer({ kind: 'object', path: `object-${context.references.size + 1}`, bytes });
  } else if (path !== '' && !/^[a-z]+:/i.test(path)) context.refer({ kind: 'object', path });
  return [];
}

/** The blocks of a document inside another one. */
function documentBlocks(root: XmlNode, outer: OdfContext): BlockInput[] {
  if (root.name === 'math') return [{ kind: 'paragraph', text: mathText(root) }];
  const body = childOf(root, 'body');
  const content = elementsOf(body)[0];
  if (content === undefined) return [];
  if (content.name === 'chart')
    return descendantsOf(content, 'chart')
      .concat(content)
      .slice(0, 1)
      .flatMap((chart) => chartBlocks(chart, outer));
  const styles = new OdfStyles();
  styles.add(root);
  const context = outer.within(styles, content.name === 'spreadsheet');
  return context.blocks(elementsOf(content));
}

/** What a chart says (11): titles, and the values where they do not stand in a sheet of the same file. */
function chartBlocks(chart: XmlNode, context: OdfContext): BlockInput[] {
  const titles = ['title', 'subtitle', 'footer'].flatMap((name) => descendantsOf(chart, name));
  const tables = context.isSpreadsheet ? [] : descendantsOf(chart, 'table');
  return [
    ...titles.map((title): BlockInput => ({ kind: 'paragraph', text: textOf(title).replace(/\s+/g, ' ').trim() })),
    ...tables.flatMap((table) => tableBlocks(table, context)),
  ];
}
