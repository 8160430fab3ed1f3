import { beforeAll, describe, expect, it } from 'vitest';
import { mixedRun, type MixedResult } from '../../../scripts/faults/mixed-run.mjs';
import { overspendRun } from '../../../scripts/faults/overspend-run.mjs';
import { breachesOfMixed, breachesOfOverspend } from '../../../scripts/faults/verdict.mjs';
import { ownServices } from '../../support/database.js';

const PIECES = 300;

/** A short form of `npm run faults`: instances in processes of their own, as the service is built. */
describe('the ledger under faults', () => {
  let result: MixedResult;
  beforeAll(async () => {
    result = await mixedRun({ ...(await ownServices()) }, { pieces: PIECES, width: 60 });
  });

  it('ends every piece of work, returns nothing wrong, and equals the providers’ own books', () => {
    expect(breachesOfMixed(result)).toEqual([]);
    expect(Object.values(result.ends).reduce((sum, count) => sum + count, 0)).toBe(PIECES);
    expect(result.ends['answer']).toBeGreaterThan(PIECES * 0.99);
  });

  it('met faults of all kinds', () => {
    const outcomes = new Set(result.outcomes.map(({ outcome }) => outcome));
    expect([...outcomes].toSorted()).toEqual(
      expect.arrayContaining(['answered', 'cut', 'dead-key', 'empty', 'missing-model', 'not-json', 'overloaded']),
    );
    expect([...outcomes].toSorted()).toEqual(
      expect.arrayContaining([
        'quota',
        'rate-limited',
        'refused',
        'server',
        'truncated',
        'unacceptable',
        'wrong-shape',
      ]),
    );
  });

  it('finds out once a key that a model is no more, instead of at each piece of work', () => {
    const missing = result.outcomes.filter(({ outcome }) => outcome === 'missing-model');
    expect(missing.reduce((sum, { calls }) => sum + calls, 0)).toBeLessThan(PIECES / 2);
  });

  it('never passes a hard limit, whoever dies in the middle; what the dead had reserved counts as spent', async () => {
    const overspent = await overspendRun({ ...(await ownServices()) }, { calls: 200, hardCost: 300_000_000 });
    expect(breachesOfOverspend(overspent)).toEqual([]);
    expect(overspent.ends).toMatchObject({
      answer: expect.any(Number) as number,
      killed: expect.any(Number) as number,
      'budget-exhausted': expect.any(Number) as number,
    });
    expect(overspent.expired).toBe(overspent.afterKill.open);
    expect(overspent.expired).toBeGreaterThan(0);
    expect(overspent.highest.samples).toBeGreaterThan(20);
    // Four processes are started, and some hundred calls go through them: on a busy machine in more than a minute.
  }, 180_000);
});
