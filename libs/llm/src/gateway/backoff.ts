/** Milliseconds of the first wait, and the longest one. */
const FIRST_MS = 250;
const LONGEST_MS = 8_000;

/** Exponential backoff with full jitter (M. Brooker, "Exponential Backoff and Jitter", AWS 2015). `retry` counts from 0. */
export const backoffMs = (retry: number, random: () => number): number =>
  Math.floor(random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** retry));
