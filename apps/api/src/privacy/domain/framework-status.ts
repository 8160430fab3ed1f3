import { type Deadline, type DemandId, DEMANDS, type Framework, textsOf } from '@app/privacy';
import type { PrivacyFacts } from './privacy-facts.js';
import type { Finding, PrivacyRule, RuleState } from './privacy-rule.js';

/** One demand of the tenant's framework, and how it stands. */
export interface RuleStatus {
  readonly id: DemandId;
  readonly state: RuleState;
  readonly source: string | null;
  /** Where the source is published. */
  readonly texts: ReturnType<typeof textsOf>;
  readonly asks: string | null;
  readonly within: string | null;
  readonly evidence: Finding['evidence'];
  /** What the state was found by; null where there is no check. */
  readonly checked: string | null;
  /** What a person has to do, or has to have done: a check never sees all of it. */
  readonly toDo: string | null;
}

const wordsOf = (deadline: Deadline | undefined): string | null => {
  if (deadline === undefined) return null;
  return deadline.unit === 'none' ? deadline.words : `${deadline.count} ${deadline.unit}`;
};

const NOT_APPLICABLE = {
  state: 'not-applicable',
  source: null,
  texts: [],
  asks: null,
  within: null,
  checked: null,
  evidence: {},
  toDo: null,
} as const;

/** How each demand stands, by the rules that there are. */
export function frameworkStatus(
  framework: Framework,
  facts: PrivacyFacts,
  rules: ReadonlyMap<DemandId, PrivacyRule>,
): RuleStatus[] {
  return DEMANDS.map((id) => {
    const demand = framework.demands[id];
    if (demand === undefined) return { id, ...NOT_APPLICABLE };
    const rule = rules.get(id);
    const found = rule?.check(facts, framework) ?? { state: 'not-checked' as const, evidence: {} };
    const { source, asks, within, toDo } = demand;
    const texts = textsOf(framework, demand);
    return { id, source, texts, asks, within: wordsOf(within), checked: rule?.checks ?? null, ...found, toDo };
  });
}
