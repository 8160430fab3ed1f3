import type { BlockInput } from '../blocks.js';
import { childOf, descendantsOf, elementsOf, textOf, type XmlNode } from '../ooxml/xml-tree.js';
import { type OdfContext, packagePath } from './odf-context.js';
import { OdfStyles } from './odf-styles.js';
import { tableBlocks } from './odf-table.js';
import { formulaOf, mathText } from './mathml.js';

/** Documents inside each other: a text, a table in it, a chart in that. */
const MAX_DEPTH = 4;

/** The root of the document that an object is, where it is one that can be read in place. */
function rootOf(object: XmlNode, context: OdfContext): XmlNode | undefined {
  const inline = elementsOf(object).find(({ name }) => name === 'math' || name === 'document');
  return inline ?? context.objectAt(pathOf(object));
}

const pathOf = ({ attributes }: XmlNode): string => packagePath(attributes['xlink:href'] ?? '');

/** The formula that a frame holds, which stands in the line of text; null where it holds something else. */
export function formulaIn(frame: XmlNode, context: OdfContext): string | null {
  const object = elementsOf(frame).find(({ name }) => name === 'object');
  const root = object === undefined ? undefined : rootOf(object, context);
  const formula = root === undefined ? undefined : formulaOf(root);
  return formula === undefined ? null : mathText(formula);
}

/**
 * What an embedded object says (OpenDocument 1.3, part 3, 10.4.6): formulas, charts, tables and texts are read where they stand; files of
 * other programs are files of their own.
 */
export function objectBlocks(node: XmlNode, context: OdfContext): BlockInput[] {
  const root = rootOf(node, context);
  if (root !== undefined) return context.depth < MAX_DEPTH ? documentBlocks(root, context) : [];
  const path = pathOf(node);
  const data = elementsOf(node).find(({ name }) => name === 'binary-data');
  if (data !== undefined) {
    const bytes = Buffer.from(textOf(data), 'base64');
    context.refer({ kind: 'object', path: `object-${context.references.size + 1}`, bytes });
  } else if (path !== '' && !/^[a-z]+:/i.test(path)) context.refer({ kind: 'object', path });
  return [];
}

/** The blocks of a document inside another one. */
function documentBlocks(root: XmlNode, outer: OdfContext): BlockInput[] {
  const formula = formulaOf(root);
  if (formula !== undefined) return [{ kind: 'paragraph', text: mathText(formula) }];
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
