import { formatNumber, formatText } from '../number-format/format-number.js';
import { serialOf } from './iso-date.js';
import type { OoxmlPackage } from '../package.js';
import { attr, childOf, childrenOf, elementsOf, integer, isTrue, textOf, type XmlNode } from '../xml-tree.js';
import { cellPlace, cellRange, type CellRange, MAX_COLUMNS, MAX_ROWS } from './cell-references.js';
import { headerFooterTexts, type HeaderFooter } from './header-footer.js';
import { richText, unescaped, type Workbook } from './workbook.js';

/** A cell that shows something, with the rows and columns that it covers. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly isNumber: boolean;
  /** Of merged cells. */
  readonly lastRow?: number;
  readonly lastColumn?: number;
}

export interface Sheet {
  /** Row by row. */
  readonly cells: readonly Cell[];
  /** What stands in hidden rows and columns, or is hidden by its format: a line each row. */
  readonly hidden: string;
  readonly printed: HeaderFooter;
  /** Formulas whose values the file does not have. */
  readonly uncalculated: readonly string[];
}

/** Formulas that are named at most. */
const MAX_UNCALCULATED = 1000;

/**
 * Reads a sheet (ECMA-376 part 1, 18.3) row by row; it is never whole in memory. Ends soon after `maxCharacters`, which then
 * shows in the length of its texts. Null where the sheet is missing or damaged from its beginning.
 */
export async function readSheet(
  opened: OoxmlPackage,
  part: string,
  { workbook, maxCharacters }: { readonly workbook: Workbook; readonly maxCharacters: number },
): Promise<Sheet | null> {
  const reader = new SheetReader(workbook, maxCharacters);
  if (!(await opened.elements(part, ['sheetData'], (node) => reader.read(node)))) return null;
  reader.merge();
  return reader;
}

class SheetReader implements Sheet {
  readonly cells: Cell[] = [];
  readonly uncalculated: string[] = [];
  hidden = '';
  printed: HeaderFooter = { header: '', footer: '' };
  private row = -1;
  private readonly merges: CellRange[] = [];
  /** By column: 1 where it is hidden. */
  private readonly hiddenColumns = new Uint8Array(MAX_COLUMNS);

  constructor(
    private readonly workbook: Workbook,
    private left: number,
  ) {}

  /** False where there is no room for more. */
  read(node: XmlNode): boolean {
    switch (node.name) {
      case 'cols':
        for (const column of childrenOf(node, 'col').slice(0, MAX_COLUMNS)) this.readColumn(column);
        break;
      case 'row':
        this.readRow(node);
        break;
      case 'mergeCells':
        for (const merge of childrenOf(node, 'mergeCell'))
          this.merges.push(...optional(cellRange(attr(merge, 'ref') ?? '')));
        break;
      case 'headerFooter':
        this.printed = headerFooterTexts(node);
        break;
      default:
    }
    return this.left > 0;
  }

  /** Gives merged cells their size; merges are written behind the cells. */
  merge(): void {
    if (this.merges.length === 0) return;
    const byOrigin = new Map(this.merges.map((range) => [range.top * MAX_COLUMNS + range.left, range]));
    for (const [index, cell] of this.cells.entries()) {
      const range = byOrigin.get(cell.row * MAX_COLUMNS + cell.column);
      if (range !== undefined) this.cells[index] = { ...cell, lastRow: range.bottom, lastColumn: range.right };
    }
  }

  private readColumn(node: XmlNode): void {
    const from = (integer(attr(node, 'min')) ?? 1) - 1;
    const to = (integer(attr(node, 'max')) ?? 1) - 1;
    if (isTrue(attr(node, 'hidden'))) this.hiddenColumns.fill(1, Math.max(0, from), Math.max(0, to + 1));
  }

  /** Rows and cells may leave out where they are: then they come right after the one before (18.3.1.73, 18.3.1.4). */
  private readRow(node: XmlNode): void {
    this.row = Math.min(MAX_ROWS - 1, (integer(attr(node, 'r')) ?? this.row + 2) - 1);
    const isHidden = isTrue(attr(node, 'hidden'));
    const hidden: string[] = [];
    let column = -1;
    for (const cell of elementsOf(node)) {
      if (cell.name !== 'c') continue;
      column = cellPlace(attr(cell, 'r') ?? '')?.column ?? Math.min(MAX_COLUMNS - 1, column + 1);
      hidden.push(...this.readCell(cell, column, isHidden));
    }
    if (hidden.length > 0) this.hidden += `${hidden.join(' ')}\n`;
  }

  /** Answers what the cell says where nobody sees it. */
  private readCell(node: XmlNode, column: number, isInHiddenRow: boolean): string[] {
    const { shown, raw, isNumber } = this.valueOf(node);
    if (raw === '') return [];
    const text = shown || raw;
    this.left -= text.length + 1;
    if (shown === '' || isInHiddenRow || this.isHiddenColumn(column)) return [text];
    this.cells.push(this.cellAt(column, shown, isNumber));
    return [];
  }

  private cellAt(column: number, text: string, isNumber: boolean): Cell {
    return { row: this.row, column, text, isNumber };
  }

  private isHiddenColumn(column: number): boolean {
    return this.hiddenColumns[column] === 1;
  }

  private valueOf(cell: XmlNode): { shown: string; raw: string; isNumber: boolean } {
    const code = this.workbook.formats[integer(attr(cell, 's')) ?? 0] ?? 'General';
    const stored = textOf(childOf(cell, 'v'));
    const type = attr(cell, 't') ?? 'n';
    if (stored === '' && type !== 'inlineStr') this.noteFormula(cell);
    const number = type === 'n' ? numberOf(stored) : type === 'd' ? serialOf(stored, this.workbook.is1904) : null;
    if (number !== null)
      return { shown: formatNumber(number, code, this.workbook.is1904), raw: stored, isNumber: true };
    const text = this.textOf(cell, type, stored);
    return { shown: formatText(text, code), raw: text, isNumber: false };
  }

  /** By the cell's type (18.18.11 `ST_CellType`). */
  private textOf(cell: XmlNode, type: string, stored: string): string {
    switch (type) {
      case 's':
        return this.workbook.strings.texts[integer(stored) ?? -1] ?? '';
      case 'inlineStr':
        return richText(childOf(cell, 'is'));
      case 'b':
        return stored === '' ? '' : isTrue(stored) ? 'TRUE' : 'FALSE';
      default:
        return unescaped(stored);
    }
  }

  private noteFormula(cell: XmlNode): void {
    const formula = textOf(childOf(cell, 'f'));
    if (formula !== '' && this.uncalculated.length < MAX_UNCALCULATED) this.uncalculated.push(`=${formula}`);
  }
}

const optional = <T>(value: T | null): T[] => (value === null ? [] : [value]);

function numberOf(stored: string): number | null {
  const number = stored.trim() === '' ? Number.NaN : Number(stored);
  return Number.isFinite(number) ? number : null;
}
