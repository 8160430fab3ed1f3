import type { BlockInput } from '../blocks.js';
import { cellText } from '../flow/recast.js';
import { isShape } from './odf-shapes.js';
import { type SheetCell, sheetBlocks } from '../sheets/sheet-blocks.js';
import { elementsOf, type XmlNode } from '../ooxml/xml-tree.js';
import type { OdfContext } from './odf-context.js';
import { wholeNumber } from './odf-list-levels.js';
import { copiesOf, isCell, MAX_COPIES, spansOf } from './odf-table.js';

const HIDDEN = new Set(['collapse', 'filter']);
const NUMBERS = new Set(['float', 'percentage', 'currency', 'date', 'time']);
/** Columns and rows that a sheet may have. */
const MAX_COLUMNS = 16_384;
const MAX_ROWS = 4_194_304;
/** Cells of a sheet that only stand there because a row above says so. */
const MAX_COPIED_CELLS = 200_000;

/** Collects a sheet row by row (OpenDocument 1.3, part 3, 9); rows are forgotten when they have been read. */
export class OdfSheet {
  private readonly cells: SheetCell[] = [];
  private readonly hiddenColumns: (readonly [from: number, to: number])[] = [];
  private readonly hidden: string[] = [];
  private readonly drawn: BlockInput[] = [];
  private row = 0;
  private column = 0;
  private copied = 0;
  /** True where copies of cells were left out. */
  isCut = false;

  constructor(
    private readonly context: OdfContext,
    /** Characters that there is room for. */
    private left: number,
  ) {}

  get isFull(): boolean {
    return this.left <= 0;
  }

  readColumn({ attributes }: XmlNode): void {
    const count = wholeNumber(attributes['table:number-columns-repeated']) ?? 1;
    if (HIDDEN.has(attributes['table:visibility'] ?? ''))
      this.hiddenColumns.push([this.column, this.column + count - 1]);
    this.column += count;
  }

  readRow(node: XmlNode): void {
    const repeated = Math.max(1, wholeNumber(node.attributes['table:number-rows-repeated']) ?? 1);
    const before = this.cells.length + this.hidden.length;
    if (this.isFull || this.row >= MAX_ROWS) return;
    this.readCells(node);
    const size = this.cells.length + this.hidden.length - before;
    const wanted = size > 0 ? Math.min(repeated, MAX_COPIES) : 1;
    const copies = Math.min(wanted, 1 + Math.floor((MAX_COPIED_CELLS - this.copied) / Math.max(1, size)));
    for (let copy = 1; copy < copies && !this.isFull; copy++) {
      this.row++;
      this.readCells(node);
    }
    this.copied += (copies - 1) * size;
    if (size > 0 && copies < repeated) this.isCut = true;
    this.row += size > 0 ? 1 : repeated;
  }

  /** All of the sheet: tables, then what is drawn on it. `shapes` lie above its cells. */
  finish(shapes: readonly XmlNode[]): { readonly blocks: readonly BlockInput[]; readonly hidden: readonly string[] } {
    const drawn = [...this.drawn, ...this.context.blocks(shapes)];
    return {
      blocks: [...sheetBlocks(this.cells), ...drawn, ...this.context.takeNotes()],
      hidden: [...this.hidden, ...this.context.takeHidden()],
    };
  }

  private readCells(node: XmlNode): void {
    const isHiddenRow = HIDDEN.has(node.attributes['table:visibility'] ?? '');
    const hidden: string[] = [];
    let column = 0;
    for (const cell of elementsOf(node)) {
      if (!isCell(cell) || column >= MAX_COLUMNS) continue;
      const text = this.textOf(cell);
      if (text !== '') {
        const isSeen = !isHiddenRow && cell.name === 'table-cell';
        hidden.push(...this.addCopies(cell, { column, text, isSeen }));
      }
      column += Math.max(1, wholeNumber(cell.attributes['table:number-columns-repeated']) ?? 1);
    }
    if (hidden.length > 0) this.hidden.push(hidden.join(' '));
  }

  /** Answers the texts that are not seen. */
  private addCopies(
    cell: XmlNode,
    { column, text, isSeen }: { column: number; text: string; isSeen: boolean },
  ): string[] {
    const hidden: string[] = [];
    const copies = copiesOf(cell, 'table:number-columns-repeated');
    if (copies < (wholeNumber(cell.attributes['table:number-columns-repeated']) ?? 1)) this.isCut = true;
    for (let at = column; at < column + copies; at++) {
      if (isSeen && !this.isHiddenColumn(at)) this.addCell(cell, at, text);
      else hidden.push(text);
      this.left -= text.length + 1;
    }
    return hidden;
  }

  private addCell(cell: XmlNode, column: number, text: string): void {
    const { rowSpan = 1, columnSpan = 1 } = spansOf(cell);
    const type = cell.attributes['office:value-type'] ?? cell.attributes['table:value-type'] ?? '';
    this.cells.push({
      row: this.row,
      column,
      lastRow: this.row + rowSpan - 1,
      lastColumn: Math.min(MAX_COLUMNS - 1, column + columnSpan - 1),
      text,
      isNumber: NUMBERS.has(type),
    });
  }

  /** What a cell shows, which its paragraphs say; some writers only give the value. Drawings at the cell stand beside it. */
  private textOf(cell: XmlNode): string {
    if (cell.children.length === 0) return valueOf(cell);
    const parts = elementsOf(cell);
    this.drawn.push(...this.context.blocks(parts.filter(isShape)));
    return cellText(this.context.blocks(parts.filter((part) => !isShape(part)))).trim() || valueOf(cell);
  }

  private isHiddenColumn(column: number): boolean {
    return this.hiddenColumns.some(([from, to]) => column >= from && column <= to);
  }
}

/** Values where there is no text (19.385 office:value and others). An empty text is one too. */
function valueOf({ attributes }: XmlNode): string {
  for (const name of ['string-value', 'date-value', 'time-value', 'boolean-value', 'value']) {
    const value = attributes[`office:${name}`] ?? attributes[`table:${name}`];
    if (value !== undefined) return value;
  }
  return '';
}
