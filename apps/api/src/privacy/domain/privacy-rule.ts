import type { JsonObject } from '@app/kernel';
import type { DemandId, Framework } from '@app/privacy';
import type { PrivacyFacts } from './privacy-facts.js';

/**
 * `met` and `violated` are what a check has found of what it looks at, `not-checked` what no program can see, or could not this time; `not-applicable`
 * is what the law does not ask for.
 */
export const RULE_STATES = ['met', 'violated', 'not-checked', 'not-applicable'] as const;
export type RuleState = (typeof RULE_STATES)[number];

export interface Finding {
  readonly state: Exclude<RuleState, 'not-applicable'>;
  /** What the state rests on: settings, counts, times. Nothing of what documents say. */
  readonly evidence: JsonObject;
}

/** How a demand of a law is checked. One file each, and one line in the registry. */
export interface PrivacyRule {
  readonly demand: DemandId;
  /** What is looked at, and what not: a state says no more than that. */
  readonly checks: string;
  check(facts: PrivacyFacts, framework: Framework): Finding;
}
