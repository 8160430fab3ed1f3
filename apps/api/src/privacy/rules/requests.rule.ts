import type { Deadline } from '@app/privacy';
import type { PrivacyFacts } from '../domain/privacy-facts.js';
import type { PrivacyRule } from '../domain/privacy-rule.js';

/** Days that every reading of a time leaves: the shortest month, and five business days a week. Null where no time is given. */
function daysIn(deadline: Deadline | undefined): number | null {
  if (deadline === undefined || deadline.unit === 'none') return null;
  switch (deadline.unit) {
    case 'hours':
      return deadline.count / 24;
    case 'months':
      return deadline.count * 28;
    default:
      return deadline.count;
  }
}

const DAY_MS = 86_400_000;

/** Whether what was asked for here has ended in time. What was asked for elsewhere is not seen. */
function checkRequests(
  { count, lastAt, open, openSince }: PrivacyFacts['life']['exports'],
  within: Deadline | undefined,
  now: Date,
) {
  const evidence = {
    ended: count,
    lastAt: lastAt?.toISOString() ?? null,
    open,
    openSince: openSince?.toISOString() ?? null,
  };
  const most = daysIn(within);
  const isLate = openSince !== null && most !== null && now.getTime() - openSince.getTime() > most * DAY_MS;
  if (isLate) return { state: 'violated' as const, evidence };
  return { state: count > 0 && open === 0 ? ('met' as const) : ('not-checked' as const), evidence };
}

export const erasureRule: PrivacyRule = {
  demand: 'erasure',
  check: ({ life: { erasures, tombstones }, now }, framework) => {
    const { state, evidence } = checkRequests(erasures, framework.demands.erasure?.within, now);
    const { ended, ...rest } = evidence;
    return { state, evidence: { erasures: ended, ...rest, tombstones: tombstones.count } };
  },
};

const exportRule = (demand: 'access' | 'portability'): PrivacyRule => ({
  demand,
  check: ({ life: { exports }, now }, framework) => {
    const { state, evidence } = checkRequests(exports, framework.demands[demand]?.within, now);
    const { ended, ...rest } = evidence;
    return { state, evidence: { exports: ended, ...rest } };
  },
});

export const accessRule = exportRule('access');
export const portabilityRule = exportRule('portability');
