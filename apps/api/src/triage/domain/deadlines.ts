import { findDates } from '@app/text';
import { type Analysis, type Sentence, isForm, isSignal } from './analysis.js';
import { DAY_MS, calendarNames, dayOf, endOf, isoDay, nearestDate, weekdayAfter } from './calendar.js';
import { RELATIVE_WORDS, type RelativeWords, type TimeUnit } from './relative-dates.js';
import type { Deadline } from './triage-model.js';
import { foldWord } from './words.js';

const MOST = 10;
/** Words read behind `by`, `bis`, `avant`. */
const REACH = 8;
/** A date this near behind such a word belongs to it. UTF-16 code units. */
const DATE_DISTANCE = 25;

/** A point in time that words name, and the last word used. */
interface Found {
  readonly time: number;
  readonly last: number;
}

interface Words {
  readonly folded: readonly string[];
  readonly day: number;
  readonly language: string;
  readonly relative: RelativeWords;
}

/** Deadlines of the matter: full dates near `by` or `due`, and dates counted from the day the mail was sent. */
export function deadlinesOf(analysis: Analysis, date: string | null): Deadline[] {
  const found = new Map<string, Deadline>();
  const add = (time: string, quote: string): void => {
    if (!found.has(time) && found.size < MOST) found.set(time, { date: time, quote });
  };
  for (const sentence of analysis.sentences)
    for (const { date: day, quote } of absolute(analysis, sentence)) add(day, quote);
  const day = date === null ? Number.NaN : dayOf(date);
  const relative = RELATIVE_WORDS[analysis.language.code];
  if (!Number.isNaN(day) && relative !== undefined) {
    for (const sentence of analysis.sentences) {
      for (const deadline of relativeIn(analysis, sentence, day, relative)) add(deadline.date, deadline.quote);
    }
  }
  return [...found.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

const HAS_YEAR = /\d{2}/;

function absolute(analysis: Analysis, sentence: Sentence): Deadline[] {
  const markers = sentence.matches.filter((match) => isForm(match, 'before_date') || isSignal(match, 'deadline'));
  if (markers.length === 0) return [];
  const text = analysis.text.slice(sentence.start, sentence.end);
  if (!HAS_YEAR.test(text)) return [];
  return findDates(text, { language: analysis.language.code }).flatMap((match) => {
    const start = sentence.start + match.start;
    const marker = markers.find(({ end }) => end <= start && start - end <= DATE_DISTANCE);
    const isDue = markers.some((candidate) => isSignal(candidate, 'deadline'));
    if (marker === undefined && !isDue) return [];
    return [{ date: match.iso, quote: analysis.text.slice(marker?.start ?? start, sentence.start + match.end) }];
  });
}

function relativeIn(analysis: Analysis, sentence: Sentence, day: number, relative: RelativeWords): Deadline[] {
  const { tokens, text } = analysis;
  const until = sentence.firstToken + sentence.tokenCount;
  const quoteOf = (start: number, last: number): string => text.slice(start, tokens.ends[last] ?? start);
  const deadlines: Deadline[] = [];
  for (const match of sentence.matches) {
    if (!isForm(match, 'before_date') && !isSignal(match, 'immediate') && !isSignal(match, 'deadline')) continue;
    const from = isForm(match, 'before_date') ? match.last + 1 : match.first;
    const folded = tokens.words.slice(from, Math.min(until, from + REACH)).map(foldWord);
    const found = firstPoint({ folded, day, language: analysis.language.code, relative });
    if (found !== null) deadlines.push({ date: isoDay(found.time), quote: quoteOf(match.start, from + found.last) });
  }
  return deadlines;
}

/** Articles and the like may stand between. */
const SKIPPED = 2;

function firstPoint(words: Words): Found | null {
  for (let at = 0; at <= SKIPPED && at < words.folded.length; at++) {
    const found = relativeDay(words, at) ?? lengthOfTime(words, at) ?? weekday(words, at) ?? dayAndMonth(words, at);
    if (found !== null) return found;
  }
  return null;
}

const LONGEST_PHRASE = 5;

const openings = new WeakMap<RelativeWords, ReadonlySet<string>>();

/** First words of the phrases of a language: most words begin none of them. */
function openingsOf(relative: RelativeWords): ReadonlySet<string> {
  const known = openings.get(relative);
  if (known !== undefined) return known;
  const words = new Set(
    [...Object.keys(relative.days), ...relative.within].map((phrase) => phrase.split(' ')[0] ?? ''),
  );
  openings.set(relative, words);
  return words;
}

function relativeDay({ folded, day, relative }: Words, at: number): Found | null {
  if (!openingsOf(relative).has(folded[at] ?? '')) return null;
  for (let length = Math.min(LONGEST_PHRASE, folded.length - at); length > 0; length--) {
    const value = relative.days[folded.slice(at, at + length).join(' ')];
    if (value === undefined) continue;
    return { time: typeof value === 'number' ? day + value * DAY_MS : endOf(day, value), last: at + length - 1 };
  }
  return null;
}

function lengthOfTime({ folded, day, relative }: Words, at: number): Found | null {
  const opens = openingsOf(relative).has(folded[at] ?? '');
  const rest = opens ? folded.slice(at).join(' ') : '';
  const within = opens ? relative.within.find((phrase) => rest.startsWith(`${phrase} `)) : undefined;
  const next = within === undefined ? at : at + within.split(' ').length;
  const word = folded[next] ?? '';
  const unit = relative.units[folded[next + 1] ?? ''];
  const count = /^\d{1,3}$/.test(word) ? Number(word) : relative.numbers[word];
  if (unit === undefined || count === undefined) return null;
  return { time: later(day, count, unit), last: next + 1 };
}

function later(day: number, count: number, unit: TimeUnit): number {
  if (unit === 'hour') return day + Math.ceil(count / 24) * DAY_MS;
  if (unit !== 'month') return day + count * (unit === 'week' ? 7 : 1) * DAY_MS;
  const date = new Date(day);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, date.getUTCDate());
}

function weekday({ folded, day, language, relative }: Words, at: number): Found | null {
  const number = calendarNames(language).weekdays.get(folded[at] ?? '');
  if (number === undefined) return null;
  const isNext = relative.next.includes(folded[at - 1] ?? '') || relative.next.includes(folded[at + 1] ?? '');
  const monday = endOf(day, 'week') - 4 * DAY_MS + 7 * DAY_MS;
  return {
    time: isNext
      ? Math.max(weekdayAfter(day, number), monday + ((number + 6) % 7) * DAY_MS)
      : weekdayAfter(day, number),
    last: at,
  };
}

const LINKS: ReadonlySet<string> = new Set(['of', 'de', 'd']);
const YEAR = /^(?:19|20)\d\d$/;
const dayNumber = (word = ''): number => Number(/^(\d{1,2})(?:st|nd|rd|th|er|o)?$/.exec(word)?.[1] ?? Number.NaN);

/** `30 April`, `30. April`, `30 de abril`, `April 30th`; with a year behind it is a full date, found elsewhere. */
function dayAndMonth({ folded, day, language }: Words, at: number): Found | null {
  const { months } = calendarNames(language);
  const monthAt = LINKS.has(folded[at + 1] ?? '') ? at + 2 : at + 1;
  const candidates: [month: number | undefined, dayOfMonth: number, last: number][] = [
    [months.get(folded[monthAt] ?? ''), dayNumber(folded[at]), monthAt],
    [months.get(folded[at] ?? ''), dayNumber(folded[at + 1]), at + 1],
  ];
  for (const [month, dayOfMonth, last] of candidates) {
    if (month === undefined || Number.isNaN(dayOfMonth) || YEAR.test(folded[last + 1] ?? '')) continue;
    const time = nearestDate(day, month, dayOfMonth);
    if (time !== null) return { time, last };
  }
  return null;
}
