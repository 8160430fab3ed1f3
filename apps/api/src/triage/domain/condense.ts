import { isStopword } from '@app/text';
import { type Analysis, type Sentence, isForm } from './analysis.js';
import { HEADLINE_DROPPED, HEADLINE_OPENERS } from './headline-words.js';

/** Marks after which a clause only adds to what was said. */
const SIDE_CLAUSE = /[,;–]\s|\s[-–(]|:\s/g;
/** A headline is cut at a side clause once this many words stand before it, and in any case after `MOST_WORDS`. */
const ENOUGH_WORDS = 6;
const MOST_WORDS = 14;
const LEAST_WORDS = 3;

const NO_WORDS: ReadonlySet<string> = new Set();
const wordCount = (text: string): number => text.split(' ').length;
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const bareWord = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Where an opening may end: a comma further on parts something else. UTF-16 code units. */
const OPENING_LENGTH = 120;
const CONDITION =
  /^(?:if|unless|in (?:the event|case)|as (?:long|soon|far)|wenn|falls|sofern|si|en (?:caso|cas)|em caso|in caso|se|als|indien)(?!\p{L})/iu;

/**
 * The sentence without what only leads up to it: `I wanted to let you know that`, `please note`, `Since we met on Monday,`. A condition
 * stays: without it the rest would say something else.
 */
export function withoutLead(analysis: Analysis, sentence: Sentence): string {
  const { text, language } = analysis;
  const { end } = sentence;
  const behindOpening = (at: number): number => at + openingLength(text.slice(at, end), language.code);
  let start = behindOpening(sentence.start);
  for (const match of sentence.matches) {
    if (match.start > start) break;
    if (match.start < start || !isForm(match, 'lead') || match.end >= end) continue;
    const gap = /^[\s,:–-]{0,10}/.exec(text.slice(match.end, end))?.[0].length ?? 0;
    start = behindOpening(match.end + gap);
  }
  const rest = oneLine(text.slice(start, end));
  return wordCount(rest) >= 2 ? rest : oneLine(text.slice(sentence.start, end));
}

/** Of a time, a cause or a source that stands before the main clause, its comma included; 0 where there is none. */
function openingLength(text: string, language: string): number {
  const head = text.slice(0, OPENING_LENGTH);
  const first = /^[^\s,]+/.exec(head)?.[0] ?? '';
  if (HEADLINE_OPENERS[language]?.has(first.toLowerCase()) !== true || CONDITION.test(head)) return 0;
  const comma = /,\s+/.exec(head);
  if (comma === null) return 0;
  const length = comma.index + comma[0].length;
  return wordCount(oneLine(text.slice(length))) >= LEAST_WORDS ? length : 0;
}

function firstClauses(text: string): string[] {
  for (const match of text.matchAll(SIDE_CLAUSE)) {
    const before = text.slice(0, match.index).trimEnd();
    if (wordCount(before) >= ENOUGH_WORDS && !CONDITION.test(before)) return before.split(' ').slice(0, MOST_WORDS);
  }
  return text.split(' ').slice(0, MOST_WORDS);
}

/** `IT` and `US` are names, `I` is not; a capital `A` is an article only where the sentence begins. */
const isDropped = (word: string, index: number, dropped: ReadonlySet<string>): boolean => {
  const isName = word === word.toUpperCase() && /\p{Lu}/u.test(word) && word !== 'I' && index > 0;
  return !isName && dropped.has(bareWord(word));
};

const POINT_BEHIND = /^[^.]*\p{L}{3}\.$/u;
const INITIALS = /^(?:\p{L}\.){2,}$/u;

/** `Corp.` and `U.S.` without points: in a headline they would end it. */
const withoutPoint = (word: string): string => {
  if (!word.endsWith('.')) return word;
  return POINT_BEHIND.test(word) ? word.slice(0, -1) : INITIALS.test(word) ? word.replaceAll('.', '') : word;
};

/** A sentence as a headline: its first clauses up to fourteen words, without the words that headlines leave out. */
export function headlineOf(analysis: Analysis, sentence: Sentence): string {
  const language = analysis.language.code;
  const words = firstClauses(withoutLead(analysis, sentence));
  while (words.length > LEAST_WORDS && isStopword(bareWord(words.at(-1) ?? ''), language)) words.pop();
  const kept = words.filter((word, index) => !isDropped(word, index, HEADLINE_DROPPED[language] ?? NO_WORDS));
  const headline = (kept.length >= LEAST_WORDS ? kept : words)
    .map(withoutPoint)
    .join(' ')
    .replace(/[\s,;:.!?–-]{1,20}$/u, '');
  return headline.charAt(0).toUpperCase() + headline.slice(1);
}
