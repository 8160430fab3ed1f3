import { STOPWORDS } from '@app/text';
import { type Analysis, type Sentence, isForm } from './analysis.js';
import { headlineOf } from './condense.js';
import type { Deadline, Summary } from './triage-model.js';

const POINTS = 3;
const ACTIONS = 5;
const QUOTE_LENGTH = 300;
/** Later sentences of a long mail are hardly ever its matter; weighing them costs time. */
const WEIGHED_SENTENCES = 40;

/** What a sentence with such a cue is worth to a reader who sees nothing else; below zero for what is mere form. */
const CUE_WORTH: Readonly<Record<string, number>> = {
  ask: 0.3,
  deadline: 0.3,
  outage: 0.3,
  data_loss: 0.3,
  blocked: 0.25,
  security: 0.25,
  fault: 0.15,
  critical: 0.15,
  immediate: 0.15,
  inform: 0.15,
  question: 0.15,
  change: 0.1,
  thanks: -0.4,
  pleasantry: -1,
  footer: -2,
  disclaimer: -3,
};
/** What is written to steer a model is neither the matter of a mail nor a task for its reader. */
const INJECTION_WORTH = -2;
const MOST_CUE_WORTH = 1.5;
const POSITION_WORTH = 2;
/** By how many words that are not mere grammar a sentence has: `You are the best!` stands first and says nothing of the matter. */
const SAID_WORTH: readonly number[] = [-3, -2, -1.2, -0.6, -0.3];

interface Ranked {
  readonly sentence: Sentence;
  readonly index: number;
  readonly worth: number;
}

/** Extractive: a headline from the best sentence, and one more sentence where the mail is long. */
export function summaryOf(analysis: Analysis, deadlines: readonly Deadline[]): Omit<Summary, 'tasks'> {
  const ranked = rankedSentences(analysis);
  const [best] = ranked;
  const actionItems = analysis.sentences
    .filter(isAction)
    .slice(0, ACTIONS)
    .map((sentence) => quoted(analysis, sentence));
  if (best === undefined) {
    return { text: analysis.text.slice(0, analysis.subjectEnd).trim(), keyPoints: [], actionItems, deadlines };
  }
  const keyPoints = ranked
    .slice(0, POINTS)
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => a.index - b.index)
    .map(({ sentence }) => quoted(analysis, sentence));
  return { text: textOf(analysis, best, ranked), keyPoints, actionItems, deadlines };
}

const quoted = (analysis: Analysis, sentence: Sentence): string =>
  analysis.text.slice(sentence.start, Math.min(sentence.end, sentence.start + QUOTE_LENGTH)).replace(/\s+/g, ' ');

function rankedSentences(analysis: Analysis): Ranked[] {
  const sentences = analysis.sentences.slice(0, WEIGHED_SENTENCES);
  const contents = sentences.map((sentence) => contentWords(analysis, sentence));
  const central = centrality(contents);
  return sentences
    .map((sentence, index) => {
      const said = contents[index]?.size ?? 0;
      return { sentence, index, worth: formWorth(sentence, index, said) + (central[index] ?? 0) };
    })
    .sort((a, b) => b.worth - a.worth);
}

function formWorth(sentence: Sentence, index: number, said: number): number {
  let cues = 0;
  for (const { cue } of sentence.matches) {
    if (cue.family === 'injection') cues += INJECTION_WORTH;
    else if (cue.family !== 'category') cues += CUE_WORTH[cue.label] ?? 0;
  }
  return POSITION_WORTH / (1 + index) + Math.min(cues, MOST_CUE_WORTH) + (SAID_WORTH[said] ?? 0);
}

/** How much of what the other sentences speak of stands in each: shared content words over the root of both lengths. */
function centrality(contents: readonly ReadonlySet<string>[]): number[] {
  const frequency = new Map<string, number>();
  for (const words of contents) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  return contents.map((words) => {
    let shared = 0;
    for (const word of words) shared += (frequency.get(word) ?? 1) - 1;
    return words.size === 0 ? 0 : shared / Math.sqrt(words.size * contents.length);
  });
}

const NO_WORDS: ReadonlySet<string> = new Set();

function contentWords(analysis: Analysis, { firstToken, tokenCount }: Sentence): Set<string> {
  const words = new Set<string>();
  const { code } = analysis.language;
  const stopwords = Object.hasOwn(STOPWORDS, code) ? (STOPWORDS[code] ?? NO_WORDS) : NO_WORDS;
  for (const word of analysis.tokens.words.slice(firstToken, firstToken + tokenCount)) {
    if (word.length < 3) continue;
    const lower = word.toLowerCase();
    if (!stopwords.has(lower)) words.add(lower);
  }
  return words;
}

const isAction = ({ matches }: Sentence): boolean =>
  matches.some((match) => isForm(match, 'directive')) &&
  !matches.some(
    (match) =>
      match.cue.family === 'injection' ||
      isForm(match, 'pleasantry') ||
      isForm(match, 'disclaimer') ||
      isForm(match, 'footer'),
  );

/** From this many sentences on a headline alone says too little. */
const LONG_MAIL = 5;
const EXTRA_WORTH = 0.5;
const EXTRA_LENGTH = 200;

function textOf(analysis: Analysis, best: Ranked, ranked: readonly Ranked[]): string {
  const headline = `${headlineOf(analysis, best.sentence)}.`;
  if (ranked.length < LONG_MAIL) return headline;
  const extra = ranked.find(
    ({ sentence, worth }) =>
      sentence !== best.sentence && worth > EXTRA_WORTH && sentence.end - sentence.start <= EXTRA_LENGTH,
  );
  return extra === undefined ? headline : `${headline} ${quoted(analysis, extra.sentence)}`;
}
