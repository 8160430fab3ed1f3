import { decodeCodePage } from '../../encoding/code-pages.js';
import { numberText } from '../../ooxml/number-text.js';
import type { ByteView } from '../byte-view.js';
import {
  COMMENT_AUTHORS,
  COMMENT_REFERENCES,
  COMMENT_TEXTS,
  ENDNOTE_REFERENCES,
  ENDNOTE_TEXTS,
  type Fib,
  FOOTNOTE_REFERENCES,
  FOOTNOTE_TEXTS,
  HEADERS,
  HEADER_TEXT_BOXES,
  SHAPES,
  TEXT_BOXES,
} from './fib.js';

/** A stretch of the document's text, `to` not included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Note extends Range {
  /** As it stands in the text: `[1]`, of endnotes `[i]`; empty where the author has typed one. */
  readonly mark: string;
}

export interface Comment extends Range {
  readonly author: string;
}

export interface TextBox extends Range {
  /** Of the shape that it is in. */
  readonly shape: number;
}

/** Where the parts of a document are in its text ([MS-DOC] 2.3). */
export interface DocParts {
  readonly body: Range;
  readonly footnotes: readonly Note[];
  readonly endnotes: readonly Note[];
  readonly comments: readonly Comment[];
  readonly headers: readonly Range[];
  readonly footers: readonly Range[];
  readonly textBoxes: readonly TextBox[];
  readonly headerTextBoxes: readonly TextBox[];
  /** Marks of notes by their place in the body. */
  readonly marks: ReadonlyMap<number, string>;
  /** Shapes by the place in the body where they are anchored. */
  readonly shapes: ReadonlyMap<number, number>;
}

export function partsOf(fib: Fib): DocParts {
  const { lengths } = fib;
  const footnotesAt = lengths.text;
  const headersAt = footnotesAt + lengths.footnotes;
  const commentsAt = headersAt + lengths.headers + lengths.macros;
  const endnotesAt = commentsAt + lengths.comments;
  const boxesAt = endnotesAt + lengths.endnotes;
  const headerBoxesAt = boxesAt + lengths.textBoxes;
  const marks = new Map<number, string>();
  const part = (at: number, length: number): Range => ({ from: at, to: at + length });
  return {
    body: part(0, lengths.text),
    footnotes: notesOf(fib, part(footnotesAt, lengths.footnotes), {
      references: FOOTNOTE_REFERENCES,
      texts: FOOTNOTE_TEXTS,
      style: 'decimal',
      marks,
    }),
    endnotes: notesOf(fib, part(endnotesAt, lengths.endnotes), {
      references: ENDNOTE_REFERENCES,
      texts: ENDNOTE_TEXTS,
      style: 'lowerRoman',
      marks,
    }),
    comments: commentsOf(fib, part(commentsAt, lengths.comments)),
    ...headersOf(fib, part(headersAt, lengths.headers)),
    textBoxes: textBoxesOf(fib, part(boxesAt, lengths.textBoxes), TEXT_BOXES),
    headerTextBoxes: textBoxesOf(fib, part(headerBoxesAt, lengths.headerTextBoxes), HEADER_TEXT_BOXES),
    marks,
    shapes: fib.isOld ? new Map() : shapesOf(fib.table(SHAPES)),
  };
}

/** The positions of a table of them, each with so many bytes of data ([MS-DOC] 2.2.2). */
function positions(table: ByteView, dataBytes: number): number[] {
  const count = Math.max(0, Math.floor((table.length - 4) / (4 + dataBytes)));
  return table.length < 4 ? [] : Array.from({ length: count + 1 }, (_, index) => table.u32(index * 4));
}

/** Stretches between positions that count from the beginning of a part; what leads out of it or back is cut. */
function rangesIn(part: Range, places: readonly number[]): Range[] {
  let from = Math.min(part.to, part.from + (places[0] ?? 0));
  return places.slice(1).map((place) => {
    const range = { from, to: Math.max(from, Math.min(part.to, part.from + place)) };
    from = range.to;
    return range;
  });
}

const isEmpty = ({ from, to }: Range): boolean => to <= from;

/** A part that no table divides is one text. */
const orWhole = (ranges: readonly Range[], part: Range): readonly Range[] =>
  ranges.every(isEmpty) && !isEmpty(part) ? [part] : ranges;

function notesOf(
  fib: Fib,
  part: Range,
  {
    references,
    texts,
    style,
    marks,
  }: {
    readonly references: number;
    readonly texts: number;
    readonly style: string;
    readonly marks: Map<number, string>;
  },
): Note[] {
  if (isEmpty(part)) return [];
  const table = fib.table(references);
  const places = positions(table, 2);
  let number = 0;
  const found = places.slice(0, -1).map((place, index) => {
    const isNumbered = table.i16(places.length * 4 + index * 2) !== 0;
    const mark = isNumbered ? `[${numberText(++number, style)}]` : '';
    marks.set(place, mark);
    return mark;
  });
  const ranges = orWhole(rangesIn(part, positions(fib.table(texts), 0)), part);
  return ranges.filter((range) => !isEmpty(range)).map((range, index) => ({ ...range, mark: found[index] ?? '' }));
}

/** 2.9.4 ATRDPre10: initials, then the number of the author. */
const COMMENT_BYTES = 30;
const AUTHOR_AT = 20;

function commentsOf(fib: Fib, part: Range): Comment[] {
  if (isEmpty(part)) return [];
  const authors = fib.isOld ? [] : names(fib.table(COMMENT_AUTHORS));
  const table = fib.table(COMMENT_REFERENCES);
  const places = positions(table, fib.isOld ? AUTHOR_AT : COMMENT_BYTES);
  const ranges = orWhole(rangesIn(part, positions(fib.table(COMMENT_TEXTS), 0)), part);
  return ranges.map((range, index) => ({
    ...range,
    author: fib.isOld ? '' : (authors[table.u16(places.length * 4 + index * COMMENT_BYTES + AUTHOR_AT)] ?? ''),
  }));
}

/** 2.9.358 Xst: number of characters, characters; one after the other. */
function names(table: ByteView): string[] {
  const found: string[] = [];
  for (let at = 0; at + 2 <= table.length;) {
    const bytes = table.u16(at) * 2;
    found.push(decodeCodePage(table.slice(at + 2, bytes), 1200));
    at += 2 + bytes;
  }
  return found;
}

/** 2.3.3: six stories about notes, then six for each section: headers and footers of even, odd and first pages. */
const NOTE_STORIES = 6;
const FOOTER_STORIES = new Set([2, 3, 5]);

function headersOf(fib: Fib, part: Range): Pick<DocParts, 'headers' | 'footers'> {
  if (isEmpty(part)) return { headers: [], footers: [] };
  const stories = rangesIn(part, positions(fib.table(HEADERS), 0));
  if (stories.every(isEmpty)) return { headers: [part], footers: [] };
  const headers: Range[] = [];
  const footers: Range[] = [];
  for (const [index, story] of stories.entries())
    if (index >= NOTE_STORIES && !isEmpty(story))
      (FOOTER_STORIES.has((index - NOTE_STORIES) % 6) ? footers : headers).push(story);
  return { headers, footers };
}

/** 2.9.106 FTXBXS: the shape that a text box is in; one that says -1 is none. */
const BOX_BYTES = 22;
const BOX_SHAPE_AT = 14;

function textBoxesOf(fib: Fib, part: Range, index: number): TextBox[] {
  if (isEmpty(part)) return [];
  if (fib.isOld) return [{ ...part, shape: 0 }];
  const table = fib.table(index);
  const places = positions(table, BOX_BYTES);
  const boxes = rangesIn(part, places).map((range, box) => ({
    ...range,
    shape: table.u32(places.length * 4 + box * BOX_BYTES + BOX_SHAPE_AT),
  }));
  const filled = boxes.filter((box) => !isEmpty(box));
  return filled.length === 0 ? [{ ...part, shape: 0 }] : filled;
}

/** 2.9.253 Spa: where shapes are anchored, and their number. */
const ANCHOR_BYTES = 26;

function shapesOf(table: ByteView): Map<number, number> {
  const places = positions(table, ANCHOR_BYTES);
  return new Map(
    places.slice(0, -1).map((place, index) => [place, table.u32(places.length * 4 + index * ANCHOR_BYTES)]),
  );
}
