import { type Curve, GRID } from './curve.js';
import { type Judged, logOdds } from './judged.js';

const STEPS = 30;
const ENOUGH = 1e-7;
/** Keeps Newton's equations solvable where all confidences are equal. */
const RIDGE = 1e-9;

interface Line {
  readonly slope: number;
  readonly offset: number;
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

interface Target {
  readonly x: number;
  readonly t: number;
}

function lossOf({ slope, offset }: Line, targets: readonly Target[]): number {
  // -t ln p - (1 - t) ln(1 - p) for p = sigmoid(z), without overflow.
  return targets.reduce((sum, { x, t }) => {
    const z = slope * x + offset;
    return sum + Math.max(z, 0) - t * z + Math.log1p(Math.exp(-Math.abs(z)));
  }, 0);
}

/** One step of Newton's method, halved until it makes things better; the same line where nothing does. */
function step(line: Line, targets: readonly Target[], flat: boolean): Line {
  let [gs, go, hss, hso, hoo] = [0, 0, RIDGE, 0, RIDGE];
  for (const { x, t } of targets) {
    const p = sigmoid(line.slope * x + line.offset);
    const [gap, weight] = [p - t, p * (1 - p)];
    go += gap;
    hoo += weight;
    if (flat) continue;
    gs += gap * x;
    hss += weight * x * x;
    hso += weight * x;
  }
  const determinant = hss * hoo - hso * hso;
  const [ds, d0] = [(hoo * gs - hso * go) / determinant, (hss * go - hso * gs) / determinant];
  const before = lossOf(line, targets);
  for (let part = 1; part > 1e-4; part /= 2) {
    const next = { slope: line.slope - part * ds, offset: line.offset - part * d0 };
    if (lossOf(next, targets) <= before) return next;
  }
  return line;
}

function minimum(from: Line, targets: readonly Target[], flat = false): Line {
  let line = from;
  for (let n = 0; n < STEPS; n++) {
    const next = step(line, targets, flat);
    const moved = Math.abs(next.slope - line.slope) + Math.abs(next.offset - line.offset);
    line = next;
    if (moved < ENOUGH) break;
  }
  return line;
}

/**
 * A logistic curve over the log-odds of a confidence (Platt 1999, "Probabilistic outputs for support vector machines", with
 * his targets (n₊+1)/(n₊+2) and 1/(n₋+2), so that n right ones do not show that none is wrong; Newton's method after Lin, Lin
 * & Weng 2007, "A note on Platt's probabilistic outputs"). It never falls: where the confidences say the reverse of the truth,
 * it is flat.
 */
export function platt(judged: readonly Judged[]): Curve {
  const right = judged.filter((one) => one.right).length;
  const [high, low] = [(right + 1) / (right + 2), 1 / (judged.length - right + 2)];
  const targets = judged.map((one) => ({ x: logOdds(one.confidence), t: one.right ? high : low }));
  const fitted = minimum({ slope: 1, offset: 0 }, targets);
  const line = fitted.slope >= 0 ? fitted : minimum({ slope: 0, offset: 0 }, targets, true);
  return GRID.map((x) => sigmoid(line.slope * logOdds(x) + line.offset));
}
