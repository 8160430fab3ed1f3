import { describe, expect, it } from 'vitest';
import { type Precedent, precedentsOf, taughtBy } from './precedents.js';

/** Mulberry32: the same mails in every run. */
const randomOf = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

const featuresOf = (words: readonly (number | string)[], sender: number | string): Precedent['features'] => ({
  [`sender:${sender}`]: 1,
  'domain:one': 1,
  ...Object.fromEntries(words.map((word) => [`word:${word}`, 1 / Math.sqrt(words.length)])),
});

const TEAMS = ['a', 'b', 'c', 'd', 'e'];
const WORDS = 600;
const OWN_WORDS = 40;

/** Mails of a tenant: each matter has some words of its own among common ones, some senders write of one matter only, and each matter has a team. */
function mailsOf(seed: number, count: number): { features: Precedent['features']; team: string }[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, () => {
    const matter = Math.floor(random() * TEAMS.length);
    const own = (): number => WORDS + matter * OWN_WORDS + Math.floor(OWN_WORDS * random() ** 2);
    const words = Array.from({ length: 25 }, () => (random() < 0.4 ? own() : Math.floor(WORDS * random() ** 2.5)));
    const sender = random() < 0.4 ? `one-matter-${matter}-${Math.floor(random() * 4)}` : Math.floor(random() * 200);
    return { features: featuresOf([...new Set(words)], sender), team: TEAMS[matter]! };
  });
}

/** Of unseen mails: how many have a team after so many corrections of which a share is by chance, and how many of those the right one. */
function after(corrections: number, chance: number): { named: number; right: number } {
  const random = randomOf(5);
  const precedents = precedentsOf(
    mailsOf(1, corrections).map(({ features, team }) => ({
      features,
      said: { routing: random() < chance ? TEAMS[Math.floor(random() * TEAMS.length)]! : team },
    })),
  );
  const unseen = mailsOf(2, 120);
  const told = unseen.flatMap(({ features, team }) =>
    taughtBy(precedents, features).map(({ value }) => value === team),
  );
  return { named: told.length / unseen.length, right: told.filter(Boolean).length / Math.max(1, told.length) };
}

describe('what corrected mails say of others', () => {
  it('is more with each correction, and right', () => {
    const [few, some, many] = [20, 100, 400].map((count) => after(count, 0));
    expect([few!.right, some!.right, many!.right].every((right) => right > 0.95)).toBe(true);
    expect(some!.named).toBeGreaterThan(few!.named + 0.1);
    expect(many!.named).toBeGreaterThan(some!.named + 0.2);
    expect(many!.named).toBeGreaterThan(0.6);
  });

  it('is hardly less right where one correction in five is by chance', () =>
    expect(after(400, 0.2).right).toBeGreaterThan(0.93));

  it('is next to nothing where all are by chance', () => expect(after(400, 1).named).toBeLessThan(0.1));

  const lamps = (routing: string, sender: string): Precedent => ({
    features: featuresOf(['lamp', 'flicker', 'hall', 'evening'], sender),
    said: { routing },
  });
  const mail = featuresOf(['lamp', 'flicker', 'hall', 'morning'], 'kim');

  it.each([
    ['one, however like it is', [lamps('light', 'kim')], null],
    ['two that agree', [lamps('light', 'kim'), lamps('light', 'lee')], { mails: 2, against: 0, share: 1 }],
    ['two that do not', [lamps('light', 'kim'), lamps('heat', 'lee')], null],
    [
      'three against a slip',
      [lamps('light', 'kim'), lamps('light', 'lee'), lamps('light', 'sam'), lamps('heat', 'sam')],
      { mails: 3, against: 1 },
    ],
    [
      'two of the same sender about something else',
      ['stairs', 'roof'].map((word) => ({ features: featuresOf([word], 'kim'), said: { routing: 'light' } })),
      null,
    ],
    [
      'three of the same sender about something else',
      ['stairs', 'roof', 'door'].map((word) => ({ features: featuresOf([word], 'kim'), said: { routing: 'light' } })),
      { mails: 3 },
    ],
  ])('needs more than a slip: %s', (_, list, expected) => {
    const told = expected === null ? [] : [{ field: 'routing', value: 'light', ...expected }];
    expect(taughtBy(precedentsOf(list), mail)).toMatchObject(told);
  });
});
