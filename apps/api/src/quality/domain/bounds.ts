/** Confidence of one-sided bounds. */
const SURE = 0.95;
const STEPS = 60;

/** ln Γ(x) for x > 0 (Lanczos 1964, with the coefficients of Numerical Recipes, 3rd ed., § 6.1). */
function logGamma(x: number): number {
  const coefficients = [
    57.156_235_665_862_92, -59.597_960_355_475_49, 14.136_097_974_741_746, -0.491_913_816_097_620_2,
    0.339_946_499_848_118_9e-4, 0.465_236_289_270_485_8e-4, -0.983_744_753_048_795_6e-4, 0.158_088_703_224_912_5e-3,
    -0.210_264_441_724_104_9e-3, 0.217_439_618_115_212_6e-3, -0.164_318_106_536_763_9e-3, 0.844_182_239_838_527_4e-4,
    -0.261_908_384_015_814_1e-4, 0.368_991_826_595_316_2e-5,
  ];
  const shifted = x + 5.242_187_5;
  const series = coefficients.reduce((sum, c, index) => sum + c / (x + index + 1), 0.999_999_999_999_997_1);
  return (x + 0.5) * Math.log(shifted) - shifted + Math.log((2.506_628_274_631_000_5 * series) / x);
}

/** The chance of at most `k` wrong ones among `n`, where each is wrong with chance `p`. */
function chanceOfAtMost(k: number, n: number, p: number): number {
  const choices = (i: number): number => logGamma(n + 1) - logGamma(i + 1) - logGamma(n - i + 1);
  let sum = 0;
  for (let i = 0; i <= k; i++) sum += Math.exp(choices(i) + i * Math.log(p) + (n - i) * Math.log1p(-p));
  return sum;
}

/**
 * The highest share of errors that `wrong` of `n` are still likely for: the upper bound of Clopper & Pearson 1934, "The use of
 * confidence or fiducial limits", one-sided, at 95 %. It is exact, so that it never promises too much, also for few; 1 for none.
 */
export function errorBound(wrong: number, n: number): number {
  if (n === 0 || wrong >= n) return 1;
  let [low, high] = [wrong / n, 1];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (chanceOfAtMost(wrong, n, middle) > 1 - SURE) low = middle;
    else high = middle;
  }
  return high;
}

/** Outcomes without an error from which on their share can be shown to be at most `error`. */
export const leastEvidence = (error: number): number => Math.ceil(Math.log(1 - SURE) / Math.log1p(-error));
