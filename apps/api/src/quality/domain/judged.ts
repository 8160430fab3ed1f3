/** A confidence, and whether what it was said of was right. */
export interface Judged {
  /** 0..1 */
  readonly confidence: number;
  readonly right: boolean;
}

const LEAST = 0.005;

/** Into the range in which logarithms are of use: neither engine nor person is surer than one in two hundred. */
export const bounded = (probability: number): number => Math.min(1 - LEAST, Math.max(LEAST, probability));

export const logOdds = (probability: number): number => {
  const inside = bounded(probability);
  return Math.log(inside / (1 - inside));
};

/** Surprise at the outcome, in nats: what an honest probability makes smallest on the whole. */
export const surprise = (probability: number, right: boolean): number =>
  -Math.log(right ? bounded(probability) : 1 - bounded(probability));
