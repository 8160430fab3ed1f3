// Logistic regression with a pull towards nought, and with the direction of each sign given: what speaks for a value never counts against it.
const STEPS = 4_000;
const RATE = 0.5;
/** Weight of the pull, in samples. */
const PULL = 4;
/** Made-up pages are easier than life: of a hundred values that are right there, so many are taken to be wrong. */
const HARDER = 0.015;
/**
 * What these signs do not show weighs both ways, so that log-odds are divided by this (temperature scaling: Guo et al. 2017, "On
 * calibration of modern neural networks"). Who counts as a party is a question of law, which made-up contracts hardly put. Assumed.
 */
const COOLING = { party: 1.5 };
const COOLING_OTHERWISE = 1.15;

/** Weights below this are left out. */
const SMALLEST = 0.05;

/** Signs that speak against a value; all others speak for it. */
const AGAINST = new Set(['longer', 'long', 'ambiguous']);
const sigmoid = (z) => 1 / (1 + Math.exp(-z));

function cooled(group, [offset, base, ...own], names) {
  const by = (weight) => Math.round((weight / (COOLING[group] ?? COOLING_OTHERWISE)) * 100) / 100;
  const signs = names.map((name, n) => [name, by(own[n])]).filter(([, weight]) => Math.abs(weight) >= SMALLEST);
  return { offset: by(offset), base: by(base), signs: Object.fromEntries(signs) };
}

/** `samples`: {base (log-odds), signs, right}. Answers {offset, base, signs}. */
export function fitBelief(group, samples, names) {
  const rows = samples.map(({ base, signs }) => [1, base, ...names.map((name) => signs[name])]);
  const targets = samples.map(({ right }) => (right ? 1 - HARDER : 0));
  const bounded = (weight, n) =>
    n === 0 ? weight : n === 1 || !AGAINST.has(names[n - 2]) ? Math.max(0, weight) : Math.min(0, weight);
  const prior = [0, 1, ...names.map(() => 0)];
  let weights = [...prior];
  // Adam (Kingma & Ba 2015): steps of one size for signs that are frequent and rare.
  const [first, second] = [weights.map(() => 0), weights.map(() => 0)];
  for (let step = 1; step <= STEPS; step++) {
    const gradient = weights.map((weight, n) => (n === 0 ? 0 : PULL * (weight - prior[n])));
    rows.forEach((row, at) => {
      const gap = sigmoid(row.reduce((sum, x, n) => sum + x * weights[n], 0)) - targets[at];
      row.forEach((x, n) => (gradient[n] += gap * x));
    });
    const rate = (RATE * 0.1) / Math.sqrt(1 + step / 100);
    weights = weights.map((weight, n) => {
      const g = gradient[n] / rows.length;
      first[n] = 0.9 * first[n] + 0.1 * g;
      second[n] = 0.999 * second[n] + 0.001 * g * g;
      const [m, v] = [first[n] / (1 - 0.9 ** step), second[n] / (1 - 0.999 ** step)];
      return bounded(weight - (rate * m) / (Math.sqrt(v) + 1e-9), n);
    });
  }
  return cooled(group, weights, names);
}
