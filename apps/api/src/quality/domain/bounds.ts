/** Confidence of one-sided bounds. */
const SURE = 0.95;

/** The chance of at most `wrong` among `n`, where each is wrong with chance `error`: the binomial distribution, in logarithms. */
function chanceOfAtMost(wrong: number, n: number, error: number): number {
  const odds = Math.log(error) - Math.log1p(-error);
  let term = n * Math.log1p(-error);
  let sum = 0;
  for (let k = 0; k <= wrong; k++) {
    sum += Math.exp(term);
    term += Math.log((n - k) / (k + 1)) + odds;
  }
  return sum;
}

/**
 * Whether `wrong` of `n` show that the share of errors is at most `error`: the upper bound of Clopper & Pearson 1934, "The use of
 * confidence or fiducial limits illustrated in the case of the binomial", one-sided at 95 %, is not above it. The bound is exact,
 * so that it never promises too much, also for few.
 */
export const showsAtMost = (error: number, wrong: number, n: number): boolean =>
  wrong < n && chanceOfAtMost(wrong, n, error) <= 1 - SURE;

/** Outcomes without an error from which on their share can be shown to be at most `error`. */
export const leastEvidence = (error: number): number => Math.ceil(Math.log(1 - SURE) / Math.log1p(-error));
