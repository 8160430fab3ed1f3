import { fold, isStopword, searchTerms, type Span, splitSentences, stem, tokenize } from '@app/text';
import { type AnswerCandidate, candidatesIn } from './candidates.js';
import type { Question, QuestionKind } from './question.js';

/** A passage that may hold the answer; `text` is the document's text at `start`. */
export interface Passage {
  readonly documentId: string;
  readonly chunkId: string;
  readonly page: number;
  readonly start: number;
  readonly text: string;
  readonly language: string;
}

export interface FoundAnswer {
  readonly passage: Passage;
  /** The answer itself, in the document's text. */
  readonly span: Span;
  /** The sentence that it stands in, in the document's text. */
  readonly sentence: Span;
  readonly answer: string;
  /** 0..1: how much of what the question says the sentence says too. */
  readonly evidence: number;
  readonly score: number;
}

/** CPU bound: no question reads more than this. */
const MOST_SENTENCES = 400;
const CLOSER_SENTENCES = 6;
/** Below this share of the question, weighted by rarity, a sentence is no evidence. */
const LEAST_EVIDENCE = 0.12;
/** What a span is worth: how much its sentence says of the question, and how it stands in the sentence. */
const WEIGHTS = { evidence: 1, nearness: 1.2, fit: 0.6, focus: 0.25, order: 0.35, known: 0.8, length: 0.03 } as const;
/** The question's verb counts so much more than its other words. */
const ANCHOR_WEIGHT = 2;
/** Words over which nearness halves: to any word of the question, and to its verb. */
const HALF_DISTANCE = 5;
const HALF_VERB_DISTANCE = 3;
/** Phrases of more words than this lose by each. */
const SHORT_PHRASE = 4;
const MATCHED_PREFIX = 5;

interface Word extends Span {
  readonly term: string;
}

interface Sentence {
  readonly passage: Passage;
  readonly start: number;
  readonly text: string;
  readonly words: readonly Word[];
  /** Question terms that it has, with the places of their words. */
  readonly matches: ReadonlyMap<string, readonly number[]>;
  evidence: number;
}

const termOf = (word: string, language: string): string => fold(stem(word.toLowerCase(), language)).replaceAll("'", '');

/** Equal stems, or long words that begin alike (`colonial`, `colonies`). */
const alike = (a: string, b: string): boolean =>
  a === b ||
  (a.length >= MATCHED_PREFIX &&
    b.length >= MATCHED_PREFIX &&
    a.slice(0, MATCHED_PREFIX) === b.slice(0, MATCHED_PREFIX) &&
    Math.abs(a.length - b.length) <= 3);

function sentencesOf(passages: readonly Passage[], question: Question): Sentence[] {
  const sentences: Sentence[] = [];
  for (const passage of passages) {
    for (const span of splitSentences(passage.text, passage.language)) {
      if (sentences.length >= MOST_SENTENCES) return sentences;
      const text = passage.text.slice(span.start, span.end);
      sentences.push({ passage, start: span.start, text, ...matched(text, passage.language, question), evidence: 0 });
    }
  }
  return sentences;
}

function matched(text: string, language: string, question: Question): Pick<Sentence, 'words' | 'matches'> {
  const tokens = tokenize(text);
  const words = tokens.map((token) => ({ start: token.start, end: token.end, term: termOf(token.text, language) }));
  const matches = new Map<string, number[]>();
  const bigram = (i: number): string => `${words[i]?.term ?? ''}${words[i + 1]?.term ?? ''}`;
  for (const term of question.terms) {
    const places = words.flatMap((word, i) => (alike(word.term, term) || bigram(i) === term ? [i] : []));
    if (places.length > 0) matches.set(term, places);
  }
  return { words, matches };
}

/** Rarity of each question term among the sentences. */
function rarities(sentences: readonly Sentence[], terms: Iterable<string>): Map<string, number> {
  const n = sentences.length;
  return new Map(
    [...terms].map((term) => {
      const frequency = sentences.filter(({ matches }) => matches.has(term)).length;
      return [term, Math.log(1 + (n + 0.5) / (frequency + 0.5))];
    }),
  );
}

function weigh(sentences: readonly Sentence[], rarity: ReadonlyMap<string, number>): void {
  const total = [...rarity.values()].reduce((sum, value) => sum + value, 0) || 1;
  for (const sentence of sentences)
    sentence.evidence = [...sentence.matches.keys()].reduce((sum, term) => sum + (rarity.get(term) ?? 0), 0) / total;
}

/** How close the question's words stand to the candidate, 0..1. */
function nearness(
  sentence: Sentence,
  candidate: Span,
  question: Question,
  rarity: ReadonlyMap<string, number>,
): number {
  const from = sentence.words.findIndex((word) => word.end > candidate.start);
  const to = sentence.words.findLastIndex((word) => word.start < candidate.end);
  let sum = 0;
  let total = 0;
  for (const [term, rare] of rarity) {
    const weight = rare * (question.anchor.has(term) ? ANCHOR_WEIGHT : 1);
    total += weight;
    const places = sentence.matches.get(term);
    if (!places) continue;
    const distance = Math.min(...places.map((place) => (place < from ? from - place : Math.max(0, place - to))));
    sum += weight * 2 ** (-distance / HALF_DISTANCE);
  }
  return total === 0 ? 0 : sum / total;
}

/** How much of the candidate the question has said already, 0..1; what it names as the kind of answer does not count. */
function knownShare(text: string, question: Question, language: string): number {
  const terms = tokenize(text)
    .filter((token) => !isStopword(token.text.toLowerCase(), language))
    .map((token) => termOf(token.text, language))
    .filter((term) => !question.focus.has(term));
  if (terms.length === 0) return 1;
  return terms.filter((term) => [...question.terms].some((asked) => alike(asked, term))).length / terms.length;
}

function focusNearby(sentence: Sentence, candidate: AnswerCandidate, question: Question): boolean {
  if (question.focus.size === 0) return false;
  const around = sentence.text.slice(Math.max(0, candidate.start - 40), candidate.end + 40);
  const terms = new Set(searchTerms(around, sentence.passage.language));
  return [...question.focus].some((term) => terms.has(term));
}

/** Before the one who did it, in the passive. */
const AGENT =
  /\b(?:by|von|vom|por|par|dal?|door)\s+(?:(?:the|a|an|der|dem|den|el|la|le|il|o)\s+)?(?:\p{Ll}+\s+){0,2}$/iu;

/** Up to 1 where the candidate stands on the side that the form of the question asks for; 2 for a named agent. */
function inOrder(sentence: Sentence, candidate: Span, question: Question): number {
  if (question.form !== 'object' && AGENT.test(sentence.text.slice(0, candidate.start)))
    return question.kind === 'person' ? 2 : 1;
  if (question.form === 'other') return 0.5;
  const wanted = question.form === 'subject' ? 'after' : 'before';
  const matches = [...sentence.matches]
    .filter(([term]) => !question.focus.has(term))
    .flatMap(([term, places]) =>
      places.map((place) => ({ anchor: question.anchor.has(term), side: sideOf(sentence, place, candidate) })),
    );
  const beside = matches.flatMap(({ side, anchor }) => (side ? [{ ...side, anchor }] : []));
  const right = beside.filter(({ name }) => name === wanted);
  const verbs = right.filter(({ anchor }) => anchor).map(({ distance }) => 2 ** (-distance / HALF_VERB_DISTANCE));
  return 0.5 * (right.length / (beside.length || 1)) + 0.5 * Math.max(0, ...verbs);
}

/** On which side of the candidate a word stands, and how many words lie between. */
function sideOf(
  sentence: Sentence,
  place: number,
  candidate: Span,
): { name: 'before' | 'after'; distance: number } | null {
  const word = sentence.words[place];
  if (!word) return null;
  if (word.end <= candidate.start) {
    const from = sentence.words.findIndex(({ end }) => end > candidate.start);
    return { name: 'before', distance: from - place - 1 };
  }
  if (word.start < candidate.end) return null;
  const to = sentence.words.findLastIndex(({ start }) => start < candidate.end);
  return { name: 'after', distance: place - to - 1 };
}

function scoreOf(
  sentence: Sentence,
  candidate: AnswerCandidate,
  question: Question,
  rarity: ReadonlyMap<string, number>,
): number {
  const text = sentence.text.slice(candidate.start, candidate.end);
  const known = knownShare(text, question, sentence.passage.language);
  if (known === 1 && question.kind !== 'count' && question.kind !== 'money') return -1;
  const words = tokenize(text).length;
  return (
    WEIGHTS.evidence * sentence.evidence +
    WEIGHTS.nearness * nearness(sentence, candidate, question, rarity) +
    WEIGHTS.fit * candidate.fit +
    WEIGHTS.order * inOrder(sentence, candidate, question) +
    (focusNearby(sentence, candidate, question) ? WEIGHTS.focus : 0) -
    WEIGHTS.known * known -
    WEIGHTS.length * Math.max(0, words - SHORT_PHRASE)
  );
}

const found = (sentence: Sentence, span: Span, score: number): FoundAnswer => {
  const base = sentence.passage.start + sentence.start;
  return {
    passage: sentence.passage,
    span: { start: base + span.start, end: base + span.end },
    sentence: { start: base, end: base + sentence.text.length },
    answer: sentence.text.slice(span.start, span.end),
    evidence: sentence.evidence,
    score,
  };
};

function bestSpan(
  sentences: readonly Sentence[],
  question: Question,
  rarity: ReadonlyMap<string, number>,
  kind: QuestionKind,
): FoundAnswer | null {
  let answer: FoundAnswer | null = null;
  for (const sentence of sentences)
    for (const candidate of candidatesIn(sentence.text, kind, sentence.passage.language)) {
      const score = scoreOf(sentence, candidate, question, rarity);
      if (score > (answer?.score ?? 0)) answer = found(sentence, candidate, score);
    }
  return answer;
}

/** False where the question names somebody or something, and not one of these names stands in the passages. */
function namesAnything(question: Question, sentences: readonly Sentence[]): boolean {
  const names = [...question.names];
  return (
    names.length === 0 ||
    sentences.some(({ words }) => words.some(({ term }) => names.some((name) => alike(name, term))))
  );
}

/** The best span for a question in the passages, or null where nothing in them is evidence. */
export function findAnswer(question: Question, passages: readonly Passage[]): FoundAnswer | null {
  const sentences = sentencesOf(passages, question);
  if (!namesAnything(question, sentences)) return null;
  const rarity = rarities(sentences, question.terms);
  weigh(sentences, rarity);
  const best = sentences
    .filter(({ evidence }) => evidence >= LEAST_EVIDENCE)
    .sort((a, b) => b.evidence - a.evidence)
    .slice(0, CLOSER_SENTENCES);
  const [first] = best;
  if (!first) return null;
  if (question.kind === 'reason') return found(first, { start: 0, end: first.text.length }, first.evidence);
  return bestSpan(best, question, rarity, question.kind) ?? bestSpan(best, question, rarity, 'phrase');
}
