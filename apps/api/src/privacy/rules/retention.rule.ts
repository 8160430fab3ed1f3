import type { PrivacyRule } from '../domain/privacy-rule.js';

/** Whether a time is stated, and whether it is kept to. A legal hold keeps documents past it, and then somebody has to look. */
export const retentionRule: PrivacyRule = {
  demand: 'retention',
  checks:
    'Whether a time of keeping is set, and whether documents are here past it; not whether the purpose needs that time.',
  check: ({ documents, life: { retention, holds } }) => {
    const { days, byType, most, overdue, erased } = retention;
    const isStated = days !== null || most !== null;
    const evidence = {
      retentionDays: days,
      byType: byType.map(({ type, days: ofType }) => ({ type, days: ofType })),
      mostInRegion: most,
      ...documents,
      overdue,
      erased: erased.count,
      lastErasedAt: erased.lastAt?.toISOString() ?? null,
      legalHolds: holds.standing,
    };
    return { state: isStated && overdue === 0 ? 'met' : 'violated', evidence };
  },
};
