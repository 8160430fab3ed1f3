import type { PrivacyRule } from '../domain/privacy-rule.js';

const STATES = { intact: 'met', broken: 'violated', unknown: 'not-checked' } as const;

/** Whether what was done with documents can be shown: the audit trail, entry by entry. */
export const recordsRule: PrivacyRule = {
  demand: 'records',
  checks: 'The audit trail of this service, entry by entry; not the records of processing that the law asks for.',
  check: ({ trail, settings: { auditSource } }) => ({
    state: STATES[trail.state],
    evidence: {
      auditTrail: trail.state,
      entries: trail.entries,
      verifiedAt: trail.checkedAt?.toISOString() ?? null,
      sourceOfRequests: auditSource,
    },
  }),
};
