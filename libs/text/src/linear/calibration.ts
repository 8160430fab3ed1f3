/** Scores as probabilities: e^(score / temperature), each over the sum of all. They add up to 1. */
export function probabilitiesOf(scores: Float64Array, temperature: number): Float64Array {
  let highest = -Infinity;
  for (const score of scores) highest = Math.max(highest, score);
  let sum = 0;
  const powers = scores.map((score) => Math.exp((score - highest) / temperature));
  for (const power of powers) sum += power;
  return powers.map((power) => power / sum);
}

export function indexOfHighest(scores: Float64Array): number {
  let best = 0;
  for (let k = 1; k < scores.length; k++) if ((scores[k] as number) > (scores[best] as number)) best = k;
  return best;
}

/** Scores of a text that the model was not trained on, and the label that it has. */
export interface JudgedScores {
  readonly scores: Float64Array;
  readonly truth: number;
}

const LOWEST_LOG = Math.log(0.02);
const HIGHEST_LOG = Math.log(5);
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const STEPS = 30;
const LEAST = 1e-300;

/** Surprise at the truth, mean over all texts: what an honest probability makes smallest. */
export const logLoss = (judged: readonly JudgedScores[], temperature: number): number =>
  judged.reduce((sum, { scores, truth }) => {
    const probability = probabilitiesOf(scores, temperature)[truth] ?? 0;
    return sum - Math.log(Math.max(LEAST, probability));
  }, 0) / judged.length;

/**
 * The same, as if one more text had been got wrong: n texts without a mistake do not show that there are none (Laplace's rule of
 * succession, as in Platt 1999). Without it the best temperature of such texts would be 0 and all confidence 1.
 */
function cautiousLoss(judged: readonly JudgedScores[], temperature: number): number {
  const doubt = 1 / (judged.length + 2);
  let sum = 0;
  for (const { scores, truth } of judged) {
    let others = 0;
    let own = 0;
    probabilitiesOf(scores, temperature).forEach((probability, label) => {
      const surprise = -Math.log(Math.max(LEAST, probability));
      if (label === truth) own = surprise;
      else others += surprise;
    });
    sum += (1 - doubt) * own + (doubt * others) / Math.max(1, scores.length - 1);
  }
  return sum / judged.length;
}

/**
 * The temperature at which scores say how often they are right (Guo et al. 2017, "On Calibration of Modern Neural Networks"),
 * by golden section over its logarithm.
 */
export function fitTemperature(judged: readonly JudgedScores[]): number {
  if (judged.length === 0) return 1;
  const loss = (at: number): number => cautiousLoss(judged, Math.exp(at));
  let [low, high] = [LOWEST_LOG, HIGHEST_LOG];
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [atLeft, atRight] = [loss(left), loss(right)];
  for (let step = 0; step < STEPS; step++) {
    if (atLeft < atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = loss(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = loss(right);
    }
  }
  return Math.exp((low + high) / 2);
}

/** Mean distance between confidence and share of right ones, over ten equal bands of confidence (expected calibration error). */
export function calibrationError(answers: readonly { readonly confidence: number; readonly right: boolean }[]): number {
  const bands = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0 }));
  for (const { confidence, right } of answers) {
    const band = bands[Math.min(9, Math.floor(confidence * 10))];
    if (!band) continue;
    band.confidence += confidence;
    band.right += right ? 1 : 0;
  }
  return answers.length === 0
    ? 0
    : bands.reduce((sum, b) => sum + Math.abs(b.confidence - b.right), 0) / answers.length;
}
