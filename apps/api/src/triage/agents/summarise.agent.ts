import { findDates } from '@app/text';
import { z } from 'zod';
import { valuesOf } from '../domain/grounding/values.js';
import type { Sight } from '../domain/sight.js';
import type { Deadline, Summary } from '../domain/triage-model.js';
import { deadlinesIn, headlineIn } from '../triage-mail.js';
import type { Agent, Inquiry, MailCase, Verdict } from './agent.js';
import { provenQuotes, provenSentences } from './evidence.js';

const MAX_QUOTE = 300;
const SENTENCES = 3;
const POINTS = 3;
const ACTIONS = 5;
const DEADLINES = 5;
/** Sixteen quotes of some forty words, in the tokens of a language that takes many. */
const MAX_TOKENS = 1_200;
const VERSION = 1;

const quotes = (most: number) => z.array(z.string().max(MAX_QUOTE)).max(most);
const summarySchema = z.strictObject({
  sentences: quotes(SENTENCES),
  keyPoints: quotes(POINTS),
  actionItems: quotes(ACTIONS),
  deadlines: quotes(DEADLINES),
});
export type SummaryAnswer = z.output<typeof summarySchema>;

const INSTRUCTIONS = `Choose what sums up this e-mail for the person who has to answer it. You write no text: copy passages of the e-mail to the letter.
- "sentences": up to ${SENTENCES} sentences that together say what it is about, the most important one first.
- "keyPoints": up to ${POINTS} sentences that say what else matters.
- "actionItems": up to ${ACTIONS} sentences that ask somebody to do something.
- "deadlines": up to ${DEADLINES} passages that say by when something is due.
No greetings, no thanks, no signatures.`;

const inquiry: Inquiry<SummaryAnswer> = {
  question: ({ sight }: MailCase) => ({
    purpose: 'summarise',
    instructions: INSTRUCTIONS,
    content: [
      { name: 'subject', text: sight.subject },
      { name: 'e-mail', text: sight.body },
    ],
    schema: summarySchema,
    schemaName: 'mail_summary',
    schemaVersion: VERSION,
    maxTokens: MAX_TOKENS,
  }),
};

/** The dates in words that stand in the mail, read by our own rules. Words without a date that can be read are none. */
function deadlinesOf({ language, date }: Sight, passages: readonly string[]): Deadline[] {
  const found = passages.flatMap((quote) => {
    const [due] = deadlinesIn(quote, language, date);
    const iso = due?.date ?? findDates(quote, { language })[0]?.iso;
    return iso === undefined ? [] : [{ date: iso, quote }];
  });
  return found.toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** Those of the engine and those of the model that say another day. */
const bothDeadlines = (own: readonly Deadline[], more: readonly Deadline[]): Deadline[] =>
  [...own, ...more.filter(({ date }) => own.every((known) => known.date !== date))].toSorted((a, b) =>
    a.date < b.date ? -1 : 1,
  );

/** A summary has no way to go anywhere and nobody to pay: whoever wants one reads the mail. */
const leadsNowhere =
  ({ language }: Sight) =>
  (sentence: string): boolean => {
    const { links, accounts } = valuesOf(sentence, language);
    return links.length === 0 && accounts.length === 0;
  };

/** A headline of the first sentence, and the others as they stand. */
function textOf({ language }: Sight, [first, ...others]: readonly string[]): string | null {
  const headline = first === undefined ? '' : headlineIn(first, language);
  return headline === '' ? null : [`${headline}.`, ...others].join(' ');
}

/**
 * A model chooses sentences and writes none: a summary that says what stands nowhere in the mail cannot come of it, nor half a sentence
 * that says something else than the whole.
 */
function judge(answer: SummaryAnswer, { sight, local }: MailCase): Verdict {
  const sentences = provenSentences(sight, answer.sentences).filter(leadsNowhere(sight));
  const keyPoints = provenSentences(sight, answer.keyPoints);
  const actionItems = provenSentences(sight, answer.actionItems);
  const due = provenQuotes(sight, answer.deadlines);
  const { summary } = local;
  const change: Summary = {
    ...summary,
    text: textOf(sight, sentences) ?? summary.text,
    keyPoints: keyPoints.length > 0 ? keyPoints : summary.keyPoints,
    actionItems: actionItems.length > 0 ? actionItems : summary.actionItems,
    deadlines: bothDeadlines(summary.deadlines, deadlinesOf(sight, due)),
  };
  const evidence = [...new Set([...sentences, ...keyPoints, ...actionItems, ...due])];
  if (evidence.length === 0) return { change: {}, evidence, reason: 'unproven' };
  const isLost = (quote: string): boolean => provenQuotes(sight, [quote]).length === 0;
  const lost = [answer.sentences, answer.keyPoints, answer.actionItems, answer.deadlines].flat().filter(isLost).length;
  return { change: { summary: change }, evidence, reason: lost === 0 ? null : `unproven: ${lost} quotes` };
}

export const summariseAgent: Agent<SummaryAnswer> = { name: 'summarise', inquiry, judge };
