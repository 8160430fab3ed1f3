import type { z } from 'zod';
import type { ProviderAnswer } from '../providers/model-provider.js';

/** Why an answer is not used. Each is told apart in the ledger, and none is repaired in silence. */
export const ANSWER_FAULTS = ['refused', 'truncated', 'empty', 'not-json', 'wrong-shape', 'unacceptable'] as const;
export type AnswerFault = (typeof ANSWER_FAULTS)[number];

export type CheckedAnswer<T> =
  | { readonly ok: true; readonly value: T }
  /** `problems` are ours, short, and go back to the model in a re-ask; they hold paths and rules, no content. */
  | { readonly ok: false; readonly fault: AnswerFault; readonly problems: readonly string[] };

/** Problems that only the caller can see: a quote that does not stand in the text, a wrong language. Empty where there is none. */
export type AcceptanceCheck<T> = (value: T) => readonly string[];

const MAX_PROBLEMS = 10;

const refuse = (fault: AnswerFault, ...problems: readonly string[]): CheckedAnswer<never> => ({
  ok: false,
  fault,
  problems: problems.slice(0, MAX_PROBLEMS),
});

/** Holds an answer against what was asked for. */
export function checkAnswer<S extends z.ZodType>(
  answer: Pick<ProviderAnswer, 'text' | 'finish'>,
  schema: S,
  accept: AcceptanceCheck<z.output<S>> | undefined,
): CheckedAnswer<z.output<S>> {
  if (answer.finish === 'refused') return refuse('refused');
  if (answer.finish === 'truncated') return refuse('truncated', 'The answer was cut off: answer shorter.');
  const text = answer.text.trim();
  if (text === '') return refuse('empty', 'The answer was empty.');
  const json = parseJson(text);
  if (json === undefined)
    return refuse(isRefusal(text) ? 'refused' : 'not-json', 'The answer is not JSON and nothing else.');
  const parsed = schema.safeParse(json);
  if (!parsed.success)
    return refuse('wrong-shape', ...parsed.error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`));
  const problems = accept?.(parsed.data) ?? [];
  return problems.length > 0 ? refuse('unacceptable', ...problems) : { ok: true, value: parsed.data };
}

/** Free text: what a provider did not end by itself, or did not want to say, is no answer. */
export function checkText({ text, finish }: Pick<ProviderAnswer, 'text' | 'finish'>): CheckedAnswer<string> {
  if (finish !== 'complete') return refuse(finish);
  return text.trim() === '' ? refuse('empty') : { ok: true, value: text };
}

/** A fence around the whole answer is how models without a JSON mode write JSON; anything else around it is not accepted. */
const FENCED = /^```(?:json)?\s*\n([\s\S]*)\n```$/;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(FENCED.exec(text)?.[1] ?? text);
  } catch {
    return undefined;
  }
}

/** A refusal as prose: no JSON, and it begins as refusals begin. */
const isRefusal = (text: string): boolean =>
  /^(?:I['’]?m (?:really )?sorry|Sorry|I (?:can(?:no|['’])t|am (?:not able|unable)|won['’]t)|I apologi[sz]e|As an AI|Unfortunately, I)/i.test(
    text,
  );
