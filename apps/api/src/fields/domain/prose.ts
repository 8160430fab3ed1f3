import { findDurations, type DurationMatch } from '@app/text';

/** A contract's text for patterns: line breaks are spaces, so that every offset is an offset of the reading's text. */
export interface Prose {
  readonly text: string;
  /** All lengths of time in order. */
  readonly durations: readonly DurationMatch[];
  /** Where the parties are named: from the title to the recitals or the first article. */
  readonly preamble: { readonly start: number; readonly end: number };
}

/** Clauses stand in the first so many characters (about 250 pages); what follows is schedules. */
export const MAX_PROSE = 600_000;

const PREAMBLE_START =
  /\b(?:by and (?:between|among)|(?:is|are|was)? ?(?:made|entered|executed)|dated|effective|between|among|undersigned)\b/gi;
const PREAMBLE_END =
  /\b(?:WHEREAS|W ?I ?T ?N ?E ?S ?S ?E ?T ?H|RECITALS?|R ?E ?C ?I ?T ?A ?L ?S|BACKGROUND|NOW,? THEREFORE|agrees? (?:as follows|to the following|that)|in consideration of|article (?:1|i)\b|section 1\b|1\. ?(?:definitions|\p{Lu}))/iu;
const MAX_PREAMBLE = 3_500;

/** The opening of a contract: the first "made / dated / between" that is followed by "between" or a date. */
function findPreamble(text: string): Prose['preamble'] {
  const head = text.slice(0, 20_000);
  let start = 0;
  for (const match of head.matchAll(PREAMBLE_START)) {
    const ahead = head.slice(match.index, match.index + 700);
    if (
      !/\b(?:between|among)\b/i.test(ahead) ||
      !/["“(]|\b(?:inc|llc|ltd|corp|corporation|company|limited|l\.p)\b/i.test(ahead)
    )
      continue;
    start = Math.max(0, match.index - 160);
    break;
  }
  const from = start + 170;
  const end = PREAMBLE_END.exec(text.slice(from, from + MAX_PREAMBLE));
  return { start, end: end ? from + end.index : Math.min(text.length, from + 1_500) };
}

export function readProse(text: string): Prose {
  const plain = text.slice(0, MAX_PROSE).replace(/[\n\r\t\f]/g, ' ');
  return { text: plain, durations: findDurations(plain), preamble: findPreamble(plain) };
}

/** The sentence around an offset, for grounding and for looking at neighbours; at most 900 characters. */
export function sentenceAt(text: string, at: number): { start: number; end: number } {
  const before = text.slice(Math.max(0, at - 600), at);
  const cut = Math.max(
    ...[...before.matchAll(/[.;:]\s+(?=[A-Z(“"])|\s{4,}/g)].map((match) => match.index + match[0].length),
    0,
  );
  const start = Math.max(0, at - 600) + cut;
  const after = /[.;](?:\s+(?=[A-Z(“"0-9])|$)/.exec(text.slice(at, at + 900));
  return { start, end: after ? at + after.index + 1 : Math.min(text.length, at + 900) };
}

/** "3 years" from a match, as a count and a unit in English. */
export function durationText(duration: DurationMatch): string {
  return `${duration.value} ${duration.unit}${duration.value === 1 ? '' : 's'}`;
}

/** The day that lies a length of time after another (ISO dates). Months end at their last day. */
export function addDuration(iso: string, duration: DurationMatch): string | null {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const months = duration.unit === 'year' ? duration.value * 12 : duration.unit === 'month' ? duration.value : 0;
  const days = duration.unit === 'week' ? duration.value * 7 : duration.unit === 'day' ? duration.value : 0;
  if (!Number.isInteger(months) || (months === 0 && days === 0)) return null;
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const date = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last) + days));
  return date.toISOString().slice(0, 10);
}
