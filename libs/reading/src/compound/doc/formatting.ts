import type { RowShape } from '../../flow/row-shape.js';
import type { ByteView } from '../byte-view.js';
import { CHARACTER_PAGES, type Fib, PARAGRAPH_PAGES } from './fib.js';
import { rowShapeOf } from './row-definition.js';
import { sprmsOf } from './sprms.js';

/** What is known of a paragraph; absent is what its style says. */
export interface ParagraphFormat {
  readonly style: number;
  readonly isInTable?: boolean;
  /** The mark at the end of a table's row. */
  readonly isRowEnd?: boolean;
  readonly outlineLevel?: number;
  /** Number of the list, from 1; 0 takes the paragraph out of that of its style. */
  readonly list?: number;
  /** From 0. */
  readonly listDepth?: number;
  readonly row?: RowShape;
  readonly isHeaderRow?: boolean;
}

/** What is known of a run of characters, as far as it decides what is shown. */
export interface CharacterFormat {
  readonly isHidden?: boolean;
  readonly isDeleted?: boolean;
  /** Control characters in it stand for pictures, notes and symbols. */
  readonly isSpecial?: boolean;
  /** A character of a symbol font, which is shown in the place of the one in the text. */
  readonly symbol?: number;
  /** Number of the font, as far as it is said. */
  readonly font?: number;
  /** Of a picture in the data stream. */
  readonly pictureAt?: number;
  readonly isObject?: boolean;
}

const PLAIN_PARAGRAPH: ParagraphFormat = { style: 0 };
const PLAIN_CHARACTERS: CharacterFormat = {};
const PAGE_BYTES = 512;

interface Run<T> {
  readonly from: number;
  readonly to: number;
  readonly format: T;
}

/** Formats of paragraphs and characters by place in the stream ([MS-DOC] 2.4.6.1, 2.4.6.2). */
export class Formatting {
  private readonly paragraphs: readonly Run<ParagraphFormat>[];
  private readonly characters: readonly Run<CharacterFormat>[];
  private lastRun: Run<CharacterFormat> | undefined;

  constructor(fib: Fib) {
    // Sprms of Word 6 are others, and their list was never published.
    this.paragraphs = fib.isOld
      ? []
      : sorted(pagesOf(fib, PARAGRAPH_PAGES).flatMap((page) => paragraphRuns(page, fib.data)));
    this.characters = fib.isOld ? [] : sorted(pagesOf(fib, CHARACTER_PAGES).flatMap(characterRuns));
  }

  /** False where the file has none, or none that can be read. */
  get hasParagraphs(): boolean {
    return this.paragraphs.length > 0;
  }

  paragraphAt(place: number): ParagraphFormat {
    return find(this.paragraphs, place)?.format ?? PLAIN_PARAGRAPH;
  }

  charactersAt(place: number): CharacterFormat {
    const last = this.lastRun;
    if (last === undefined || place < last.from || place >= last.to) this.lastRun = find(this.characters, place);
    return this.lastRun?.format ?? PLAIN_CHARACTERS;
  }
}

const sorted = <T>(runs: readonly Run<T>[]): readonly Run<T>[] => runs.toSorted((a, b) => a.from - b.from);

function find<T>(runs: readonly Run<T>[], place: number): Run<T> | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.from ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  const found = runs[low];
  return found !== undefined && place >= found.from && place < found.to ? found : undefined;
}

/** Pages of formats that a table of places names (2.8.5, 2.8.6); there are no more than fit into the stream. */
function pagesOf({ table, stream }: Fib, index: number): ByteView[] {
  const places = table(index);
  const count = Math.min(Math.floor((places.length - 4) / 8), Math.ceil(stream.length / PAGE_BYTES));
  return Array.from({ length: Math.max(0, count) }, (_, page) => {
    const number = places.u32((count + 1) * 4 + page * 4) & 0x3fffff;
    return stream.part(number * PAGE_BYTES, PAGE_BYTES);
  });
}

/** A page of paragraphs (2.9.175): places, then 13 bytes for each, of which the first leads to the format. */
function paragraphRuns(page: ByteView, data: ByteView): Run<ParagraphFormat>[] {
  const count = page.u8(PAGE_BYTES - 1);
  return Array.from({ length: count }, (_, index) => {
    const at = page.u8((count + 1) * 4 + index * 13) * 2;
    return {
      from: page.u32(index * 4),
      to: page.u32(index * 4 + 4),
      format: at === 0 ? PLAIN_PARAGRAPH : paragraphFormat(page, at, data),
    };
  });
}

/** 2.9.174: a length in words, or zero and a longer one; the style; changes to it. */
function paragraphFormat(page: ByteView, at: number, data: ByteView): ParagraphFormat {
  const words = page.u8(at);
  const from = words === 0 ? at + 2 : at + 1;
  const size = words === 0 ? page.u8(at + 1) * 2 : words * 2 - 1;
  const format: MutableParagraph = { style: page.u16(from) };
  applyParagraph(format, page.part(from + 2, size - 2), data);
  return format;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type MutableParagraph = Mutable<ParagraphFormat>;

/** Changes of paragraphs (2.6.2) and of rows (2.6.3) that decide what is shown. */
const PARAGRAPH_SPRMS: Readonly<Record<number, (format: MutableParagraph, operand: ByteView) => void>> = {
  0x2416: (format, operand) => {
    format.isInTable = operand.u8(0) !== 0;
  },
  0x6649: (format, operand) => {
    format.isInTable = operand.i32(0) > 0;
  },
  0x2417: (format, operand) => {
    format.isRowEnd = operand.u8(0) !== 0;
  },
  0x2640: (format, operand) => {
    format.outlineLevel = operand.u8(0);
  },
  0x260a: (format, operand) => {
    format.listDepth = Math.min(8, operand.u8(0));
  },
  0x460b: (format, operand) => {
    format.list = operand.u16(0);
  },
  0x3404: (format, operand) => {
    format.isHeaderRow = operand.u8(0) !== 0;
  },
  0xd608: (format, operand) => {
    format.row = rowShapeOf(operand);
  },
};

/** Lists of changes that are too long for a page lie in the data stream (2.6.2, sprmPHugePapx). */
const HUGE = new Set([0x6645, 0x6646]);

function applyParagraph(format: MutableParagraph, list: ByteView, data: ByteView | null): void {
  for (const { code, operand } of sprmsOf(list)) {
    if (HUGE.has(code) && data !== null) applyParagraph(format, hugeList(data, operand.u32(0)), null);
    else PARAGRAPH_SPRMS[code]?.(format, operand);
  }
}

const hugeList = (data: ByteView, at: number): ByteView => data.part(at + 2, data.u16(at));

/** The format that a style gives its paragraphs. */
export function styleFormat(list: ByteView): Omit<ParagraphFormat, 'style'> {
  const format: MutableParagraph = { style: 0 };
  applyParagraph(format, list, null);
  const { style: _, ...rest } = format;
  return rest;
}

/** A page of runs (2.9.33): places, then a byte for each that leads to the changes. */
function characterRuns(page: ByteView): Run<CharacterFormat>[] {
  const count = page.u8(PAGE_BYTES - 1);
  return Array.from({ length: count }, (_, index) => {
    const at = page.u8((count + 1) * 4 + index) * 2;
    return {
      from: page.u32(index * 4),
      to: page.u32(index * 4 + 4),
      format: at === 0 ? PLAIN_CHARACTERS : characterFormat(page.part(at + 1, page.u8(at))),
    };
  });
}

type MutableCharacters = Mutable<CharacterFormat>;

/** Changes of characters (2.6.1) that decide what is shown. */
const CHARACTER_SPRMS: Readonly<Record<number, (format: MutableCharacters, operand: ByteView) => void>> = {
  0x0800: (format, operand) => {
    format.isDeleted = operand.u8(0) === 1;
  },
  0x083c: (format, operand) => {
    format.isHidden = operand.u8(0) === 1;
  },
  0x0855: (format, operand) => {
    format.isSpecial = operand.u8(0) === 1;
  },
  0x080a: (format, operand) => {
    format.isObject = operand.u8(0) === 1;
  },
  0x6a03: (format, operand) => {
    format.pictureAt = operand.u32(0);
    format.isSpecial = true;
  },
  0x4a4f: (format, operand) => {
    format.font = operand.u16(0);
  },
  0x6a09: (format, operand) => {
    format.font = operand.u16(0);
    format.symbol = operand.u16(2);
    format.isSpecial = true;
  },
};

function characterFormat(list: ByteView): CharacterFormat {
  const format: MutableCharacters = {};
  for (const { code, operand } of sprmsOf(list)) CHARACTER_SPRMS[code]?.(format, operand);
  return format;
}
