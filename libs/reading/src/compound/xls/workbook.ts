import { builtInFormat, systemFormat } from '../../ooxml/number-format/built-in-formats.js';
import { readingError } from '../../reading.errors.js';
import type { ByteView } from '../byte-view.js';
import { type BiffRecord, biffRecords } from './biff-records.js';
import { ContinuedReader, type StringFormat, stringAt } from './biff-strings.js';

export interface SheetEntry {
  readonly name: string;
  /** Where its records begin in the stream. */
  readonly at: number;
  readonly isHidden: boolean;
  readonly kind: 'sheet' | 'macros' | 'chart' | 'module';
}

/** Records by their numbers ([MS-XLS] 2.3); those of Excel 2 to 4 differ in the upper byte. */
const BOF_NUMBERS = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
const EOF = 0x000a;
const DRAWING_GROUP = 0x00eb;
const UNICODE_VERSION = 0x0600;

export const isBof = (type: number): boolean => BOF_NUMBERS.has(type);
export const isEof = (type: number): boolean => type === EOF;

/** What the whole workbook says: strings, formats, sheets ([MS-XLS] 2.1.7.20.3). Before Excel 5 a sheet has all of it. */
export class XlsWorkbook implements StringFormat {
  readonly version: number;
  readonly isUnicode: boolean;
  codePage = 1252;
  is1904 = false;
  readonly sheets: SheetEntry[] = [];
  readonly strings: string[] = [];
  /** Bytes of drawings, which hold the pictures of all sheets. */
  readonly drawings: ByteView[] = [];
  private readonly codes = new Map<number, string>();
  private readonly formats: number[] = [];

  constructor(readonly stream: ByteView) {
    this.version = versionOf(stream);
    this.isUnicode = this.version === UNICODE_VERSION;
    if (this.hasGlobals) this.readGlobals();
  }

  /** False of Excel 2 to 4, whose files are a sheet. */
  get hasGlobals(): boolean {
    return this.version >= 0x0500;
  }

  /** The code of the number format of a cell. */
  formatOf(index: number): string {
    const format = this.formats[index] ?? 0;
    return this.codes.get(format) ?? builtInFormat(format);
  }

  /** Takes a record that is about the workbook; sheets of Excel 2 to 4 have them too. */
  take(record: BiffRecord): void {
    TAKERS[record.type]?.(this, record);
  }

  addCode(code: string, index: number = this.codes.size): void {
    this.codes.set(index, systemFormat(code));
  }

  addFormat(index: number): void {
    this.formats.push(index);
  }

  private readGlobals(): void {
    for (const record of biffRecords(this.stream)) {
      if (isEof(record.type)) return;
      this.take(record);
    }
  }
}

/** The version by the first record: Excel 5 and later say it, older ones by the record's number (2.4.21). */
function versionOf(stream: ByteView): number {
  const type = stream.u16(0);
  if (!isBof(type)) throw readingError('corrupt_document');
  return type === 0x0809 ? Math.max(0x0500, stream.u16(4)) : (type >>> 8) * 0x80 + 0x0200;
}

const KINDS: Readonly<Record<number, SheetEntry['kind']>> = { 1: 'macros', 2: 'chart', 6: 'module' };

const TAKERS: Readonly<Record<number, (workbook: XlsWorkbook, record: BiffRecord) => void>> = {
  // FilePass: everything behind it is encrypted.
  0x002f: () => {
    throw readingError('encrypted_document');
  },
  // CodePage
  0x0042: (workbook, { body }) => {
    const codePage = body.u16(0);
    // Two numbers of Excel's own (2.4.52): Macintosh and Windows Latin.
    workbook.codePage = codePage === 0x8000 ? 10000 : codePage === 0x8001 ? 1252 : codePage;
  },
  // Date1904
  0x0022: (workbook, { body }) => {
    workbook.is1904 = body.u16(0) === 1;
  },
  // BoundSheet8
  0x0085: (workbook, record) => {
    const { body } = record;
    workbook.sheets.push({
      at: body.u32(0),
      isHidden: (body.u8(4) & 0b11) !== 0,
      kind: KINDS[body.u8(5)] ?? 'sheet',
      name: stringAt(record, 6, 1, workbook),
    });
  },
  // SST
  0x00fc: (workbook, record) => {
    const reader = new ContinuedReader(record, 8);
    for (let left = record.body.u32(4); left > 0 && !reader.isAtEnd; left--) workbook.strings.push(reader.richString());
  },
  // Format, since Excel 5 with its number
  0x041e: (workbook, record) => {
    if (workbook.hasGlobals)
      workbook.addCode(stringAt(record, 2, workbook.isUnicode ? 2 : 1, workbook), record.body.u16(0));
    else workbook.addCode(stringAt(record, 2, 1, workbook));
  },
  // Format of Excel 2 and 3
  0x001e: (workbook, record) => workbook.addCode(stringAt(record, 0, 1, workbook)),
  // XF, and those of Excel 4, 3 and 2
  0x00e0: (workbook, { body }) => workbook.addFormat(body.u16(2)),
  0x0443: (workbook, { body }) => workbook.addFormat(body.u8(1)),
  0x0243: (workbook, { body }) => workbook.addFormat(body.u8(1)),
  0x0043: (workbook, { body }) => workbook.addFormat(body.u8(2) & 0x3f),
  [DRAWING_GROUP]: (workbook, { body, continued }) => workbook.drawings.push(body, ...continued),
};
