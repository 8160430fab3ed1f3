import { compoundOf } from '../compound-file.builder.js';

/** A stretch of the text with changes of its format, as `sprm` makes them. */
export interface FormattedRange {
  readonly from: number;
  readonly to: number;
  readonly sprms: readonly Buffer[];
  readonly style?: number;
}

export interface DocFixture {
  /** The parts of the text in the order that they have in a file. */
  readonly text: string;
  readonly footnotes?: string;
  readonly headers?: string;
  readonly comments?: string;
  readonly endnotes?: string;
  readonly textBoxes?: string;
  /** Characters from here on are in a second piece of 8-bit characters. */
  readonly narrowFrom?: number;
  readonly paragraphs?: readonly FormattedRange[];
  readonly characters?: readonly FormattedRange[];
  /** Structures of the table stream by their number in FibRgFcLcb97. */
  readonly tables?: Readonly<Record<number, Buffer>>;
  /** As `tables`, but the length that the file tells is shorter: lists are followed by their levels. */
  readonly tableLengths?: Readonly<Record<number, number>>;
  readonly streams?: Readonly<Record<string, string | Uint8Array>>;
  readonly flags?: number;
}

const TEXT_AT = 0x800;
const PAGE = 512;

/** A change of one property: its code and the bytes of its value. */
export function sprm(code: number, ...operand: readonly number[]): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(code);
  return Buffer.concat([buffer, Buffer.from(operand)]);
}

/** Positions, and data for each stretch between them ([MS-DOC] 2.2.2). */
export const positionsOf = (places: readonly number[], data: readonly Buffer[] = []): Buffer =>
  Buffer.concat([...places.map(u32), ...data]);

/** A file of Word 97 for tests: one stream with text and formats, one with tables. */
export function docOf(fixture: DocFixture): Uint8Array {
  const parts = [
    fixture.text,
    fixture.footnotes,
    fixture.headers,
    '',
    fixture.comments,
    fixture.endnotes,
    fixture.textBoxes,
  ].map((part) => part ?? '');
  const text = parts.join('');
  const narrowFrom = fixture.narrowFrom ?? text.length;
  const wide = Buffer.from(text.slice(0, narrowFrom), 'utf16le');
  const narrow = Buffer.from(text.slice(narrowFrom), 'latin1');
  const placeOf = (position: number): number =>
    position <= narrowFrom ? TEXT_AT + position * 2 : TEXT_AT + wide.length + position - narrowFrom;
  const body = Buffer.concat([wide, narrow]);
  const pagesAt = Math.ceil((TEXT_AT + body.length) / PAGE);
  const stream = Buffer.alloc((pagesAt + 2) * PAGE);
  body.copy(stream, TEXT_AT);
  paragraphPage(fixture.paragraphs ?? [], placeOf).copy(stream, pagesAt * PAGE);
  characterPage(fixture.characters ?? [], placeOf).copy(stream, (pagesAt + 1) * PAGE);
  const pageTable = (page: number): Buffer => Buffer.concat([u32(0), u32(stream.length), u32(page)]);
  const tables: Record<number, Buffer> = {
    33: pieceTable(text.length, narrowFrom, wide.length),
    13: fixture.paragraphs === undefined ? Buffer.alloc(0) : pageTable(pagesAt),
    12: fixture.characters === undefined ? Buffer.alloc(0) : pageTable(pagesAt + 1),
    ...fixture.tables,
  };
  stream.writeUInt16LE(0xa5ec, 0);
  stream.writeUInt16LE(0x00c1, 2);
  stream.writeUInt16LE(0x0409, 6);
  stream.writeUInt16LE(0x0200 | (fixture.flags ?? 0), 0x0a);
  parts.forEach((part, index) => stream.writeUInt32LE(part.length, 0x4c + index * 4));
  let at = 0;
  for (const [index, table] of Object.entries(tables)) {
    stream.writeUInt32LE(at, 0x9a + Number(index) * 8);
    stream.writeUInt32LE(fixture.tableLengths?.[Number(index)] ?? table.length, 0x9a + Number(index) * 8 + 4);
    at += table.length;
  }
  return compoundOf({ WordDocument: stream, '1Table': Buffer.concat(Object.values(tables)), ...fixture.streams });
}

/** A file of Word 6: 8-bit text in one piece, nothing else. */
export function oldDocOf(text: Buffer, language = 0x0409): Uint8Array {
  const stream = Buffer.alloc(0x300 + text.length);
  stream.writeUInt16LE(0xa5dc, 0);
  stream.writeUInt16LE(0x65, 2);
  stream.writeUInt16LE(language, 6);
  stream.writeUInt32LE(0x300, 0x18);
  stream.writeUInt32LE(text.length, 0x34);
  text.copy(stream, 0x300);
  return compoundOf({ WordDocument: stream });
}

function pieceTable(length: number, narrowFrom: number, wideBytes: number): Buffer {
  const places = narrowFrom < length ? [0, narrowFrom, length] : [0, length];
  const pieces = [TEXT_AT, (((TEXT_AT + wideBytes) * 2) | 0x40000000) >>> 0].slice(0, places.length - 1);
  const table = positionsOf(
    places,
    pieces.map((place) => Buffer.concat([u16(0), u32(place), u16(0)])),
  );
  return Buffer.concat([Buffer.from([1, 2, 0, 9, 9, 2]), u32(table.length), table]);
}

/** A page of formats: places, offsets of `entryBytes` each, the formats from the end on; the last byte is their number. */
function page(
  ranges: readonly FormattedRange[],
  placeOf: (position: number) => number,
  entryBytes: number,
  formatOf: (range: FormattedRange) => Buffer,
): Buffer {
  const bytes = Buffer.alloc(PAGE);
  let end = PAGE - 2;
  ranges.forEach((range, index) => {
    bytes.writeUInt32LE(placeOf(range.from), index * 4);
    const format = formatOf(range);
    end = (end - format.length) & ~1;
    format.copy(bytes, end);
    bytes[(ranges.length + 1) * 4 + index * entryBytes] = end / 2;
  });
  bytes.writeUInt32LE(placeOf(ranges.at(-1)?.to ?? 0), ranges.length * 4);
  bytes[PAGE - 1] = ranges.length;
  return bytes;
}

const paragraphPage = (ranges: readonly FormattedRange[], placeOf: (position: number) => number): Buffer =>
  page(ranges, placeOf, 13, ({ style = 0, sprms }) => {
    const format = Buffer.concat([u16(style), ...sprms]);
    return format.length % 2 === 1
      ? Buffer.concat([Buffer.from([(format.length + 1) / 2]), format])
      : Buffer.concat([Buffer.from([0, format.length / 2]), format]);
  });

const characterPage = (ranges: readonly FormattedRange[], placeOf: (position: number) => number): Buffer =>
  page(ranges, placeOf, 1, ({ sprms }) => {
    const format = Buffer.concat(sprms);
    return Buffer.concat([Buffer.from([format.length]), format]);
  });

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
