// Logistic regression by gradient descent with momentum, in the units of the features.

/** Weights for rows of {x, y, weight}; the last one is the bias. `ridge` holds weights small, `isAllowed` may hold one at 0. */
export function learn(rows, { ridge, rounds, rate, isAllowed }) {
  const size = rows[0].x.length;
  const weights = new Float64Array(size + 1);
  const speed = new Float64Array(size + 1);
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < rounds; round++) {
    const slope = slopeOf(rows, weights);
    for (let at = 0; at <= size; at++) {
      const pull = at < size ? ridge * weights[at] : 0;
      speed[at] = 0.9 * speed[at] - rate * ((slope[at] + pull) / total);
      weights[at] += speed[at];
      // What cannot speak for a boundary must not, however the corpus falls; nor the other way round.
      if (at < size && !isAllowed(at, weights[at])) weights[at] = speed[at] = 0;
    }
  }
  return weights;
}

function slopeOf(rows, weights) {
  const size = weights.length - 1;
  const slope = new Float64Array(size + 1);
  for (const { x, y, weight } of rows) {
    const error = (probability(weights, x) - y) * weight;
    for (let at = 0; at < size; at++) slope[at] += error * x[at];
    slope[size] += error;
  }
  return slope;
}

export const probability = (weights, x) => {
  let score = weights[x.length];
  for (let at = 0; at < x.length; at++) score += weights[at] * x[at];
  return 1 / (1 + Math.exp(-score));
};
