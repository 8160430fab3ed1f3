/** Bytes of a record: its number, its length, what it says. */
export function record(type: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([u16(type), u16(body.length), body]);
}

export function u16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value & 0xffff);
  return buffer;
}
export function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value >>> 0);
  return buffer;
}
export function f64(value: number): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeDoubleLE(value);
  return buffer;
}
export const u8 = (...values: readonly number[]): Buffer => Buffer.from(values);
export const wide = (text: string): Buffer => Buffer.concat([u8(1), Buffer.from(text, 'utf16le')]);
export const narrow = (text: string): Buffer => Buffer.concat([u8(0), Buffer.from(text, 'latin1')]);

const BOF = 0x0809;
const EOF = record(0x000a);

/** Beginning and end around the records of a part; kinds are 5 of the workbook, 16 of sheets, 32 of charts. */
export const substream = (kind: number, records: readonly Buffer[], version = 0x0600): Buffer =>
  Buffer.concat([record(BOF, u16(version), u16(kind), Buffer.alloc(12)), ...records, EOF]);

export interface SheetFixture {
  readonly name: string;
  readonly records: readonly Buffer[];
  /** 0 visible, 1 hidden, 2 hidden for good. */
  readonly state?: number;
  /** 0 sheet, 1 macros, 2 chart, 6 module. */
  readonly kind?: number;
}

/** The stream of a workbook for tests: what all sheets share, then the sheets. */
export function workbookOf(sheets: readonly SheetFixture[], globals: readonly Buffer[] = [], version = 0x0600): Buffer {
  const nameOf = (name: string): Buffer => (version === 0x0600 ? wide(name) : Buffer.from(name, 'latin1'));
  const bound = ({ name, state = 0, kind = 0 }: SheetFixture, at: number): Buffer =>
    record(0x0085, u32(at), u8(state, kind), u8(name.length), nameOf(name));
  const length = substream(5, [...globals, ...sheets.map((sheet) => bound(sheet, 0))], version).length;
  const bodies = sheets.map(({ records, kind = 0 }) => substream(kind === 2 ? 32 : 16, records, version));
  const places = bodies.map((_, index) => length + bodies.slice(0, index).reduce((sum, body) => sum + body.length, 0));
  const head = substream(5, [...globals, ...sheets.map((sheet, index) => bound(sheet, places[index] ?? 0))], version);
  return Buffer.concat([head, ...bodies]);
}

/** Place and format that every cell begins with. */
export const cell = (row: number, column: number, format = 0): Buffer =>
  Buffer.concat([u16(row), u16(column), u16(format)]);
export const number = (row: number, column: number, value: number, format = 0): Buffer =>
  record(0x0203, cell(row, column, format), f64(value));
export const label = (row: number, column: number, text: string, format = 0): Buffer =>
  record(0x0204, cell(row, column, format), u16(text.length), wide(text));
