import type { Line, Page, StoredReading } from '@app/reading';
import { fold } from '@app/text';

/** A run of words that stand together on a line: a cell, a label, or a whole line of prose. */
export interface Segment {
  readonly words: readonly string[];
  /** From 0 over the pages, in the order of the file. */
  readonly page: number;
  /** From 0 over the lines of the page that have words. */
  readonly row: number;
  /** Set in capitals, or in type clearly larger than the page's: a heading. */
  readonly heading: boolean;
  /** Index of the first of its words in `DocumentView.words`. */
  readonly start: number;
}

/** The part of a document that the engine looks at, folded and cut into words once for all cues. */
export interface DocumentView {
  readonly text: string;
  readonly lines: readonly ViewLine[];
  readonly words: readonly string[];
  /** For each word, the index of its segment. */
  readonly segmentOf: readonly number[];
  readonly segments: readonly Segment[];
}

export interface ViewLine {
  readonly text: string;
  readonly page: number;
  readonly row: number;
}

/**
 * What a type shows itself by stands at the beginning (titles, heads, the first clauses) and at the end (signatures).
 * 24,000 characters are about eight full pages; with the cap a contract of a hundred pages takes no longer than one of nine.
 */
const HEAD_CHARACTERS = 24_000;
const TAIL_CHARACTERS = 6_000;
/** Letters spaced out for show (`I N V O I C E`) are one word; three could be initials. */
const SPACED_LETTERS = 4;
const LARGE_TYPE = 1.35;

/** The words of a text as cues and documents are compared: folded, without apostrophes, runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return joinSpacedLetters(
    fold(text)
      .replace(/'/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
}

function joinSpacedLetters(words: readonly string[]): string[] {
  const result: string[] = [];
  let run: string[] = [];
  const flush = (): void => {
    if (run.length >= SPACED_LETTERS) result.push(run.join(''));
    else result.push(...run);
    run = [];
  };
  for (const word of words) {
    if (word.length === 1 && /\p{L}/u.test(word)) run.push(word);
    else {
      flush();
      result.push(word);
    }
  }
  flush();
  return result;
}

interface SourceLine {
  readonly text: string;
  readonly page: number;
  readonly row: number;
  readonly large: boolean;
}

export function viewDocument(reading: StoredReading): DocumentView {
  const lines = lookedAt(reading);
  const segments: Segment[] = [];
  const words: string[] = [];
  const segmentOf: number[] = [];
  for (const line of lines) {
    for (const part of line.text.split(/\s{3,}|\t|\s\|\s/)) {
      const partWords = wordsOf(part);
      if (partWords.length === 0) continue;
      const heading = line.large || isCapitals(part);
      segments.push({ words: partWords, page: line.page, row: line.row, heading, start: words.length });
      for (const word of partWords) {
        words.push(word);
        segmentOf.push(segments.length - 1);
      }
    }
  }
  return { text: lines.map((line) => line.text).join('\n'), lines, words, segmentOf, segments };
}

const plainLines = (text: string): SourceLine[] =>
  text
    .slice(0, HEAD_CHARACTERS)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, row) => ({ text: line, page: 0, row, large: false }));

function pageLines(reading: StoredReading, page: Page, index: number): SourceLine[] {
  const usual = medianHeight(page.lines);
  return page.lines
    .map((line) => ({ line, text: reading.text.slice(line.start, line.end) }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ line, text }, row) => ({
      text,
      page: index,
      row,
      large: usual > 0 && line.box !== null && line.box.height > usual * LARGE_TYPE,
    }));
}

function medianHeight(lines: readonly Line[]): number {
  const heights = lines.flatMap((line) => (line.box === null ? [] : [line.box.height])).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}

/** The first and the last lines of a document, with no line longer than all of the first part. */
function lookedAt(reading: StoredReading): SourceLine[] {
  const pages = reading.pages.map((page, index) => ({ page, index }));
  const isPlain = reading.pages.every((page) => page.lines.length === 0);
  const linesOf = ({ page, index }: { page: Page; index: number }): SourceLine[] => pageLines(reading, page, index);
  const head = isPlain
    ? takeLines([plainLines(reading.text)], HEAD_CHARACTERS)
    : takeLines(lazily(pages, linesOf), HEAD_CHARACTERS);
  const last = head.at(-1);
  const isAfterHead = (line: SourceLine): boolean =>
    last !== undefined && (line.page > last.page || (line.page === last.page && line.row > last.row));
  const tail = isPlain
    ? []
    : takeLines(
        lazily(pages.toReversed(), (entry) => linesOf(entry).reverse()),
        TAIL_CHARACTERS,
      );
  return [...head, ...tail.filter(isAfterHead).reverse()].map((line) =>
    line.text.length > HEAD_CHARACTERS ? { ...line, text: line.text.slice(0, HEAD_CHARACTERS) } : line,
  );
}

function* lazily<T, R>(entries: readonly T[], make: (entry: T) => R): Generator<R> {
  for (const entry of entries) yield make(entry);
}

/** Lines until there are enough characters; pages beyond them are never cut into lines. */
function takeLines(pages: Iterable<readonly SourceLine[]>, characters: number): SourceLine[] {
  const taken: SourceLine[] = [];
  let left = characters;
  for (const lines of pages) {
    for (const line of lines) {
      if (left <= 0) return taken;
      taken.push(line);
      left -= line.text.length;
    }
    if (left <= 0) return taken;
  }
  return taken;
}

function isCapitals(text: string): boolean {
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0;
  return upper >= 4 && upper >= 4 * lower;
}
