import { findDates, splitSentences } from '@app/text';
import { z } from 'zod';
import { type Source, sourceOf, unprovenIn } from '../domain/grounding/source.js';
import type { Sight } from '../domain/sight.js';
import type { Deadline, Summary } from '../domain/triage-model.js';
import { deadlinesIn } from '../triage-mail.js';
import type { Agent, Inquiry, MailCase, Verdict } from './agent.js';
import { provenQuotes } from './evidence.js';

const MAX_TEXT = 600;
const MAX_QUOTE = 300;
const POINTS = 3;
const ACTIONS = 5;
const DEADLINES = 5;
/** Text and quotes of at most eighty words each, in the tokens of a language that takes many. */
const MAX_TOKENS = 900;
const VERSION = 1;

const quotes = (most: number) => z.array(z.string().max(MAX_QUOTE)).max(most);
const summarySchema = z.strictObject({
  text: z.string().max(MAX_TEXT),
  keyPoints: quotes(POINTS),
  actionItems: quotes(ACTIONS),
  deadlines: quotes(DEADLINES),
});
export type SummaryAnswer = z.output<typeof summarySchema>;

const INSTRUCTIONS = `Sum up this e-mail for the person who has to answer it, in the language of the e-mail.
- "text": one sentence of at most fourteen words that could be its subject line, then at most two sentences with what else matters. Only what the e-mail says, in its own words where you can; no links, no addresses, no greetings, no advice.
- "keyPoints": up to ${POINTS} passages of the e-mail, copied to the letter, that say most.
- "actionItems": up to ${ACTIONS} passages, copied to the letter, that ask somebody to do something.
- "deadlines": up to ${DEADLINES} passages, copied to the letter, that say by when something is due.`;

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

/** A summary needs no way to go anywhere: whoever wants one reads the mail. */
const withoutLinks = (source: Source): Source => ({
  ...source,
  values: { ...source.values, links: new Set(), accounts: new Set() },
});

/** The sentences that the mail bears out, and why others fell. */
function provenText(
  { matter, language }: Sight,
  text: string,
): { readonly kept: string[]; readonly reasons: string[] } {
  const source = withoutLinks(sourceOf(matter, language));
  const kept: string[] = [];
  const reasons: string[] = [];
  for (const { start, end } of splitSentences(text, language)) {
    const sentence = text.slice(start, end).replace(/\s+/g, ' ').trim();
    const unproven = unprovenIn(sentence, language, source);
    if (unproven === null) kept.push(sentence);
    else reasons.push(`sentence-${unproven}`);
  }
  return { kept, reasons };
}

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

function judge(answer: SummaryAnswer, { sight, local }: MailCase): Verdict {
  const { kept, reasons } = provenText(sight, answer.text);
  const keyPoints = provenQuotes(sight, answer.keyPoints);
  const actionItems = provenQuotes(sight, answer.actionItems);
  const due = provenQuotes(sight, answer.deadlines);
  const lost =
    [answer.keyPoints, answer.actionItems, answer.deadlines].flat().length -
    keyPoints.length -
    actionItems.length -
    due.length;
  const { summary } = local;
  const change: Summary = {
    ...summary,
    text: kept.length > 0 ? kept.join(' ') : summary.text,
    keyPoints: keyPoints.length > 0 ? keyPoints : summary.keyPoints,
    actionItems: actionItems.length > 0 ? actionItems : summary.actionItems,
    deadlines: bothDeadlines(summary.deadlines, deadlinesOf(sight, due)),
  };
  const fallen = [...new Set([...reasons, ...(lost > 0 ? ['quotes'] : [])])];
  return {
    change: { summary: change },
    evidence: [...new Set([...keyPoints, ...actionItems, ...due])],
    reason: fallen.length === 0 ? null : `unproven: ${fallen.join(', ')}`,
  };
}

export const summariseAgent: Agent<SummaryAnswer> = { name: 'summarise', inquiry, judge };
