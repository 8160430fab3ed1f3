import type { BlockInput, CellInput } from '../blocks.js';
import { cellText } from '../flow/recast.js';
import { elementsOf, type XmlNode } from '../ooxml/xml-tree.js';
import type { OdfContext } from './odf-context.js';
import { wholeNumber } from './odf-list-levels.js';

/** A row with whether it names the columns. */
interface FoundRow {
  readonly node: XmlNode;
  readonly isHeader: boolean;
}

const GROUPS: ReadonlySet<string> = new Set(['table-rows', 'table-row-group', 'table-header-rows']);

/** A table in a text or on a slide (OpenDocument 1.3, part 3, 9). A frame around text, which is a table of one cell, is no table. */
export function tableBlocks(node: XmlNode, context: OdfContext): BlockInput[] {
  const found = rowsOf(node, false);
  const single = singleCell(found);
  if (single !== null) return context.blocks(elementsOf(single));
  const rows = found.flatMap(({ node: row, isHeader }) => {
    const cells = rowCells(row, { isHeader, context }, (cell) => cellText(context.blocks(elementsOf(cell))));
    const hasText = cells.some(({ text }) => text.trim() !== '');
    const copies = hasText ? context.copies(copiesOf(row, 'table:number-rows-repeated'), cells.length) : 1;
    return Array.from({ length: copies }, () => cells);
  });
  const aside = elementsOf(node)
    .filter(({ name }) => name === 'shapes')
    .flatMap((shapes) => context.blocks(elementsOf(shapes)));
  return [{ kind: 'table', rows }, ...aside];
}

function rowsOf(node: XmlNode, isHeader: boolean): FoundRow[] {
  return elementsOf(node).flatMap((child): FoundRow[] => {
    if (child.name === 'table-row') return [{ node: child, isHeader }];
    return GROUPS.has(child.name) ? rowsOf(child, isHeader || child.name === 'table-header-rows') : [];
  });
}

function singleCell(rows: readonly FoundRow[]): XmlNode | null {
  const [row] = rows;
  if (row === undefined || rows.length > 1) return null;
  const cells = elementsOf(row.node).filter(isCell);
  return cells.length === 1 && copiesOf(cells[0], 'table:number-columns-repeated') === 1 ? (cells[0] ?? null) : null;
}

export const isCell = ({ name }: XmlNode): boolean => name === 'table-cell' || name === 'covered-table-cell';

/** How often a row or cell is said to be there. */
export const copiesOf = (node: XmlNode | undefined, attribute: string): number =>
  Math.max(1, wholeNumber(node?.attributes[attribute]) ?? 1);

/** The cells of a row; those that others cover are told by the spans of these. */
function rowCells(
  row: XmlNode,
  { isHeader, context }: { readonly isHeader: boolean; readonly context: OdfContext },
  textOf: (cell: XmlNode) => string,
): CellInput[] {
  return elementsOf(row)
    .filter(({ name }) => name === 'table-cell')
    .flatMap((cell) => {
      const input: CellInput = { text: textOf(cell), ...spansOf(cell), ...(isHeader ? { isHeader } : {}) };
      return Array.from({ length: context.copies(copiesOf(cell, 'table:number-columns-repeated')) }, () => input);
    });
}

export function spansOf({ attributes }: XmlNode): Pick<CellInput, 'rowSpan' | 'columnSpan'> {
  const columnSpan = wholeNumber(attributes['table:number-columns-spanned']) ?? 1;
  const rowSpan = wholeNumber(attributes['table:number-rows-spanned']) ?? 1;
  return { ...(columnSpan > 1 ? { columnSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) };
}
