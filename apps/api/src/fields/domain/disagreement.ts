import type { FieldSpec } from '../../schemas/index.js';
import { weighed } from './confidence.js';
import type { DisagreementRule, ExtractedField, Statement } from './field-model.js';
import { fold } from './tokens.js';
import { cents } from './values.js';

const letters = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/** A part of a number that is as long as this may be the whole of it elsewhere ("RE-4711" and "4711"). */
const SHORTEST_PART = 4;

function sameText(a: string, b: string): boolean {
  const [short, long] = [letters(a), letters(b)].toSorted((x, y) => x.length - y.length) as [string, string];
  return short === long || (short.length >= SHORTEST_PART && long.includes(short));
}

/** Names are the same where they share a word that is none of the short ones: legal forms and branches come and go. */
function sameName(a: string, b: string): boolean {
  if (sameText(a, b)) return true;
  const words = (text: string): string[] =>
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= SHORTEST_PART);
  const known = new Set(words(a));
  return words(b).some((word) => known.has(word));
}

/** Whether two values of a field say the same, however they are written. */
export function sameValue({ type, family }: Pick<FieldSpec, 'type' | 'family'>, a: string, b: string): boolean {
  if (type === 'money') return cents(a) === cents(b);
  if (type === 'number') return Number(a) === Number(b);
  if (type === 'date' || type === 'boolean') return a === b;
  return family === 'parties' || type === 'address' ? sameName(a, b) : sameText(a, b);
}

export const statementOf = (field: ExtractedField): Statement => ({
  value: field.value ?? '',
  raw: field.raw,
  currency: field.currency,
  confidence: field.confidence,
  source: field.source,
  grounding: field.grounding,
  ...(field.path !== undefined && { path: field.path }),
});

/** A field after others were heard on it: surer where they say the same, less sure where they do not. */
export function heardOn(
  field: ExtractedField,
  others: readonly { readonly agrees: boolean; readonly confidence: number }[],
): ExtractedField {
  const confidence = others.reduce(weighed, field.confidence);
  return { ...field, confidence: Math.min(MOST, Math.round(confidence * 1000) / 1000) };
}
/** Nothing that is read is surer than this. */
const MOST = 0.99;

/** The field with the rule that it breaks. */
export const breaking = (field: ExtractedField, rule: DisagreementRule): ExtractedField =>
  field.ruleFailures.includes(rule) ? field : { ...field, ruleFailures: [...field.ruleFailures, rule] };
