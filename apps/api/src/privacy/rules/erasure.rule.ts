import type { Deadline } from '@app/privacy';
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

/** Whether erasures that were asked for here have ended in time. What was asked for elsewhere is not seen. */
export const erasureRule: PrivacyRule = {
  demand: 'erasure',
  check: ({ life: { erasures, tombstones }, now }, framework) => {
    const { count, lastAt, open, openSince } = erasures;
    const evidence = {
      erasures: count,
      lastAt: lastAt?.toISOString() ?? null,
      open,
      openSince: openSince?.toISOString() ?? null,
      tombstones: tombstones.count,
    };
    const most = daysIn(framework.demands.erasure?.within);
    const isLate = openSince !== null && most !== null && now.getTime() - openSince.getTime() > most * DAY_MS;
    if (isLate) return { state: 'violated', evidence };
    return { state: count > 0 && open === 0 ? 'met' : 'not-checked', evidence };
  },
};
