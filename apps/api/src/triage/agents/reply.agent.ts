import { z } from 'zod';
import { REPLY_PHRASES } from '../domain/replies/reply-phrases.js';
import { type ReplyStep, replyOf } from '../domain/reply.js';
import { SURE } from '../domain/sureness.js';
import type { Agent, Inquiry, Label, MailCase, Verdict } from './agent.js';
import { provenQuotes } from './evidence.js';

const MAX_QUOTE = 200;
const QUESTIONS = 3;
const MAX_FACTS = 6;
const MAX_TOKENS = 400;
const MAX_DESCRIPTION = 200;
const VERSION = 1;
const NO_TEMPLATE = 'none';

/** What each way to go on is for, as a model is told. */
const STEPS: Readonly<Record<ReplyStep, string>> = {
  fault: 'a fault is looked into',
  cancellation: 'a cancellation was received',
  money: 'a payment or invoice is checked',
  goods: 'an order or shipment is checked',
  offer: 'interest in buying is welcomed',
  application: 'an application was received',
  access: 'access to an account is checked',
  careful: 'a complaint, legal or security matter is passed on for review',
  question: 'a question is answered',
  other: 'none of the others',
};

export interface ReplyAnswer {
  readonly needed: boolean;
  readonly step: ReplyStep;
  readonly template: string;
  /** Numbers of facts that the reply should mention. */
  readonly facts: readonly number[];
  readonly questions: readonly string[];
  readonly quote: string;
}

const stepNames = Object.keys(STEPS) as [ReplyStep, ...ReplyStep[]];

function schemaFor(templates: readonly Label[]): z.ZodType<ReplyAnswer> {
  return z.strictObject({
    needed: z.boolean(),
    step: z.enum(stepNames),
    template: z.enum([NO_TEMPLATE, ...templates.map(({ name }) => name)]),
    facts: z.array(z.int().min(1).max(MAX_FACTS)).max(MAX_FACTS),
    questions: z.array(z.string().max(MAX_QUOTE)).max(QUESTIONS),
    quote: z.string().max(MAX_QUOTE),
  });
}

const listed = (templates: readonly Label[]): string =>
  templates.map(({ name, description = '' }) => `- ${name}: ${description.slice(0, MAX_DESCRIPTION)}`).join('\n');

const instructionsFor = (
  templates: readonly Label[],
): string => `Plan the reply to this e-mail. You write no text: the reply is put together from fixed phrases and facts.
- "needed": whether its sender waits for an answer.
- "step": how the reply goes on:
${stepNames.map((name) => `  - ${name}: ${STEPS[name]}`).join('\n')}
- "template": the name of the template that fits, or ${NO_TEMPLATE}.
${templates.length > 0 ? `${listed(templates)}\n` : ''}- "facts": the numbers of those facts, of the list after the e-mail, that the reply should mention.
- "questions": up to ${QUESTIONS} passages of the e-mail, copied to the letter, in which its sender asks something.
- "quote": one short passage of the e-mail, copied to the letter, that shows best why.`;

const inquiry: Inquiry<ReplyAnswer> = {
  question: ({ sight, templates }: MailCase) => ({
    purpose: 'reply',
    instructions: instructionsFor(templates),
    content: [
      { name: 'subject', text: sight.subject },
      { name: 'e-mail', text: sight.body },
      { name: 'facts', text: sight.plan.facts.map(({ mention }, index) => `${index + 1}. ${mention}`).join('\n') },
    ],
    schema: schemaFor(templates),
    schemaName: 'reply_plan',
    schemaVersion: VERSION,
    maxTokens: MAX_TOKENS,
  }),
};

/**
 * A model chooses what a reply is made of and writes nothing of it: neither what it makes up nor what a mail tells it to say can come into
 * the tenant's voice. It may see that a reply is needed where the engine does not, not the other way round.
 */
function judge(answer: ReplyAnswer, { sight, local }: MailCase): Verdict {
  const [quote] = provenQuotes(sight, [answer.quote]);
  if (quote === undefined) return { change: {}, evidence: [], reason: 'unproven' };
  const { plan } = sight;
  const isSure = Math.min(local.category.confidence, local.type.confidence) >= SURE;
  const chosen = plan.facts.filter((_, index) => answer.facts.includes(index + 1));
  const next = {
    ...plan,
    needed: plan.needed || (answer.needed && !isSure),
    step: isSure ? plan.step : answer.step,
    facts: chosen.length > 0 ? chosen : plan.facts,
  };
  const questions = provenQuotes(sight, answer.questions);
  const outvoted = isSure && (answer.step !== plan.step || answer.needed !== plan.needed);
  return {
    change: { reply: replyOf(next) },
    evidence: [quote, ...questions],
    reason: outvoted ? 'engine-sure: step' : null,
    reply: { plan: next, template: answer.template === NO_TEMPLATE ? null : answer.template, questions },
  };
}

export const replyAgent: Agent<ReplyAnswer> = { name: 'reply', inquiry, judge };

/** Languages that replies can be written in. */
export const REPLY_LANGUAGES: readonly string[] = Object.keys(REPLY_PHRASES);
