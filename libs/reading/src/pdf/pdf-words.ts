import type { RawWord, Rect } from '../layout/geometry.js';
import { displayed, isOnPage, type PageSpace, rectAt } from './page-space.js';
import { type Pdfium, withMemory } from './pdfium.js';
import { type TextStyle, TextStyles } from './text-styles.js';

/** A word of a text layer, in points from the displayed top left, and what there is to say against its being seen. */
export interface PdfWord extends RawWord {
  readonly isBold: boolean;
  readonly paint: TextStyle['paint'];
}

/** A page's text before layout: words in the order of the content stream. */
export interface PdfPageText {
  readonly words: readonly PdfWord[];
  /** Words beyond the page's edges. */
  readonly offPage: readonly PdfWord[];
  /** Characters without white space, and those of them that no Unicode value could be found for. */
  readonly characters: number;
  readonly unmapped: number;
}

/** The text of a page; null where pdfium cannot tell. */
export function readPageText(pdfium: Pdfium, page: number, space: PageSpace): PdfPageText | null {
  const { call } = pdfium;
  const textPage = call.FPDFText_LoadPage(page);
  if (textPage === 0) return null;
  try {
    return new WordReader(pdfium, textPage, space).read();
  } finally {
    call.FPDFText_ClosePage(textPage);
  }
}

/** Where pdfium took away a hyphen at the end of a line it leaves one of these, with no line break behind. */
const isSoftBreak = (code: number): boolean => code === 0x02 || code === 0xad || code === 0xfffe;

const isSpace = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0 ||
  (code >= 0xa0 && (code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x3000 || code === 0x202f));

const isUnmapped = (code: number): boolean =>
  code < 0x20 || code === 0xfffd || code === 0xffff || (code >= 0xe000 && code <= 0xf8ff);

/** One page's characters, and the words that they make. */
class WordReader {
  private readonly words: PdfWord[] = [];
  private readonly offPage: PdfWord[] = [];
  private readonly styles: TextStyles;
  private text = '';
  private codes: Uint16Array | Uint32Array = new Uint16Array(0);

  constructor(
    private readonly pdfium: Pdfium,
    private readonly textPage: number,
    private readonly space: PageSpace,
  ) {
    this.styles = new TextStyles(pdfium, textPage, space.rotation);
  }

  read(): PdfPageText {
    this.load();
    const { codes } = this;
    let characters = 0;
    let unmapped = 0;
    let start = -1;
    for (let index = 0; index < codes.length; index++) {
      const code = codes[index] ?? 0;
      const isBreak = isSoftBreak(code);
      if (isBreak || isSpace(code)) {
        if (start >= 0) this.addRun(start, index, isBreak ? '-' : '');
        start = -1;
        continue;
      }
      characters++;
      if (isUnmapped(code)) unmapped++;
      if (start < 0) start = index;
    }
    if (start >= 0) this.addRun(start, codes.length, '');
    return { words: this.words, offPage: this.offPage, characters, unmapped };
  }

  /** The code points of all characters; one bulk call where pdfium's text has a unit for every character. */
  private load(): void {
    const { call, bytes } = this.pdfium;
    const count = call.FPDFText_CountChars(this.textPage);
    if (count <= 0) return;
    withMemory(this.pdfium, (count + 1) * 2, (buffer) => {
      const length = call.FPDFText_GetText(this.textPage, 0, count, buffer) - 1;
      if (length !== count) return;
      const units = new Uint16Array(bytes().slice(buffer, buffer + count * 2).buffer);
      const text = utf16.decode(units);
      if (ODD_UNITS.test(text) || text.length !== count) return;
      this.codes = units;
      this.text = text;
    });
    if (this.text === '')
      this.codes = Uint32Array.from({ length: count }, (_, index) => call.FPDFText_GetUnicode(this.textPage, index));
  }

  /** The words of a run of characters without white space: nearly always one, told by its first and last box alone. */
  private addRun(start: number, end: number, suffix: string): void {
    const style = this.styles.at(start);
    const turns = (style.direction - this.space.rotation) & 3;
    const last = end - 1;
    const box = this.boxesOf(start, last);
    if (last === start || follows(box, turns, Infinity)) {
      this.addWord(start, end, suffix, style, rectOf(this.space, box));
      return;
    }
    let from = start;
    let rect = this.rectAt(start);
    for (let index = start + 1; index < end; index++) {
      const next = this.boxesOf(index - 1, index);
      if (follows(next, turns, 1)) {
        rect = including(rect, rectOf(this.space, next));
        continue;
      }
      this.addWord(from, index, '', style, rect);
      from = index;
      rect = this.rectAt(index);
    }
    this.addWord(from, end, suffix, style, rect);
  }

  private addWord(start: number, end: number, suffix: string, style: TextStyle, rect: Rect): void {
    const text = this.textOf(start, end) + suffix;
    if (text === '') return;
    const word: PdfWord = { text, rect, direction: style.direction, isBold: style.isBold, paint: style.paint };
    (isOnPage(rect, this.space) ? this.words : this.offPage).push(word);
  }

  private textOf(start: number, end: number): string {
    if (this.text !== '') return this.text.slice(start, end);
    let text = '';
    for (let index = start; index < end; index++) {
      const code = this.codes[index] ?? 0;
      if (code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)) text += String.fromCodePoint(code);
    }
    return text;
  }

  /** Boxes of two characters with the height of their fonts, so that words of one line share top and bottom. */
  private boxesOf(first: number, second: number): TwoBoxes {
    const { call, floats, scratch } = this.pdfium;
    call.FPDFText_GetLooseCharBox(this.textPage, first, scratch);
    if (second !== first) call.FPDFText_GetLooseCharBox(this.textPage, second, scratch + BOX_BYTES);
    const heap = floats();
    const at = scratch >> 2;
    const next = second === first ? at : at + BOX_BYTES / 4;
    boxes.left = heap[at] ?? 0;
    boxes.top = heap[at + 1] ?? 0;
    boxes.right = heap[at + 2] ?? 0;
    boxes.bottom = heap[at + 3] ?? 0;
    boxes.nextLeft = heap[next] ?? 0;
    boxes.nextTop = heap[next + 1] ?? 0;
    boxes.nextRight = heap[next + 2] ?? 0;
    boxes.nextBottom = heap[next + 3] ?? 0;
    return boxes;
  }

  private rectAt(index: number): Rect {
    const { call, floats, scratch } = this.pdfium;
    call.FPDFText_GetLooseCharBox(this.textPage, index, scratch);
    return displayed(this.space, ...rectAt(floats(), scratch));
  }
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });
/** Halves of characters beyond 16 bits, and control characters that are no text. */
// eslint-disable-next-line no-control-regex
const ODD_UNITS = /[\u0001\u0003-\u0008\u000e-\u001f\ud800-\udfff\ufffd]/;

/** sizeof(FS_RECTF). */
const BOX_BYTES = 16;

/** Two character boxes in the page's own space. One object for all words: a page has thousands of characters. */
interface TwoBoxes {
  left: number;
  top: number;
  right: number;
  bottom: number;
  nextLeft: number;
  nextTop: number;
  nextRight: number;
  nextBottom: number;
}
const boxes: TwoBoxes = {
  left: 0,
  top: 0,
  right: 0,
  bottom: 0,
  nextLeft: 0,
  nextTop: 0,
  nextRight: 0,
  nextBottom: 0,
};

/**
 * Whether the second box stands on the line of the first, ahead of its start, and at most `gap` line heights beyond its
 * end. `turns`: clockwise quarter turns of the reading direction in the page's own space.
 */
function follows(two: TwoBoxes, turns: number, gap: number): boolean {
  const isLevel = turns === 0 || turns === 2;
  const height = isLevel
    ? Math.max(two.top - two.bottom, two.nextTop - two.nextBottom)
    : Math.max(two.right - two.left, two.nextRight - two.nextLeft);
  const drift = isLevel
    ? Math.abs(two.top + two.bottom - two.nextTop - two.nextBottom) / 2
    : Math.abs(two.left + two.right - two.nextLeft - two.nextRight) / 2;
  if (drift > 0.6 * height) return false;
  const ahead = aheadOf(two, turns);
  const length = isLevel ? two.right - two.left : two.top - two.bottom;
  return ahead >= -0.5 * height && ahead <= length + gap * height;
}

/** How far the second box's start is ahead of the first one's, along the reading direction. */
function aheadOf(two: TwoBoxes, turns: number): number {
  if (turns === 0) return two.nextLeft - two.left;
  if (turns === 1) return two.top - two.nextTop;
  return turns === 2 ? two.right - two.nextRight : two.nextBottom - two.bottom;
}

const rectOf = (space: PageSpace, two: TwoBoxes): Rect =>
  displayed(
    space,
    Math.min(two.left, two.nextLeft),
    Math.max(two.top, two.nextTop),
    Math.max(two.right, two.nextRight),
    Math.min(two.bottom, two.nextBottom),
  );

const including = (a: Rect, b: Rect): Rect => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});
