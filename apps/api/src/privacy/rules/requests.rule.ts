import type { Deadline, Demand } from '@app/privacy';
import type { PrivacyFacts } from '../domain/privacy-facts.js';
import type { Finding, PrivacyRule } from '../domain/privacy-rule.js';

/** Days of a time in the shortest reading of it and in the longest. Holidays are not known, so a business day may be two days. */
function daysIn(deadline: Deadline): readonly [least: number, most: number] | null {
  switch (deadline.unit) {
    case 'none':
      return null;
    case 'hours':
      return [deadline.count / 24, deadline.count / 24];
    case 'months':
      return [deadline.count * 28, deadline.count * 31];
    case 'business-days':
      return [deadline.count, deadline.count * 2];
    default:
      return [deadline.count, deadline.count];
  }
}

interface Times {
  /** Whoever ended within so many days was in time. */
  readonly least: number;
  /** After so many days nobody was, whatever was said of an extension; null where the law bounds it by no number. */
  readonly most: number | null;
}

function timesOf(demand: Demand | undefined): Times | null {
  const times = demand?.within && daysIn(demand.within);
  if (!times) return null;
  const { extension } = demand;
  if (extension === 'open') return { least: times[0], most: null };
  const longer = extension === undefined ? 0 : (daysIn(extension)?.[1] ?? 0);
  return { least: times[0], most: times[1] + longer };
}

const DAY_MS = 86_400_000;

type Requests = PrivacyFacts['life']['exports'];

/** Days since the oldest was asked for that has not ended, and that the slowest took. */
const daysOf = ({ openSince, slowestSeconds }: Requests, now: Date) => ({
  open: openSince === null ? null : (now.getTime() - openSince.getTime()) / DAY_MS,
  slowest: slowestSeconds === null ? null : slowestSeconds / (DAY_MS / 1000),
});

/** Whether what was asked for here has ended in time. What was asked for elsewhere, or when it was, is not seen. */
function checkRequests(requests: Requests, demand: Demand | undefined, now: Date) {
  const { count, lastAt, open, openSince } = requests;
  const days = daysOf(requests, now);
  const times = timesOf(demand);
  const evidence = {
    ended: count,
    lastAt: lastAt?.toISOString() ?? null,
    slowestDays: days.slowest === null ? null : Number(days.slowest.toFixed(3)),
    open,
    openSince: openSince?.toISOString() ?? null,
    inTimeOnlyIfExtended: times !== null && isAbove(days.open, times.least),
  };
  return { state: stateOf(requests, days, times), evidence };
}

const isAbove = (days: number | null, bound: number): boolean => days !== null && days > bound;

function stateOf({ count, open }: Requests, days: ReturnType<typeof daysOf>, times: Times | null): Finding['state'] {
  // Where the law names no time, nobody can say that one was kept.
  if (times === null) return 'not-checked';
  if (times.most !== null && isAbove(days.open, times.most)) return 'violated';
  return count > 0 && open === 0 && !isAbove(days.slowest, times.least) ? 'met' : 'not-checked';
}

export const erasureRule: PrivacyRule = {
  demand: 'erasure',
  checks: 'Whether erasures of persons that were asked for here have ended, and in time.',
  check: ({ life: { erasures, tombstones }, now }, framework) => {
    const { state, evidence } = checkRequests(erasures, framework.demands.erasure, now);
    const { ended, ...rest } = evidence;
    return { state, evidence: { erasures: ended, ...rest, tombstones: tombstones.count } };
  },
};

const exportRule = (demand: 'access' | 'portability'): PrivacyRule => ({
  demand,
  checks:
    'Whether exports of persons that were asked for here have ended, and in time; not whether they were handed over.',
  check: ({ life: { exports }, now }, framework) => {
    const { state, evidence } = checkRequests(exports, framework.demands[demand], now);
    const { ended, ...rest } = evidence;
    return { state, evidence: { exports: ended, ...rest } };
  },
});

export const accessRule = exportRule('access');
export const portabilityRule = exportRule('portability');
