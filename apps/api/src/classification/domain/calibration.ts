/**
 * Cues of one type come together (an invoice number rarely stands without an invoice date), so that adding their points
 * counts the same evidence more than once. Sums are therefore bent: the first points count in full, and no sum passes
 * this many.
 */
const MOST_POINTS = 14;

/** Points against a type are not bent: the signs of another kind of document are reason enough to doubt. */
export const saturate = (points: number): number =>
  points <= 0 ? points : MOST_POINTS * (1 - Math.exp(-points / MOST_POINTS));

/** Points that a type needs to be as likely as `generic`: one strong cue or a few weak ones. */
export const PRIOR = -3;

/**
 * Log-odds in a point. Chosen so that a title of its own and one usual label (6 points, 4.9 when bent) and nothing
 * against it are right in nineteen of twenty documents: ln(19) / (4.9 - 3) = 1.55.
 */
const LOG_ODDS_OF_POINT = 1.55;

/** Above this a rule of thumb has no ground: about one document in a hundred is a kind of its own, whatever it shows. */
const MOST_CONFIDENT = 0.99;

export const confident = (probability: number): number => Math.min(MOST_CONFIDENT, probability);

/** Probabilities that add up to 1, from scores in points (softmax, numerically safe). */
export function probabilities<K>(scores: ReadonlyMap<K, number>): ReadonlyMap<K, number> {
  const highest = Math.max(...scores.values());
  const weights = [...scores].map(([key, score]) => [key, Math.exp((score - highest) * LOG_ODDS_OF_POINT)] as const);
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  return new Map(weights.map(([key, weight]) => [key, weight / sum]));
}

/** How likely a document of the general type is of the special one, from the points of the special one's own cues. */
export const shareOfSpecial = (points: number): number => 1 / (1 + Math.exp(-points * LOG_ODDS_OF_POINT));
