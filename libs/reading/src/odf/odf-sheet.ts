import type { BlockInput } from '../blocks.js';
import { cellText } from '../flow/recast.js';
import { isShape } from './odf-shapes.js';
import { placeName, type SheetCell, sheetBlocks } from '../sheets/sheet-blocks.js';
import { elementsOf, type XmlNode } from '../ooxml/xml-tree.js';
import type { OdfContext } from './odf-context.js';
import { wholeNumber } from './odf-list-levels.js';
import { copiesOf, isCell, spansOf } from './odf-table.js';

const HIDDEN = new Set(['collapse', 'filter']);
const NUMBERS = new Set(['float', 'percentage', 'currency', 'date', 'time']);
/** Columns and rows that a sheet may have. */
const MAX_COLUMNS = 16_384;
const MAX_ROWS = 4_194_304;

/** Collects a sheet row by row (OpenDocument 1.3, part 3, 9); rows are forgotten when they have been read. */
export class OdfSheet {
  private readonly cells: SheetCell[] = [];
  private readonly hiddenColumns: (readonly [from: number, to: number])[] = [];
  private readonly hidden: string[] = [];
  private readonly drawn: BlockInput[] = [];
  private readonly comments: BlockInput[] = [];
  private row = 0;
  private column = 0;

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
    const repeated = copiesOf(node, 'table:number-rows-repeated');
    if (this.isFull || this.row >= MAX_ROWS) return;
    const seen = this.cells.length;
    const unseen = this.hidden.length;
    this.readCells(node);
    this.copyRow(this.cells.slice(seen), this.hidden.slice(unseen), repeated);
    this.row += repeated;
  }

  /** Writes a row as often as it is repeated, but no more cells than sheets have that people make. */
  private copyRow(cells: readonly SheetCell[], hidden: readonly string[], repeated: number): void {
    const size = cells.length + hidden.length;
    if (size === 0) return;
    const copies = this.context.copies(repeated, size);
    const characters = cells.reduce((sum, { text }) => sum + text.length + 1, hidden.join().length);
    for (let copy = 1; copy < copies && !this.isFull; copy++) {
      for (const cell of cells)
        this.cells.push({ ...cell, row: cell.row + copy, lastRow: (cell.lastRow ?? cell.row) + copy });
      this.hidden.push(...hidden);
      this.left -= characters;
    }
  }

  /** All of the sheet: tables, then what is drawn on it. `shapes` lie above its cells. */
  finish(shapes: readonly XmlNode[]): { readonly blocks: readonly BlockInput[]; readonly hidden: readonly string[] } {
    const drawn = [...this.drawn, ...this.context.blocks(shapes)];
    return {
      blocks: [...sheetBlocks(this.cells), ...drawn, ...this.comments, ...this.context.takeNotes()],
      hidden: [...this.hidden, ...this.context.takeHidden()],
    };
  }

  private readCells(node: XmlNode): void {
    const isHiddenRow = HIDDEN.has(node.attributes['table:visibility'] ?? '');
    const hidden: string[] = [];
    let column = 0;
    for (const cell of elementsOf(node)) {
      if (!isCell(cell) || column >= MAX_COLUMNS) continue;
      const text = this.textOf(cell, column);
      if (text !== '') {
        const isSeen = !isHiddenRow && cell.name === 'table-cell';
        hidden.push(...this.addCopies(cell, { column, text, isSeen }));
      }
      column += copiesOf(cell, 'table:number-columns-repeated');
    }
    if (hidden.length > 0) this.hidden.push(hidden.join(' '));
  }

  /** Answers the texts that are not seen. */
  private addCopies(
    cell: XmlNode,
    { column, text, isSeen }: { column: number; text: string; isSeen: boolean },
  ): string[] {
    const hidden: string[] = [];
    const copies = this.context.copies(copiesOf(cell, 'table:number-columns-repeated'));
    for (let at = column; at < Math.min(MAX_COLUMNS, column + copies); at++) {
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
  private textOf(cell: XmlNode, column: number): string {
    if (cell.children.length === 0) return valueOf(cell);
    const parts = elementsOf(cell);
    this.drawn.push(...this.context.blocks(parts.filter(isShape)));
    const text = cellText(this.context.blocks(parts.filter((part) => !isShape(part)))).trim();
    const [comment, ...rest] = this.context.takeNotes();
    if (comment !== undefined)
      this.comments.push({ kind: 'note', text: `${placeName(this.row, column)}: ${cellText([comment, ...rest])}` });
    return text || valueOf(cell);
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
