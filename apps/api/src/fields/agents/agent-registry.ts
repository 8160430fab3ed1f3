import { AppError } from '@app/kernel';
import { FIELD_FAMILIES } from '../../schemas/model.js';
import { clausesAgent } from './clauses.agent.js';
import { datesAgent } from './dates.agent.js';
import type { FieldAgent } from './field-agent.js';
import { identifiersAgent } from './identifiers.agent.js';
import { lineItemsAgent } from './line-items.agent.js';
import { moneyAgent } from './money.agent.js';
import { partiesAgent } from './parties.agent.js';

const AGENTS: readonly FieldAgent[] = [
  partiesAgent,
  datesAgent,
  moneyAgent,
  identifiersAgent,
  lineItemsAgent,
  clausesAgent,
];

/** All agents by family. Throws where a family has no agent or two. */
export function agentsByFamily(agents: readonly FieldAgent[] = AGENTS): ReadonlyMap<FieldAgent['family'], FieldAgent> {
  const map = new Map(agents.map((agent) => [agent.family, agent]));
  const missing = FIELD_FAMILIES.filter((family) => !map.has(family));
  if (missing.length > 0 || map.size !== agents.length)
    throw new AppError('agent_registry_broken', 'bug', {
      detail: `Missing or double agents: ${missing.join(', ') || 'double'}`,
    });
  return map;
}
