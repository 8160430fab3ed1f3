import {
  findDates,
  findDurations,
  findMoney,
  findNumbers,
  isStopword,
  isUnspaced,
  type Span,
  type Token,
  tokenize,
} from '@app/text';
import type { QuestionKind } from './question.js';

/** A part of a sentence that may be an answer; offsets into the sentence. */
export interface AnswerCandidate extends Span {
  /** 0..1: how well its form fits what is asked for. */
  readonly fit: number;
}

const LONGEST_PHRASE = 8;
/** Small words that may stand inside a name or a noun phrase. */
const INNER = new Set(['of', 'the', '&', 'de', 'la', 'del', 'du', 'des', 'der', 'von', 'van', 'di', 'da', 'do', 'zu']);
const YEAR = /(?<![\d.,])(?:1\d{3}|20\d{2})(?![\d,]|\.\d)(?:s|[–-]\d{2,4})?/g;
const WRITTEN_NUMBER =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozen|hundreds?|thousands?|millions?|billions?|half|third|quarter|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|deux|trois|quatre|cinq|sept|huit|neuf|dix|due|tre|quattro|cinque|sei|sette|otto|nove|dieci)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine|hundred|thousand|million|billion))*\b/giu;
const PERCENT = /\d+(?:[.,]\d+)?\s?(?:%|per ?cent\b|Prozent\b|por ciento\b|pour cent\b|per cento\b)/giu;
const CENTURY =
  /\b(?:\d{1,2}(?:st|nd|rd|th)|\d{1,2}\.)\s+(?:century|Jahrhundert)\b|\bsiglos? [IVX]+\b|\b[IVX]+e siècle\b/giu;

const of = (match: RegExpMatchArray, fit: number): AnswerCandidate => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
  fit,
});
const all = (text: string, pattern: RegExp, fit: number): AnswerCandidate[] =>
  [...text.matchAll(pattern)].map((match) => of(match, fit));
const withFit = (spans: readonly Span[], fit: number): AnswerCandidate[] =>
  spans.map(({ start, end }) => ({ start, end, fit }));

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Neighbouring tokens with nothing but a space, a hyphen or a point of an initial between them. */
const joined = (text: string, left: Token, right: Token): boolean =>
  /^(?:[ \u00a0]|\. ?|[-–'’/&]| & )?$/u.test(text.slice(left.end, right.start));

/** Index of the last token of the name that begins at `from`. */
function endOfName(text: string, tokens: readonly Token[], from: number): number {
  let end = from;
  for (let i = from + 1; i < tokens.length; i++) {
    const [before, token] = [tokens[i - 1], tokens[i]];
    if (!before || !token || !joined(text, before, token)) break;
    if (isCapital(token.text) || /^\d+$/.test(token.text)) end = i;
    else if (!INNER.has(token.text.toLowerCase())) break;
  }
  return end;
}

/** Runs of words with a capital, with the small words between them; also the part before an `of`. */
function names(text: string, tokens: readonly Token[], language: string): AnswerCandidate[] {
  const found: AnswerCandidate[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const first = tokens[i];
    if (!first || !isCapital(first.text) || (i === 0 && isStopword(first.text.toLowerCase(), language))) continue;
    const end = endOfName(text, tokens, i);
    const last = tokens[end] ?? first;
    found.push({ start: first.start, end: last.end, fit: 1 });
    const cut = i + tokens.slice(i, end).findIndex((token) => /^(?:of|de|von|van)$/i.test(token.text));
    const head = cut > i ? tokens[cut - 1] : undefined;
    if (head) found.push({ start: first.start, end: head.end, fit: 0.9 });
    i = end;
  }
  return found;
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Tokens between punctuation and function words; a participle behind a noun is taken as its verb and ends the run. */
function runsOf(text: string, tokens: readonly Token[], language: string): Run[] {
  const runs: Run[] = [];
  let from = -1;
  tokens.forEach((token, i) => {
    const before = tokens[i - 1];
    const broken = !before || !joined(text, before, token);
    const stop = isStopword(token.text.toLowerCase(), language);
    const verb = language === 'en' && from >= 0 && from < i && /^\p{Ll}+ed$/u.test(token.text);
    if (from >= 0 && (broken || stop || verb)) {
      runs.push({ from, to: i - 1 });
      from = -1;
    }
    if (!stop && from < 0) from = i;
  });
  if (from >= 0) runs.push({ from, to: tokens.length - 1 });
  return runs;
}

const OF = /^ (?:of|de|del|du|des|der|di|do|da|von|van)(?: (?:the|a|an|la|el|los|las|le|les))? $/i;
const AND = /^,? (?:and|or|und|oder|y|o|et|ou|e|en) $/i;

/** Noun phrases, roughly: runs of content words, and two of them joined by `of` or `and`. */
function phrases(text: string, tokens: readonly Token[], language: string): AnswerCandidate[] {
  const runs = runsOf(text, tokens, language);
  const joinedRuns = runs.flatMap((run, i) => {
    const next = runs[i + 1];
    const [last, first] = [tokens[run.to], next && tokens[next.from]];
    if (!next || !last || !first || next.from - run.to > 3) return [];
    const between = text.slice(last.end, first.start);
    return OF.test(between) || AND.test(between) ? [{ from: run.from, to: next.to }] : [];
  });
  return [...runs, ...joinedRuns].flatMap((run) => {
    const [first, last] = [tokens[run.from], tokens[run.to]];
    if (!first || !last || run.to - run.from >= LONGEST_PHRASE) return [];
    return [{ start: first.start, end: last.end, fit: phraseFit(tokens, run) }];
  });
}

const DETERMINER =
  /^(?:a|an|the|its|his|her|their|this|these|no|some|any|every|ein|eine[mnrs]?|der|die|das|de[mns]|la|le|les|l|el|los|las|una?|une|des|il|lo|gli|i|os?|as?|het|een)$/i;
const COPULA =
  /^(?:is|are|was|were|be|been|being|ist|sind|war|waren|es|son|fue|era|est|sont|était|è|sono|foi|são|zijn)$/i;
const PREPOSITION =
  /^(?:as|of|by|for|with|in|on|at|from|to|into|called|named|als|von|für|mit|como|por|con|para|comme|par|pour|avec|come|per|com|door|voor)$/i;
const VERB_LIKE = /(?:ed|ing|ly|ize[sd]?|ise[sd]?|ates)$/;

function contextFit(before: string, alone: boolean): number {
  if (DETERMINER.test(before)) return 0.4;
  if (PREPOSITION.test(before)) return 0.3;
  return COPULA.test(before) && !alone ? 0.2 : 0;
}

/** A noun phrase follows an article or a preposition; a lone word that looks like a verb, or governs what follows, is none. */
function phraseFit(tokens: readonly Token[], run: { from: number; to: number }): number {
  const word = (i: number): string => tokens[i]?.text ?? '';
  const alone = run.from === run.to;
  const first = word(run.from);
  let fit = 0.4 + contextFit(word(run.from - 1), alone) + (alone ? 0 : 0.1);
  if (isCapital(first)) return fit;
  if (VERB_LIKE.test(first)) fit -= alone ? 0.6 : 0.2;
  if (alone && (DETERMINER.test(word(run.to + 1)) || /^(?:to|that|in|on)$/i.test(word(run.to + 1)))) fit -= 0.3;
  if (first.length < 3) fit -= 0.3;
  return VERB_LIKE.test(word(run.to)) && !alone ? fit - 0.2 : fit;
}

/** Runs of Chinese or Japanese between punctuation marks; the sentence is short enough to be cut at them. */
function unspacedPhrases(text: string): AnswerCandidate[] {
  return [...text.matchAll(/[^，。、；：！？,.;:!?（）()「」“”《》\s]{2,24}/gu)].map((match) => of(match, 1));
}

function numbers(text: string): AnswerCandidate[] {
  return [...withFit(findNumbers(text), 1), ...all(text, WRITTEN_NUMBER, 0.9)];
}

type Finder = (text: string, language: string, tokens: readonly Token[], unspaced: boolean) => AnswerCandidate[];

const years = (text: string): AnswerCandidate[] => all(text, YEAR, 0.9);
const open: Finder = (text, language, tokens, unspaced) =>
  unspaced
    ? unspacedPhrases(text)
    : [...names(text, tokens, language).map((name) => ({ ...name, fit: 0.8 })), ...phrases(text, tokens, language)];
const spacedBy =
  (find: (text: string, tokens: readonly Token[], language: string) => AnswerCandidate[]): Finder =>
  (text, language, tokens, unspaced) =>
    unspaced ? unspacedPhrases(text) : find(text, tokens, language);

/** People have two or three names; abbreviations and names with `of` are rarely people. */
function people(text: string, tokens: readonly Token[], language: string): AnswerCandidate[] {
  return names(text, tokens, language).map((name) => {
    const words = text.slice(name.start, name.end).split(/\s+/);
    const alone = words.length === 1;
    if (words.some((word) => INNER.has(word) && word === 'of')) return { ...name, fit: 0.5 };
    if (alone && /^\p{Lu}+$/u.test(words[0] ?? '')) return { ...name, fit: 0.3 };
    return { ...name, fit: alone ? 0.8 : 1 };
  });
}

const PLACE_BEFORE =
  /\b(?:in|at|from|near|to|on|between|through|aus|bei|nach|auf|en|desde|à|dans|au|aux|a|ad|nel|nella|em|no|na|te|naar|bij)\s+(?:(?:the|der|dem|den|la|el|le|les|il|lo|o|os|as)\s+)?$/iu;

function places(text: string, tokens: readonly Token[], language: string): AnswerCandidate[] {
  const atPlace = ({ start }: Span): boolean => PLACE_BEFORE.test(text.slice(0, start));
  return [
    ...names(text, tokens, language).map((name) => ({ ...name, fit: atPlace(name) ? 1 : 0.5 })),
    ...phrases(text, tokens, language).flatMap((phrase) => (atPlace(phrase) ? [{ ...phrase, fit: 0.6 }] : [])),
  ];
}

function counts(text: string): AnswerCandidate[] {
  const starts = new Set(years(text).map(({ start }) => start));
  return numbers(text).map((number) => (starts.has(number.start) ? { ...number, fit: 0.5 } : number));
}

const FINDERS: Readonly<Record<QuestionKind, Finder>> = {
  date: (text, language) => [...withFit(findDates(text, { language }), 1), ...years(text), ...all(text, CENTURY, 1)],
  money: (text) =>
    withFit(
      findMoney(text).filter((money) => money.currency !== null),
      1,
    ),
  percent: (text) => all(text, PERCENT, 1),
  duration: (text) => [...withFit(findDurations(text), 1), ...numbers(text).map((number) => ({ ...number, fit: 0.6 }))],
  count: counts,
  person: spacedBy(people),
  place: spacedBy(places),
  reason: () => [],
  phrase: open,
};

/** Candidates of the form that the kind of question asks for. */
export function candidatesIn(sentence: string, kind: QuestionKind, language: string): AnswerCandidate[] {
  const tokens = tokenize(sentence);
  const unspaced = tokens.filter(({ text }) => isUnspaced(text)).length * 2 > tokens.length;
  return FINDERS[kind](sentence, language, tokens, unspaced);
}
