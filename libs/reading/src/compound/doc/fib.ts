import { readingError } from '../../reading.errors.js';
import { ByteView } from '../byte-view.js';
import type { CompoundFile } from '../compound-file.js';
import { codePageOfLanguage } from './languages.js';

/** Characters of each part of a document; the parts stand one after the other ([MS-DOC] 2.3.1). */
export interface PartLengths {
  readonly text: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly macros: number;
  readonly comments: number;
  readonly endnotes: number;
  readonly textBoxes: number;
  readonly headerTextBoxes: number;
}

/** What the file information block says ([MS-DOC] 2.5): where everything is. */
export interface Fib {
  /** Word 6 and 95 have bytes for characters, and sprms of one byte. */
  readonly isOld: boolean;
  readonly stream: ByteView;
  readonly data: ByteView;
  readonly lengths: PartLengths;
  /** Where the text begins in files without a piece table. */
  readonly textAt: number;
  readonly codePage: number;
  /** A structure of the table stream by its number in FibRgFcLcb97 (2.5.6); empty where there is none. */
  readonly table: (index: number) => ByteView;
  /** As `table`, with all that stands behind it. */
  readonly tableFrom: (index: number) => ByteView;
}

/** Numbers of structures in FibRgFcLcb97. */
export const STYLES = 1;
export const FOOTNOTE_REFERENCES = 2;
export const FOOTNOTE_TEXTS = 3;
export const COMMENT_REFERENCES = 4;
export const COMMENT_TEXTS = 5;
export const HEADERS = 11;
export const CHARACTER_PAGES = 12;
export const PARAGRAPH_PAGES = 13;
export const FONTS = 15;
export const PIECES = 33;
export const COMMENT_AUTHORS = 36;
export const SHAPES = 40;
export const ENDNOTE_REFERENCES = 46;
export const ENDNOTE_TEXTS = 47;
export const DRAWINGS = 50;
export const TEXT_BOXES = 56;
export const HEADER_TEXT_BOXES = 58;
export const LISTS = 73;
export const LIST_OVERRIDES = 74;

const MAGIC_WORD_97 = 0xa5ec;
const MAGIC_WORD_6 = 0xa5dc;
/** nFib of the first beta of Word 97; older ones have another structure. */
const FIRST_NEW = 0x00c0;
const FLAGS_AT = 0x0a;
const ENCRYPTED = 0x0100;
const USES_TABLE_1 = 0x0200;
/** Where FibRgFcLcb97 begins, and Word 6's list, which has the same order up to the fields that are asked for. */
const TABLE_AT = 0x9a;
const OLD_TABLE_AT = 0x58;
const LENGTHS_AT = 0x4c;
const OLD_LENGTHS_AT = 0x34;

/** Throws `encrypted_document`, and `corrupt_document` where there is no Word document. */
export function readFib(file: CompoundFile): Fib {
  const stream = new ByteView(file.stream('WordDocument') ?? new Uint8Array());
  const magic = stream.u16(0);
  if (magic !== MAGIC_WORD_97 && magic !== MAGIC_WORD_6) throw readingError('corrupt_document');
  const flags = stream.u16(FLAGS_AT);
  if ((flags & ENCRYPTED) !== 0) throw readingError('encrypted_document');
  const isOld = magic === MAGIC_WORD_6 || stream.u16(2) < FIRST_NEW;
  const tables = isOld ? stream : tableStream(file, (flags & USES_TABLE_1) !== 0);
  const placeOf = (index: number): number => (isOld ? OLD_TABLE_AT : TABLE_AT) + index * 8;
  return {
    isOld,
    stream,
    data: new ByteView(file.stream('Data') ?? new Uint8Array()),
    lengths: readLengths(stream, isOld ? OLD_LENGTHS_AT : LENGTHS_AT),
    textAt: stream.u32(0x18),
    codePage: codePageOfLanguage(stream.u16(6)),
    table: (index) => tables.part(stream.u32(placeOf(index)), stream.u32(placeOf(index) + 4)),
    tableFrom: (index) =>
      stream.u32(placeOf(index) + 4) === 0 ? new ByteView(new Uint8Array()) : tables.part(stream.u32(placeOf(index))),
  };
}

/** Damaged files name the stream that they do not have. */
function tableStream(file: CompoundFile, usesTable1: boolean): ByteView {
  const [first, second] = usesTable1 ? ['1Table', '0Table'] : ['0Table', '1Table'];
  return new ByteView(file.stream(first) ?? file.stream(second) ?? new Uint8Array());
}

function readLengths(stream: ByteView, at: number): PartLengths {
  const [
    text = 0,
    footnotes = 0,
    headers = 0,
    macros = 0,
    comments = 0,
    endnotes = 0,
    textBoxes = 0,
    headerTextBoxes = 0,
  ] = Array.from({ length: 8 }, (_, index) => Math.max(0, stream.i32(at + index * 4)));
  return { text, footnotes, headers, macros, comments, endnotes, textBoxes, headerTextBoxes };
}
