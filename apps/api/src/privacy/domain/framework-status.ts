import { type Deadline, type DemandId, DEMANDS, type Framework } from '@app/privacy';
import type { PrivacyFacts } from './privacy-facts.js';
import type { Finding, PrivacyRule, RuleState } from './privacy-rule.js';

/** One demand of the tenant's framework, and how it stands. */
export interface RuleStatus {
  readonly id: DemandId;
  readonly state: RuleState;
  readonly source: string | null;
  readonly asks: string | null;
  readonly within: string | null;
  readonly evidence: Finding['evidence'];
  /** What a person has to do: always where nothing was checked or something is violated. */
  readonly toDo: string | null;
}

const wordsOf = (deadline: Deadline | undefined): string | null => {
  if (deadline === undefined) return null;
  return deadline.unit === 'none' ? deadline.words : `${deadline.count} ${deadline.unit}`;
};

/** How each demand stands, by the rules that there are. */
export function frameworkStatus(
  framework: Framework,
  facts: PrivacyFacts,
  rules: ReadonlyMap<DemandId, PrivacyRule>,
): RuleStatus[] {
  return DEMANDS.map((id) => {
    const demand = framework.demands[id];
    if (demand === undefined)
      return { id, state: 'not-applicable', source: null, asks: null, within: null, evidence: {}, toDo: null };
    const found = rules.get(id)?.check(facts, framework) ?? { state: 'not-checked' as const, evidence: {} };
    const { source, asks, within, toDo } = demand;
    return { id, source, asks, within: wordsOf(within), ...found, toDo: found.state === 'met' ? null : toDo };
  });
}
