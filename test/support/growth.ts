/**
 * How many times as much CPU `work` takes for four times the size: about 4 where the work is linear, 16 where it is
 * quadratic, 1 where it is bounded. A ratio of one run, so it holds on a slow machine as on a fast one; of each size
 * the least of three, since whatever else happens only adds.
 */
export function growth(work: (size: number) => unknown, size: number): number {
  work(size);
  const rounds = Array.from({ length: 3 }, () => [cpuOf(() => work(size)), cpuOf(() => work(size * 4))] as const);
  return Math.min(...rounds.map(([, large]) => large)) / Math.min(...rounds.map(([small]) => small));
}

function cpuOf(work: () => unknown): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return user + system;
}

/** Between linear and quadratic, with room for caches and collections of garbage on either side. */
export const MOST_GROWTH = 10;
