import type { BlockInput, CellInput } from '../../blocks.js';
import { cellText } from '../../flow/recast.js';
import {
  alternatives,
  attr,
  childOf,
  descendantsOf,
  elementsOf,
  integer,
  isOn,
  isTrue,
  val,
  type XmlNode,
} from '../xml-tree.js';
import { hasBorders, type StyleSheet } from './styles.js';

export interface TableContext {
  readonly styles: StyleSheet;
  /** The blocks of a cell. */
  readonly readCell: (cell: XmlNode) => readonly BlockInput[];
  /** Hands over what a deleted row or cell said. */
  readonly hideDeleted: (row: XmlNode) => void;
}

interface ReadCell {
  readonly column: number;
  readonly columnSpan: number;
  rowSpan: number;
  readonly blocks: readonly BlockInput[];
  readonly hasBorders: boolean;
}

interface ReadRow {
  readonly cells: readonly ReadCell[];
  readonly isHeader: boolean;
}

/**
 * A table (ECMA-376 part 1, 17.4). One that only frames or arranges what is in it is read as what is in it, cell after cell: a
 * single cell; or no borders, and tables inside or texts of several paragraphs beside each other.
 */
export function readTable(table: XmlNode, context: TableContext): BlockInput[] {
  const rows = readRows(table, context);
  const cells = rows.flatMap((row) => row.cells);
  const [only] = cells;
  if (cells.length === 1 && only !== undefined) return [...only.blocks];
  if (arranges(rows) && !isDrawn(table, cells, context.styles)) return cells.flatMap(({ blocks }) => blocks);
  const isFirstHeader = !rows.some(({ isHeader }) => isHeader) && hasStyledHeader(table, rows.length, context.styles);
  return [
    {
      kind: 'table',
      rows: rows.map((row, index) =>
        row.cells.map((cell) => cellInput(cell, row.isHeader || (isFirstHeader && index === 0))),
      ),
    },
  ];
}

/** Tables inside, or two texts beside each other in half of the rows: an address beside the facts of a letter. */
function arranges(rows: readonly ReadRow[]): boolean {
  if (rows.some(({ cells }) => cells.some(({ blocks }) => blocks.some(({ kind }) => kind === 'table')))) return true;
  const parallel = rows.filter(({ cells }) => cells.filter(({ blocks }) => blocks.length > 1).length > 1);
  return parallel.length > 0 && parallel.length * 2 >= rows.length;
}

const cellInput = ({ blocks, columnSpan, rowSpan }: ReadCell, isHeader: boolean): CellInput => ({
  text: cellText(blocks),
  ...(columnSpan > 1 ? { columnSpan } : {}),
  ...(rowSpan > 1 ? { rowSpan } : {}),
  ...(isHeader ? { isHeader } : {}),
});

function readRows(table: XmlNode, context: TableContext): ReadRow[] {
  const rows: ReadRow[] = [];
  /** By column: the cell above that may go on. */
  const open = new Map<number, ReadCell>();
  for (const row of contentsOf(table, 'tr')) {
    const properties = childOf(row, 'trPr');
    if (childOf(properties, 'del') !== undefined) context.hideDeleted(row);
    else rows.push({ cells: readCells(row, open, context), isHeader: isOn(childOf(properties, 'tblHeader')) });
  }
  return rows;
}

/** Columns that are believed; Word allows 63. */
const MAX_COLUMNS = 1000;

function readCells(row: XmlNode, open: Map<number, ReadCell>, context: TableContext): ReadCell[] {
  const cells: ReadCell[] = [];
  const before = Math.min(MAX_COLUMNS, integer(val(childOf(childOf(row, 'trPr'), 'gridBefore'))) ?? 0);
  let column = Math.max(0, before);
  if (column > 0) cells.push({ column: 0, columnSpan: column, rowSpan: 1, blocks: [], hasBorders: false });
  for (const node of contentsOf(row, 'tc')) {
    const properties = childOf(node, 'tcPr');
    if (childOf(properties, 'cellDel') !== undefined) {
      context.hideDeleted(node);
      continue;
    }
    const columnSpan = Math.max(1, Math.min(MAX_COLUMNS, integer(val(childOf(properties, 'gridSpan'))) ?? 1));
    const merge = childOf(properties, 'vMerge');
    const above = open.get(column);
    if (merge !== undefined && val(merge) !== 'restart' && above?.columnSpan === columnSpan) above.rowSpan++;
    else {
      const borders = hasBorders(childOf(properties, 'tcBorders'));
      const cell = { column, columnSpan, rowSpan: 1, blocks: context.readCell(node), hasBorders: borders };
      cells.push(cell);
      for (let at = column; at < column + columnSpan; at++) open.delete(at);
      if (merge !== undefined) open.set(column, cell);
    }
    column += columnSpan;
  }
  return cells;
}

/** Rows of a table, cells of a row: they may stand in content controls and marks of changes. */
const contentsOf = (node: XmlNode, name: string): XmlNode[] =>
  elementsOf(node)
    .flatMap(alternatives)
    .flatMap((child) => (child.name === name ? [child] : WRAPPERS.has(child.name) ? contentsOf(child, name) : []));
const WRAPPERS = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'smartTag']);

const tableStyle = (table: XmlNode, styles: StyleSheet) =>
  styles.style(val(childOf(childOf(table, 'tblPr'), 'tblStyle')), 'table');

const isDrawn = (table: XmlNode, cells: readonly ReadCell[], styles: StyleSheet): boolean =>
  hasBorders(childOf(childOf(table, 'tblPr'), 'tblBorders')) ||
  tableStyle(table, styles).hasBorders ||
  cells.some((cell) => cell.hasBorders);

/** The first row is set apart by the table's style, and the table asks for that (17.4.56 `tblLook`). */
function hasStyledHeader(table: XmlNode, rows: number, styles: StyleSheet): boolean {
  const look = childOf(childOf(table, 'tblPr'), 'tblLook');
  const isAsked =
    attr(look, 'firstRow') === undefined
      ? (Number.parseInt(val(look) ?? '0', 16) & 0x20) !== 0
      : isTrue(attr(look, 'firstRow'));
  return rows > 1 && isAsked && tableStyle(table, styles).hasHeaderRow;
}

/** The text of a deleted row or cell. */
export const deletedText = (node: XmlNode): string =>
  [...descendantsOf(node, 't'), ...descendantsOf(node, 'delText')]
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join(' ');
