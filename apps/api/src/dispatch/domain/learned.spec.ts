import { describe, expect, it } from 'vitest';
import { boundsOf } from './decision.js';
import { learnedChange, learnedFrom, type Lesson } from './learned.js';

const BOUNDS = boundsOf([
  [0.85, 'urgent'],
  [0.6, 'high'],
  [0.15, 'normal'],
  [0, 'low'],
]);

/** Mulberry32: the same mails in every run. */
const randomOf = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

const CUES = ['outage', 'blocked', 'fault', 'immediate', 'deadline', 'thanks', 'inquiry', 'legal', 'security', 'soon'];
const BUILT_IN = [1.1, 0.8, 0.3, 1, 0.6, -0.5, -0.45, 0.6, 1, 0.2];
const WORDS = 400;
const SENDERS = 40;

interface Made extends Lesson {
  readonly truth: number;
}

/** Mails of a tenant: cues and words by chance, and a level by its own way of seeing them, with some noise. */
function mailsOf(
  seed: number,
  count: number,
  way: (mail: { cues: readonly number[]; words: readonly number[]; sender: number }) => number,
): Made[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, () => {
    const cues = CUES.map(() => (random() < 0.2 ? 1 : 0));
    // Words follow a power law, as words do.
    const words = [...new Set(Array.from({ length: 30 }, () => Math.floor(WORDS * random() ** 2.5)))];
    const sender = Math.floor(SENDERS * random() ** 1.5);
    const base = -1.1 + cues.reduce<number>((sum, cue, i) => sum + cue * BUILT_IN[i]!, 0);
    const truth = base + way({ cues, words, sender }) + (random() - 0.5) * 1.5;
    const features: Record<string, number> = { [`sender:${sender}`]: 1 };
    for (const [i, cue] of cues.entries()) if (cue > 0) features[`cue:${CUES[i]}`] = cue;
    for (const word of words) features[`word:${word}`] = 1 / Math.sqrt(words.length);
    return { base, features, truth, level: BOUNDS.filter((bound) => truth >= bound).length };
  });
}

/** How often of two mails of different levels the higher one comes first. */
function concordance(mails: readonly Made[], score: (mail: Made) => number): number {
  let right = 0;
  let pairs = 0;
  const scored = mails.map((mail) => ({ level: mail.level, score: score(mail) }));
  for (const a of scored)
    for (const b of scored) {
      if (a.level <= b.level) continue;
      pairs++;
      right += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0;
    }
  return right / pairs;
}

const WAYS = {
  'outages are nothing, a sender and two words are everything': ({ cues, words, sender }) =>
    -1.6 * cues[0]! + (sender < 4 ? 2.5 : 0) + (words.includes(7) ? 2 : 0) + (words.includes(11) ? 1.5 : 0),
  'the built-in rules': () => 0,
} satisfies Record<string, Parameters<typeof mailsOf>[2]>;

const after = (way: Parameters<typeof mailsOf>[2], seed: number, corrections: number): number => {
  const weights = learnedFrom(mailsOf(seed, corrections, way), BOUNDS);
  return concordance(mailsOf(seed + 1_000, 150, way), ({ base, features }) => base + learnedChange(weights, features));
};
const SEEDS = [1, 2];
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('learning from corrections', () => {
  it('follows a tenant that orders its mail by something else, more with each correction, on mails it has not seen', () => {
    const way = WAYS['outages are nothing, a sender and two words are everything'];
    const [before, few, some, many] = [0, 20, 50, 200].map((count) =>
      mean(SEEDS.map((seed) => after(way, seed, count))),
    );
    expect(few).toBeGreaterThan(before! - 0.005);
    expect(some).toBeGreaterThan(before! + 0.02);
    expect(many).toBeGreaterThan(some!);
    expect(many).toBeGreaterThan(before! + 0.15);
  });

  it.each([20, 50, 200])('is no worse than the built-in rules where these are right, after %i corrections', (count) => {
    const way = WAYS['the built-in rules'];
    const [before, learned] = [0, count].map((n) => mean(SEEDS.map((seed) => after(way, seed, n))));
    expect(learned).toBeGreaterThan(before! - 0.02);
  });

  it('moves by one correction only what it speaks of', () => {
    const weights = learnedFrom([{ base: -1, features: { 'sender:kim': 1, 'cue:thanks': 1 }, level: 3 }], BOUNDS);
    expect(Object.keys(weights).toSorted()).toEqual(['all:', 'cue:thanks', 'sender:kim']);
    expect(learnedChange(weights, { 'sender:kim': 1 })).toBeGreaterThan(
      2 * learnedChange(weights, { 'sender:lee': 1 }),
    );
    expect(Math.abs(learnedChange(weights, { 'sender:lee': 1 }))).toBeLessThan(0.8);
  });

  it('knows nothing without corrections', () => expect(learnedFrom([], BOUNDS)).toEqual({}));
});
