import { isStopword } from '@app/text';
import { type Analysis, type Sentence, isForm } from './analysis.js';
import { HEADLINE_DROPPED } from './headline-words.js';

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

/** The sentence without what only leads up to it: `I wanted to let you know that`, `please note`, `also`. */
export function withoutLead(analysis: Analysis, sentence: Sentence): string {
  let start = sentence.start;
  for (const match of sentence.matches) {
    if (match.start > start) break;
    if (match.start < start || !isForm(match, 'lead') || match.end >= sentence.end) continue;
    const gap = /^[\s,:–-]{0,10}/.exec(analysis.text.slice(match.end, sentence.end))?.[0].length ?? 0;
    start = match.end + gap;
  }
  const rest = oneLine(analysis.text.slice(start, sentence.end));
  return wordCount(rest) >= 2 ? rest : oneLine(analysis.text.slice(sentence.start, sentence.end));
}

function firstClauses(text: string): string[] {
  for (const match of text.matchAll(SIDE_CLAUSE)) {
    const before = text.slice(0, match.index).trimEnd();
    if (wordCount(before) >= ENOUGH_WORDS) return before.split(' ').slice(0, MOST_WORDS);
  }
  return text.split(' ').slice(0, MOST_WORDS);
}

/** `IT` and `US` are names, `I` is not; a capital `A` is an article only where the sentence begins. */
const isDropped = (word: string, index: number, dropped: ReadonlySet<string>): boolean => {
  const isName = word === word.toUpperCase() && /\p{Lu}/u.test(word) && word !== 'I' && index > 0;
  return !isName && dropped.has(bareWord(word));
};

/** A sentence as a headline: its first clauses up to fourteen words, without the words that headlines leave out. */
export function headlineOf(analysis: Analysis, sentence: Sentence): string {
  const language = analysis.language.code;
  const words = firstClauses(withoutLead(analysis, sentence));
  while (words.length > LEAST_WORDS && isStopword(bareWord(words.at(-1) ?? ''), language)) words.pop();
  const kept = words.filter((word, index) => !isDropped(word, index, HEADLINE_DROPPED[language] ?? NO_WORDS));
  const headline = (kept.length >= LEAST_WORDS ? kept : words).join(' ').replace(/[\s,;:.!?–-]{1,20}$/u, '');
  return headline.charAt(0).toUpperCase() + headline.slice(1);
}
