import type { ByteView } from '../byte-view.js';
import type { BiffRecord } from './biff-records.js';
import { ContinuedReader, stringAt } from './biff-strings.js';
import type { XlsWorkbook } from './workbook.js';

/** What a record says of a cell. */
export interface CellValue {
  readonly row: number;
  readonly column: number;
  /** Number of the cell's format. */
  readonly format: number;
  /** Null of a formula whose text comes in the next record. */
  readonly value: string | number | null;
}

type CellReader = (record: BiffRecord, workbook: XlsWorkbook) => readonly CellValue[];

/** Place and format, which all records of cells begin with ([MS-XLS] 2.5.13). */
const cellOf = (body: ByteView): Omit<CellValue, 'value'> => ({
  row: body.u16(0),
  column: body.u16(2),
  format: body.u16(4),
});

/** Excel 2 has three bytes for the format, of which the first numbers it. */
const oldCellOf = (body: ByteView): Omit<CellValue, 'value'> => ({
  row: body.u16(0),
  column: body.u16(2),
  format: body.u8(4) & 0x3f,
});

/** A number in 30 bits ([MS-XLS] 2.5.217): whole or the upper half of a floating one, times 100 or not. */
export function rkNumber(rk: number): number {
  const isWhole = (rk & 2) !== 0;
  const number = isWhole ? rk >> 2 : doubleOf(rk & ~3);
  return (rk & 1) === 0 ? number : number / 100;
}

function doubleOf(upper: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setInt32(0, upper);
  return view.getFloat64(0);
}

/** [MS-XLS] 2.5.10 BErr. */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

const booleanOrError = (value: number, isError: boolean): string =>
  isError ? (ERRORS[value] ?? '#N/A') : value === 0 ? 'FALSE' : 'TRUE';

/** The result of a formula (2.5.133): a number, or a mark and what kind of value it is. */
function formulaValue(body: ByteView, at: number): string | number | null {
  if (body.u16(at + 6) !== 0xffff) return body.f64(at);
  switch (body.u8(at)) {
    case 0:
      return null;
    case 1:
      return booleanOrError(body.u8(at + 2), false);
    case 2:
      return booleanOrError(body.u8(at + 2), true);
    default:
      return '';
  }
}

/** Cells beside each other (2.4.175 MulRk). */
function manyNumbers({ body }: BiffRecord): CellValue[] {
  const count = Math.max(0, Math.floor((body.length - 6) / 6));
  return Array.from({ length: count }, (_, index) => ({
    row: body.u16(0),
    column: body.u16(2) + index,
    format: body.u16(4 + index * 6),
    value: rkNumber(body.i32(6 + index * 6)),
  }));
}

const formula: CellReader = ({ body }) => [{ ...cellOf(body), value: formulaValue(body, 6) }];

/** Before Excel 97 the text is in a code page, and runs of fonts come behind it. */
const label: CellReader = (record, workbook) => {
  const value = workbook.isUnicode ? new ContinuedReader(record, 6).richString() : stringAt(record, 6, 2, workbook);
  return [{ ...cellOf(record.body), value }];
};

/** Readers of cells by the number of their record. */
export const cellReaders: Readonly<Record<number, CellReader | undefined>> = {
  // Excel 2: Integer, Number, Label, BoolErr
  0x0002: ({ body }) => [{ ...oldCellOf(body), value: body.u16(7) }],
  0x0003: ({ body }) => [{ ...oldCellOf(body), value: body.f64(7) }],
  0x0004: (record, workbook) => [{ ...oldCellOf(record.body), value: stringAt(record, 7, 1, workbook) }],
  0x0005: ({ body }) => [{ ...oldCellOf(body), value: booleanOrError(body.u8(7), body.u8(8) === 1) }],
  // Formula; of Excel 3 and 4
  0x0006: (record, workbook) =>
    workbook.version > 0x0200
      ? formula(record, workbook)
      : [{ ...oldCellOf(record.body), value: formulaValue(record.body, 7) }],
  0x0206: formula,
  0x0406: formula,
  // MulRk, RString, LabelSst, Number, Label, BoolErr, RK
  0x00bd: manyNumbers,
  0x00d6: label,
  0x00fd: ({ body }, { strings }) => [{ ...cellOf(body), value: strings[body.u32(6)] ?? '' }],
  0x0203: ({ body }) => [{ ...cellOf(body), value: body.f64(6) }],
  0x0204: label,
  0x0205: ({ body }) => [{ ...cellOf(body), value: booleanOrError(body.u8(6), body.u8(7) === 1) }],
  0x027e: ({ body }) => [{ ...cellOf(body), value: rkNumber(body.i32(6)) }],
};
