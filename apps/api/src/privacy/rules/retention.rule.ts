import type { PrivacyRule } from '../domain/privacy-rule.js';

/** Whether a time is stated, and whether it is kept to. */
export const retentionRule: PrivacyRule = {
  demand: 'retention',
  check: ({ settings: { retentionDays }, documents }) => ({
    state: retentionDays !== null && documents.overdue === 0 ? 'met' : 'violated',
    evidence: { retentionDays, ...documents },
  }),
};
