import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrated, type Claim, keysOf, learnCorrections, type Verdict } from './calibrator.js';
import { correctionFrom } from './correction.js';
import { blended, type Curve, GRID, IDENTITY, valueAt } from './curve.js';
import { isotonic } from './isotonic.js';
import { judgedIn, randomFrom, regret, WORLDS } from './judged.builder.js';
import { platt } from './platt.js';

const judged = fc.array(
  fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean(), subject: fc.string() }),
  { minLength: 1, maxLength: 200 },
);

const rises = (curve: Curve): boolean => curve.every((value, n) => n === 0 || value >= (curve[n - 1] ?? 0) - 1e-9);
const isInside = (curve: Curve): boolean => curve.every((value) => value >= 0 && value <= 1);

describe.each([
  ['isotonic regression', isotonic],
  ["Platt's curve", platt],
])('%s', (_, fit) => {
  it('never falls, and stays within 0 and 1', () =>
    fc.assert(
      fc.property(judged, (samples) => {
        const curve = fit(samples);
        expect(rises(curve) && isInside(curve)).toBe(true);
      }),
    ));

  it.each(Object.entries(WORLDS).filter(([name]) => name !== 'stepped'))(
    'finds the truth of an %s engine',
    (_, world) => {
      const curve = fit(judgedIn(world, 20_000, 3));
      for (const at of [0.6, 0.7, 0.8, 0.9, 0.95]) expect(Math.abs(valueAt(curve, at) - world(at))).toBeLessThan(0.03);
    },
  );
});

describe('isotonic regression', () => {
  it('is the best rising curve at the points themselves', () => {
    const samples = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((confidence, n) =>
      [true, false, n > 2].map((right) => ({ confidence, right })),
    );
    const curve = isotonic(samples);
    expect([0.1, 0.3, 0.5].map((at) => valueAt(curve, at))).toEqual(
      [1 / 3, 1 / 3, 1 / 3].map((x) => expect.closeTo(x)),
    );
    expect([0.7, 0.9].map((at) => valueAt(curve, at))).toEqual([2 / 3, 2 / 3].map((x) => expect.closeTo(x)));
  });
});

describe("Platt's curve", () => {
  it('does not take all for right where no error was seen yet', () => {
    const curve = platt(Array.from({ length: 20 }, () => ({ confidence: 0.9, right: true })));
    expect(valueAt(curve, 0.9)).toBeGreaterThan(0.9);
    expect(valueAt(curve, 0.9)).toBeLessThan(0.97);
  });

  it('is flat where confidence says the reverse of the truth', () => {
    const random = randomFrom(1);
    const samples = Array.from({ length: 400 }, () => {
      const confidence = random();
      return { confidence, right: random() > confidence };
    });
    const curve = platt(samples);
    expect(Math.max(...curve) - Math.min(...curve)).toBeLessThan(1e-6);
    expect(curve[0]).toBeCloseTo(0.5, 1);
  });
});

describe('a curve', () => {
  it('gives back what it is the identity of', () =>
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (x) => {
        expect(valueAt(IDENTITY, x)).toBeCloseTo(x, 9);
      }),
    ));

  it('blends to a curve that never falls', () => {
    const half = blended(
      IDENTITY,
      GRID.map(() => 0.5),
      0.5,
    );
    expect(rises(half)).toBe(true);
    expect(valueAt(half, 1)).toBeCloseTo(0.75);
  });
});

describe('a correction', () => {
  const RUNS = 25;
  /** Mean regret over many tenants that have given so many verdicts, and that of doing nothing. */
  const outcome = (world: (confidence: number) => number, count: number): { with: number; without: number } => {
    const without = regret(world, (confidence) => confidence);
    let sum = 0;
    for (let seed = 1; seed <= RUNS; seed++) {
      const curve = correctionFrom(judgedIn(world, count, seed)) ?? IDENTITY;
      sum += regret(world, (confidence) => valueAt(curve, confidence));
    }
    return { with: sum / RUNS, without };
  };

  it.each([5, 20, 40, 100, 400])('does an honest engine no harm with %i verdicts', (count) =>
    expect(outcome(WORLDS['honest']!, count).with).toBeLessThan(0.004),
  );

  it.each(
    Object.entries(WORLDS)
      .filter(([name]) => name !== 'honest')
      .flatMap(([name, world]) => [20, 40, 100, 400].map((count) => [name, count, world] as const)),
  )('of an %s engine with %i verdicts is no worse than none', (_, count, world) => {
    const mean = outcome(world, count);
    expect(mean.with).toBeLessThanOrEqual(mean.without);
  });

  // A step between two points of the grid is drawn as a slope; all else is learned nearly whole.
  it.each([
    ['overconfident', 0.15],
    ['underconfident', 0.15],
    ['stepped', 0.5],
  ])('of an %s engine leaves at most %f of the harm with many verdicts', (name, share) => {
    const mean = outcome(WORLDS[name]!, 3_000);
    expect(mean.with).toBeLessThan(mean.without * share);
  });
});

const claim = (more: Partial<Claim> = {}): Claim => ({
  kind: 'field',
  engine: 'local',
  group: 'sch_invoice',
  field: 'total',
  ...more,
});

const learned = (verdicts: readonly Verdict[]): ReadonlyMap<string, Curve> => learnCorrections(verdicts, new Map());

describe('calibration', () => {
  it.each([
    [claim(), ['field/local', 'field/local/sch_invoice', 'field/local/sch_invoice/total']],
    [claim({ group: null }), ['field/local']],
    [claim({ kind: 'type', group: 'invoice', field: null }), ['type/local', 'type/local/invoice']],
    [claim({ kind: 'document', engine: null, field: null }), ['document', 'document/sch_invoice']],
    [claim({ kind: 'document', engine: null, group: null, field: null }), ['document']],
  ])('%o goes from the general to the special', (one, keys) => expect(keysOf(one)).toEqual(keys));

  it('takes the most special built-in curve', () => {
    const flat = (value: number): Curve => GRID.map(() => value);
    const defaults = new Map([
      ['field/local', flat(0.5)],
      ['field/local/sch_invoice', flat(0.7)],
    ]);
    expect(calibrated(claim(), 0.9, defaults, new Map())).toBe(0.7);
    expect(calibrated(claim({ group: 'sch_own' }), 0.9, defaults, new Map())).toBe(0.5);
    expect(calibrated(claim({ engine: 'llm' }), 0.9, defaults, new Map())).toBe(0.9);
    expect(calibrated(claim(), 0, defaults, new Map())).toBe(0);
  });

  it('corrects a field by its own verdicts, and others by what it shows of the engine', () => {
    const wrong = WORLDS['overconfident']!;
    const verdicts = judgedIn(wrong, 2_000, 5).map((sample): Verdict => ({ ...sample, ...claim() }));
    const corrections = learned(verdicts);
    expect(Math.abs(calibrated(claim(), 0.9, new Map(), corrections) - wrong(0.9))).toBeLessThan(0.05);
    expect(Math.abs(calibrated(claim({ field: 'number' }), 0.9, new Map(), corrections) - wrong(0.9))).toBeLessThan(
      0.06,
    );
    expect(calibrated(claim({ engine: 'llm' }), 0.9, new Map(), corrections)).toBe(0.9);
  });

  it('tells a bad field from good ones of the same schema', () => {
    const good = judgedIn(WORLDS['honest']!, 1_000, 5).map((sample): Verdict => ({
      ...sample,
      ...claim({ field: 'number' }),
    }));
    const bad = judgedIn(() => 0.3, 200, 6).map((sample): Verdict => ({ ...sample, ...claim() }));
    const corrections = learned([...good, ...bad]);
    expect(calibrated(claim(), 0.9, new Map(), corrections)).toBeLessThan(0.5);
    expect(calibrated(claim({ field: 'number' }), 0.9, new Map(), corrections)).toBeGreaterThan(0.8);
  });

  it('never falls with the confidence, whatever people said', () =>
    fc.assert(
      fc.property(judged, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2 }), (samples, at) => {
        const corrections = learned(samples.map((sample): Verdict => ({ ...sample, ...claim() })));
        const values = at.toSorted((a, b) => a - b).map((x) => calibrated(claim(), x, new Map(), corrections));
        expect(values).toEqual(values.toSorted((a, b) => a - b));
        expect(values.every((value) => value >= 0 && value <= 0.99)).toBe(true);
      }),
    ));
});
