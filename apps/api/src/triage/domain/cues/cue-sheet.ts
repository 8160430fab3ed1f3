import type { CategoryName } from '../triage-model.js';

/** Kinds of evidence that priority, type and sentiment are weighed from (weights.ts). */
export const SIGNALS = [
  'outage',
  'everyone',
  'blocked',
  'fault',
  'degraded',
  'recurring',
  'cause',
  'data_loss',
  'security',
  'sensitive',
  'critical',
  'business',
  'overcharge',
  'legal',
  'safety',
  'immediate',
  'soon',
  'deadline',
  'unhurried',
  'escalation',
  'ask',
  'inquiry',
  'change',
  'improvement',
  'question',
  'inform',
  'thanks',
  'positive',
  'negative',
  'angry',
] as const;
export type Signal = (typeof SIGNALS)[number];

/** Parts of a letter's form. */
export const FORMS = [
  'greeting',
  'closing',
  'pleasantry',
  'lead',
  'directive',
  'before_date',
  'disclaimer',
  'footer',
] as const;
export type Form = (typeof FORMS)[number];

export interface CategoryCues {
  /** Say the category by themselves. */
  readonly strong?: string;
  /** Occur in it, and elsewhere. */
  readonly weak?: string;
}

/**
 * The cues of one language. A list is cues parted by commas; case and accents do not count:
 * `word` · `stem*` any word that begins so · `(a|b)` one of them · `[word]` may be missing · `a .. b` up to three words between.
 */
export interface CueSheet {
  /** ISO 639-1, or `any` for what holds in every language. */
  readonly language: string;
  readonly categories: Readonly<Partial<Record<CategoryName, CategoryCues>>>;
  readonly signals: Readonly<Partial<Record<Signal, string>>>;
  readonly forms: Readonly<Partial<Record<Form, string>>>;
}
