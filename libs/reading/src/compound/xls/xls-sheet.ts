import type { BlockInput } from '../../blocks.js';
import { formatNumber, formatText } from '../../ooxml/number-format/format-number.js';
import { printedText } from '../../ooxml/xlsx/header-footer.js';
import { placeName, type SheetCell, sheetBlocks, type SheetMerge, withMerges } from '../../sheets/sheet-blocks.js';
import { ByteView } from '../byte-view.js';
import { shapeTexts } from '../office-art/shape-properties.js';
import { type BiffRecord, biffRecords } from './biff-records.js';
import { ContinuedReader, stringAt } from './biff-strings.js';
import { type CellValue, cellReaders } from './cells.js';
import { isBof, isEof, type XlsWorkbook } from './workbook.js';

/** A comment, whose text stands with the shape that shows it. */
interface Comment {
  readonly row: number;
  readonly column: number;
  readonly shape: number;
  readonly author: string;
  readonly text: string;
}

/** Kind of the shape of a comment ([MS-XLS] 2.5.143 FtCmo). */
const COMMENT_SHAPE = 0x19;
const MAX_COLUMNS = 256;
/** Charts inside sheets; records of others inside them are passed over. */
const CHART = 0x0020;

/** Collects a sheet record by record ([MS-XLS] 2.1.7.20.5, 2.1.7.20.6). */
export class XlsSheet {
  private readonly cells: SheetCell[] = [];
  private readonly merges: SheetMerge[] = [];
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns = new Set<number>();
  private readonly hiddenTexts: string[] = [];
  private readonly comments: Comment[] = [];
  private readonly shapeTexts = new Map<number, string>();
  private readonly boxes: string[] = [];
  private readonly chartTexts = new Set<string>();
  private readonly drawings: Uint8Array[] = [];
  private readonly printed = { header: '', footer: '' };
  private shape = { kind: 0, id: 0 };
  /** A formula whose text comes in a record of its own. */
  private formula: Omit<CellValue, 'value'> | null = null;

  constructor(
    private readonly workbook: XlsWorkbook,
    /** Characters that there is room for. */
    private left: number,
  ) {}

  get isFull(): boolean {
    return this.left <= 0;
  }

  /** Reads the records of a sheet that begins at a place, charts inside it too. */
  read(at: number): void {
    const open: number[] = [];
    for (const record of biffRecords(this.workbook.stream, at)) {
      if (isBof(record.type)) open.push(record.body.u16(2));
      else if (isEof(record.type)) open.pop();
      else if (open.at(-1) === CHART) this.takeOfChart(record);
      else if (open.length === 1) this.take(record);
      if (open.length === 0 || this.isFull) return;
    }
  }

  /** What is seen, in the order of reading. */
  blocks(): BlockInput[] {
    const paragraph = (text: string): BlockInput => ({ kind: 'paragraph', text });
    const { header, footer } = this.printed;
    const content = [
      ...sheetBlocks(withMerges(this.cells, this.merges)),
      ...this.boxes.map(paragraph),
      ...shapeTexts(new ByteView(Buffer.concat(this.drawings))).map(paragraph),
      ...[...this.chartTexts].map(paragraph),
      ...this.comments.map((comment): BlockInput => ({ kind: 'note', text: this.commentText(comment) })),
    ];
    return content.length === 0 ? [] : [{ kind: 'header', text: header }, ...content, { kind: 'footer', text: footer }];
  }

  get hidden(): string {
    return this.hiddenTexts.join('\n');
  }

  private addCell({ row, column, format }: Omit<CellValue, 'value'>, value: string | number): void {
    const code = this.workbook.formatOf(format);
    const isNumber = typeof value === 'number';
    const shown = isNumber ? formatNumber(value, code, this.workbook.is1904) : formatText(value, code);
    const raw = String(value);
    if (raw === '') return;
    this.left -= raw.length + 1;
    const isSeen = shown !== '' && !this.hiddenRows.has(row) && !this.hiddenColumns.has(column);
    if (isSeen) this.cells.push({ row, column, text: shown, isNumber });
    else this.hiddenTexts.push(shown === '' ? raw : shown);
  }

  private take(record: BiffRecord): void {
    const { type } = record;
    const values = cellReaders[type]?.(record, this.workbook);
    if (values !== undefined) for (const value of values) this.takeValue(value);
    else if (TAKERS[type] !== undefined) TAKERS[type](this, record);
    else if (!this.workbook.hasGlobals) this.workbook.take(record);
  }

  private takeValue({ value, ...cell }: CellValue): void {
    if (value === null) this.formula = cell;
    else this.addCell(cell, value);
  }

  /** Titles and names of series (2.4.254 SeriesText); the values stand in cells. */
  private takeOfChart(record: BiffRecord): void {
    if (record.type !== 0x100d) return;
    const text = stringAt(record, 2, 1, this.workbook).trim();
    if (text !== '') this.chartTexts.add(text);
  }

  takeFormulaText(record: BiffRecord, lengthBytes: 1 | 2): void {
    const text = stringAt(record, 0, lengthBytes, this.workbook);
    if (this.formula !== null) this.addCell(this.formula, text);
    this.formula = null;
  }

  takeMerges({ body }: BiffRecord): void {
    for (let index = 0; index < body.u16(0); index++) {
      const at = 2 + index * 8;
      this.merges.push({
        top: body.u16(at),
        bottom: body.u16(at + 2),
        left: body.u16(at + 4),
        right: body.u16(at + 6),
      });
    }
  }

  /** 2.4.221 Row: bit 5 of the flags. */
  takeRow({ body }: BiffRecord): void {
    if ((body.u16(12) & 0x20) !== 0) this.hiddenRows.add(body.u16(0));
  }

  takeColumns({ body }: BiffRecord): void {
    if ((body.u16(8) & 1) === 0) return;
    for (let column = body.u16(0); column <= Math.min(MAX_COLUMNS, body.u16(2)); column++)
      this.hiddenColumns.add(column);
  }

  /** The number of the page alone, with or without a word for it, says nothing of the sheet. */
  takePrinted(kind: 'header' | 'footer', record: BiffRecord): void {
    if (record.body.length === 0) return;
    const code = stringAt(record, 0, this.workbook.isUnicode ? 2 : 1, this.workbook);
    const text = printedText(code);
    this.printed[kind] = /&P/i.test(code) && !/\s/.test(text) ? '' : text;
  }

  /** 2.4.171 MsoDrawing: one drawing in many records, with the records of its shapes between them. */
  takeDrawing({ body }: BiffRecord): void {
    this.drawings.push(body.bytes);
  }

  takeShape({ body }: BiffRecord): void {
    this.shape = { kind: body.u16(4), id: body.u16(6) };
  }

  /** 2.4.329 TxO: the text stands in the records that continue it. */
  takeShapeText({ body, continued }: BiffRecord): void {
    const [first] = continued;
    const length = body.u16(10);
    if (first === undefined || length === 0) return;
    const reader = new ContinuedReader({ body: first, continued: continued.slice(1) }, 1);
    const text = reader.characters(length, (first.u8(0) & 1) !== 0);
    if (this.shape.kind === COMMENT_SHAPE) this.shapeTexts.set(this.shape.id, text);
    else this.boxes.push(text);
    this.left -= text.length;
  }

  /** 2.4.179 Note; before Excel 97 the text stands in it. */
  takeComment(record: BiffRecord): void {
    const { body } = record;
    const place = { row: body.u16(0), column: body.u16(2) };
    if (this.workbook.isUnicode)
      this.comments.push({ ...place, shape: body.u16(6), author: stringAt(record, 8, 2, this.workbook), text: '' });
    else if (place.row !== 0xffff)
      this.comments.push({ ...place, shape: -1, author: '', text: stringAt(record, 4, 2, this.workbook) });
  }

  /** Excel begins a comment with its author's name; other programs do not. */
  private commentText({ row, column, shape, author, text }: Comment): string {
    const body = (this.shapeTexts.get(shape) ?? text).trim();
    if (body === '') return '';
    return `${placeName(row, column)}: ${author === '' || body.startsWith(author) ? body : `${author}: ${body}`}`;
  }
}

const TAKERS: Readonly<Record<number, (sheet: XlsSheet, record: BiffRecord) => void>> = {
  0x0007: (sheet, record) => sheet.takeFormulaText(record, 1),
  0x0207: (sheet, record) => sheet.takeFormulaText(record, 2),
  0x0014: (sheet, record) => sheet.takePrinted('header', record),
  0x0015: (sheet, record) => sheet.takePrinted('footer', record),
  0x001c: (sheet, record) => sheet.takeComment(record),
  0x005d: (sheet, record) => sheet.takeShape(record),
  0x007d: (sheet, record) => sheet.takeColumns(record),
  0x00e5: (sheet, record) => sheet.takeMerges(record),
  0x00ec: (sheet, record) => sheet.takeDrawing(record),
  0x01b6: (sheet, record) => sheet.takeShapeText(record),
  0x0208: (sheet, record) => sheet.takeRow(record),
};
