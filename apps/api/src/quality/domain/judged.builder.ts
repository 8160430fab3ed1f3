import type { Sample } from './correction.js';
import { logOdds, surprise } from './judged.js';

/** Numbers of 0..1 that are the same in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How often a value of a confidence is right. */
export type World = (confidence: number) => number;

const shifted =
  (slope: number, offset: number): World =>
  (confidence) =>
    1 / (1 + Math.exp(-(slope * logOdds(confidence) + offset)));

/** Engines that say what they know, too much, too little, and that are sure of nothing they should be sure of. */
export const WORLDS: Readonly<Record<string, World>> = {
  honest: (confidence) => confidence,
  overconfident: shifted(0.5, -0.5),
  underconfident: shifted(1.5, 1),
  stepped: (confidence) => (confidence > 0.8 ? 0.97 : 0.4),
};

/** Verdicts on an engine whose confidences lie mostly high. */
export function judgedIn(world: World, count: number, seed: number): Sample[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, n) => {
    const confidence = 1 - 0.7 * random() ** 2;
    return { confidence, right: random() < world(confidence), subject: String(n) };
  });
}

/** What a mapping of confidences costs in a world, beyond what the truth would: mean surprise in nats. */
export function regret(world: World, mapping: (confidence: number) => number): number {
  const random = randomFrom(7);
  let sum = 0;
  const points = 500;
  for (let n = 0; n < points; n++) {
    const confidence = 1 - 0.7 * random() ** 2;
    const truth = world(confidence);
    const cost = (p: number): number => truth * surprise(p, true) + (1 - truth) * surprise(p, false);
    sum += cost(mapping(confidence)) - cost(truth);
  }
  return sum / points;
}
