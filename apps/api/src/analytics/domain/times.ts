/**
 * How many times fell into each bucket. Bucket b holds times over 2^((b-1)/8) and up to 2^(b/8) milliseconds, bucket -1 those
 * of no length; `time_bucket` in the migrations sorts them. Two of these are merged by adding up.
 */
export type Times = Readonly<Record<string, number>>;

const BUCKETS_PER_DOUBLING = 8;

/** Every time is told with at most this error, beside the rounding to whole milliseconds: half a bucket, 4.43 %. */
export const TIMES_ERROR = 2 ** (1 / (2 * BUCKETS_PER_DOUBLING)) - 1;

/** Milliseconds that stand for a bucket: its middle on the logarithmic scale. */
const middleOf = (bucket: number): number => (bucket < 0 ? 0 : 2 ** ((bucket - 0.5) / BUCKETS_PER_DOUBLING));

/**
 * The time that a share of all does not pass (nearest rank, as `percentile_disc`), in whole milliseconds and with an error of at
 * most `TIMES_ERROR`; 0 where there are none.
 */
export function quantile(times: Times, share: number): number {
  const buckets = Object.entries(times)
    .map(([bucket, n]) => [Number(bucket), n] as const)
    .toSorted(([a], [b]) => a - b);
  let left = Math.ceil(share * buckets.reduce((sum, [, n]) => sum + n, 0));
  for (const [bucket, n] of buckets) {
    left -= n;
    if (left <= 0) return Math.round(middleOf(bucket));
  }
  return 0;
}
