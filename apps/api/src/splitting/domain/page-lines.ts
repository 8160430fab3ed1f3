import type { Page, StoredReading } from '@app/reading';
import { fold } from '@app/text';

/** A printed line of a page; places are shares of the page, 0 at its top and left. */
export interface PageLine {
  readonly text: string;
  /** Small letters without accents. */
  readonly folded: string;
  /** The folded text with `#` for each run of digits: what comes again on pages that are numbered. */
  readonly key: string;
  /** Its parts where wide gaps part it: cells, or a label and its value. */
  readonly segments: readonly string[];
  readonly y: number;
  readonly x: number;
  readonly height: number;
  readonly width: number;
}

/** Heads and feet of pages stand in these shares of their height. */
const HEAD = 0.14;
const FOOT = 0.88;
/** Only page numbers and running titles stand so close to the edge. */
const EDGE = 0.07;

export const isHead = ({ y }: PageLine): boolean => y < HEAD;
export const isFoot = ({ y }: PageLine): boolean => y > FOOT;
export const isAtEdge = ({ y }: PageLine): boolean => y < EDGE || y > 1 - EDGE;

/** The lines of a page that say something, from its top to its bottom. */
export function linesOf(reading: StoredReading, page: Page): PageLine[] {
  const count = page.lines.length;
  return page.lines
    .map(({ start, end, box }, index): PageLine => {
      const text = reading.text.slice(start, end).trim();
      const folded = fold(text).replace(/\s+/g, ' ');
      const { x, y, width, height } = box ?? { x: 0, y: index / Math.max(1, count), width: 1, height: 0 };
      const segments = text.split(/\s{3,}|\t/).map((segment) => segment.trim());
      return { text, folded, key: folded.replace(/\d+/g, '#'), segments, y: y + height / 2, x, height, width };
    })
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
    .sort((a, b) => a.y - b.y);
}
