import { AppError } from '@app/kernel';
import type { DemandId } from '@app/privacy';
import type { PrivacyRule } from '../domain/privacy-rule.js';
import { minimisationRule } from './minimisation.rule.js';
import { recordsRule } from './records.rule.js';
import { redactionRule } from './redaction.rule.js';
import { accessRule, erasureRule, portabilityRule } from './requests.rule.js';
import { retentionRule } from './retention.rule.js';
import { securityRule } from './security.rule.js';
import { transfersRule } from './transfers.rule.js';

/** Demands without a line here are not checked, and say so. */
const RULES: readonly PrivacyRule[] = [
  minimisationRule,
  redactionRule,
  retentionRule,
  transfersRule,
  accessRule,
  erasureRule,
  portabilityRule,
  securityRule,
  recordsRule,
];

export const RULE_BY_DEMAND: ReadonlyMap<DemandId, PrivacyRule> = new Map(RULES.map((rule) => [rule.demand, rule]));
if (RULE_BY_DEMAND.size < RULES.length) throw new AppError('duplicate_privacy_rule', 'bug');
