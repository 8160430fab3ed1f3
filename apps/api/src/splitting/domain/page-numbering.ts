import { isAtEdge, isFoot, isHead, type PageLine } from './page-lines.js';

/** What a page says of its place in its document. */
export interface Numbering {
  readonly number: number;
  /** How many pages there are; null where the page does not say. */
  readonly of: number | null;
  /** A number alone, which may be something else. */
  readonly isBare: boolean;
}

const PAGE_WORD = String.raw`(?:page|pag\.?|p\.|seite|blatt|pagina|folio|hoja|sheet|side|blz\.?)`;
const OF_WORD = String.raw`(?:of|von|de|di|sur|van|/)`;
const COUNTED = new RegExp(String.raw`\b${PAGE_WORD}\s*:?\s*(\d{1,4})\s*${OF_WORD}\s*(\d{1,4})\b`);
const WORDED = new RegExp(String.raw`(?:^|\s)${PAGE_WORD}\s*:?\s*(\d{1,4})(?:\s|$|[-–|])`);
const SLASHED = new RegExp(String.raw`^[-–(\s]*(\d{1,3})\s*${OF_WORD}\s*(\d{1,3})[-–)\s]*$`);
const BARE = /^[-–—\s[(]*(\d{1,3})[-–—\s\])]*$/;

/** The page's number as printed at its top or bottom; null where there is none. */
export function numberingOf(lines: readonly PageLine[]): Numbering | null {
  const frame = lines.filter((line) => isHead(line) || isFoot(line));
  return counted(lines) ?? slashed(frame) ?? worded(frame) ?? bare(frame.filter(isAtEdge));
}

function counted(lines: readonly PageLine[]): Numbering | null {
  for (const { folded } of lines) {
    const found = COUNTED.exec(folded);
    if (found) return numbered(found[1], found[2]);
  }
  return null;
}

function slashed(lines: readonly PageLine[]): Numbering | null {
  for (const segment of lines.flatMap(({ segments }) => segments)) {
    const found = SLASHED.exec(segment.toLowerCase());
    if (found) return numbered(found[1], found[2]);
  }
  return null;
}

function worded(lines: readonly PageLine[]): Numbering | null {
  for (const { folded } of lines) {
    const found = WORDED.exec(folded);
    if (found) return { number: Number(found[1]), of: null, isBare: false };
  }
  return null;
}

function bare(lines: readonly PageLine[]): Numbering | null {
  for (const segment of lines.flatMap(({ segments }) => segments)) {
    const found = BARE.exec(segment);
    if (found) return { number: Number(found[1]), of: null, isBare: true };
  }
  return null;
}

/** `13 of 2` counts something else. */
function numbered(number: string | undefined, of: string | undefined): Numbering | null {
  const [at, count] = [Number(number), Number(of)];
  return at >= 1 && at <= count ? { number: at, of: count, isBare: false } : null;
}
