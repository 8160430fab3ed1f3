import { middleOf, type PlacedPage, textOf } from './placed-page.js';

export type RunningKind = 'header' | 'footer';

/** Parts of the page's height at its top and bottom in which running heads and feet stand. */
const ZONE = 0.14;
/** Lines of a page's ends that are looked at. */
const LINES = 5;
/** A line is the same as another page's where it stands at the same height, within this part of the page's. */
const DRIFT = 0.012;
/** Left and right pages differ, so a line is looked for on the next page and the one behind that. */
const REACH = 2;

interface Candidate {
  /** From 0. */
  readonly page: number;
  readonly line: number;
  readonly kind: RunningKind;
  /** The first or last line of its page. */
  readonly isOutermost: boolean;
  readonly text: string;
  /** The text with `#` for every number; height on the page from 0 to 1. */
  readonly key: string;
  readonly at: number;
}

/** Of every page, the lines that belong to its frame: they come again on other pages, or number the page. */
export function runningLines(pages: readonly PlacedPage[]): ReadonlyMap<number, RunningKind>[] {
  const candidates = pages.map(candidatesOf);
  return candidates.map((own, index) => {
    const near = neighbours(index, candidates.length).flatMap((other) => candidates[other] ?? []);
    const running = own.filter(
      (line) => isPageNumber(line) || near.some((other) => isSame(line, other) || countsOn(line, other)),
    );
    return new Map(running.map(({ line, kind }) => [line, kind]));
  });
}

function neighbours(index: number, count: number): number[] {
  const indexes: number[] = [];
  for (let step = 1; step <= REACH; step++) indexes.push(index - step, index + step);
  return indexes.filter((other) => other >= 0 && other < count);
}

/** A line at the edge of both pages, and the same on both, but for a number or two. */
const isSame = (a: Candidate, b: Candidate): boolean =>
  a.kind === b.kind &&
  isInZone(a) &&
  Math.abs(a.at - b.at) <= DRIFT &&
  (a.text === b.text || (a.key === b.key && MAY_COUNT.test(a.key)));

/** Words with a number or two, which may change from page to page; a row of a table has more of them. */
const MAY_COUNT = /^(?=.*\p{L}{3})[^#]*(?:#[^#]*){1,3}$/u;

const isInZone = ({ kind, at }: Candidate): boolean => (kind === 'header' ? at < ZONE : at > 1 - ZONE);

/** Page numbers wherever pages begin or end: numbers that differ by as much as the pages do. */
const countsOn = (a: Candidate, b: Candidate): boolean =>
  a.kind === b.kind &&
  a.isOutermost &&
  b.isOutermost &&
  a.key === b.key &&
  isNumberKey(a.key) &&
  numberIn(a.text) - numberIn(b.text) === a.page - b.page;

const numberIn = (text: string): number => Number(/\d+/.exec(text)?.[0]);

function candidatesOf({ lines, height }: PlacedPage, page: number): Candidate[] {
  if (!(height > 0)) return [];
  const placed = lines
    .map((line, index) => ({ line, index, at: middleOf(line) / height }))
    .filter(({ line }) => line.direction === 0)
    .sort((a, b) => a.at - b.at);
  const outermost = { header: placed[0]?.index, footer: placed.at(-1)?.index };
  const candidate = (kind: RunningKind, { line, index, at }: (typeof placed)[number]): Candidate => {
    const text = textOf(line);
    const key = text.toLowerCase().replace(/\d+/g, '#');
    return { page, line: index, kind, isOutermost: outermost[kind] === index, at, text, key };
  };
  const first = placed.slice(0, LINES).map((line) => candidate('header', line));
  const last = placed.slice(-LINES).map((line) => candidate('footer', line));
  return [...first, ...last].filter((line) => isInZone(line) || line.isOutermost);
}

/** "Page # of #", "- # -", "# / #" and the like. */
const PAGE_NUMBER =
  /^(?:(?:page|p\.|pg\.?|seite|página|pagina|blz\.?|strana|sivu|side)\s*:?\s*)?[-–—[(]?\s*#\s*[-–—\])]?(?:\s*(?:of|von|de|di|van|sur|\/|av|af)\s*#)?$/;
const LONGEST_KEY = 30;
const isNumberKey = (key: string): boolean => key.length <= LONGEST_KEY && PAGE_NUMBER.test(key);

/** A number alone is the page's only so close to the edge, and only with so few digits. */
const EDGE = 0.09;
const ALONE = /^\d{1,4}$/;

function isPageNumber(line: Candidate): boolean {
  if (!isInZone(line) || !isNumberKey(line.key)) return false;
  return line.key !== '#' || (ALONE.test(line.text) && (line.at < EDGE || line.at > 1 - EDGE));
}
