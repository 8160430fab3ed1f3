/** Linear work is at 4, quadratic at 16: at so little more rounds would only say the same again. */
const CLEARLY_LINEAR = 6;
const MOST_ROUNDS = 3;

/**
 * How many times as much CPU `work` takes for four times the size: about 4 where the work is linear, 16 where it is
 * quadratic, 1 where it is bounded. A ratio of one run, so it holds on a slow machine as on a fast one; where it is not clear
 * at once, of each size the least of three, since whatever else happens only adds.
 */
export function growth(work: (size: number) => unknown, size: number): number {
  work(size);
  let [small, large] = [Infinity, Infinity];
  for (let round = 0; round < MOST_ROUNDS && !(large / small < CLEARLY_LINEAR); round++) {
    small = Math.min(
      small,
      cpuOf(() => work(size)),
    );
    large = Math.min(
      large,
      cpuOf(() => work(size * 4)),
    );
  }
  return large / small;
}

function cpuOf(work: () => unknown): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return user + system;
}

/** Between linear and quadratic, with room for caches and collections of garbage on either side. */
export const MOST_GROWTH = 10;
