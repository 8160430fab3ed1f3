import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hedged } from './hedge.js';

/** Answers after a while, unless it is cancelled. */
const scenario = (waits: readonly [number, number], results: readonly [string, string]) => {
  const asked: number[] = [];
  const cancelled: number[] = [];
  const ask = async (index: 0 | 1, signal: AbortSignal): Promise<string> => {
    asked.push(index);
    try {
      await sleep(waits[index], undefined, { signal });
    } catch (error) {
      cancelled.push(index);
      throw error;
    }
    if (results[index] === 'throws') throw new Error('refused');
    return results[index];
  };
  return { ask, asked, cancelled };
};

describe('hedging', () => {
  it.each<[string, [number, number], [string, string], object, number[], number[]]>([
    ['asks nobody else where the first is quick', [0, 0], ['good', 'good'], { result: 'good', index: 0 }, [0], []],
    ['leaves a quick bad answer to the route', [0, 0], ['bad', 'good'], { result: 'bad', index: 0 }, [0], []],
    ['takes the second where it is faster', [60_000, 5], ['good', 'good'], { result: 'good', index: 1 }, [0, 1], [0]],
    [
      'takes the first where it comes after all',
      [60, 60_000],
      ['good', 'x'],
      { result: 'good', index: 0 },
      [0, 1],
      [1],
    ],
    [
      'waits for the first where the second is no good',
      [90, 1],
      ['good', 'bad'],
      { result: 'good', index: 0 },
      [0, 1],
      [],
    ],
    [
      'waits for the second where the first is no good',
      [40, 90],
      ['bad', 'good'],
      { result: 'good', index: 1 },
      [0, 1],
      [],
    ],
    [
      'has the end of the second where neither is good',
      [60, 30],
      ['bad', 'worse'],
      { result: 'worse', index: 1 },
      [0, 1],
      [],
    ],
  ])('%s', async (_, waits, results, expected, asked, cancelled) => {
    const made = scenario(waits, results);
    const result = await hedged(made.ask, (answer) => answer === 'good', 20, new AbortController().signal);
    expect([result, made.asked, made.cancelled]).toEqual([expected, asked, cancelled]);
  });

  it('rejects as soon as one does, and cancels the other', async () => {
    const made = scenario([60_000, 0], ['good', 'throws']);
    await expect(hedged(made.ask, () => true, 5, new AbortController().signal)).rejects.toThrow('refused');
    expect(made.cancelled).toEqual([0]);
  });

  it('ends both with the work', async () => {
    const made = scenario([60_000, 60_000], ['good', 'good']);
    const work = new AbortController();
    const result = hedged(made.ask, () => true, 1, work.signal);
    setTimeout(() => work.abort(new Error('nobody waits')), 50);
    await expect(result).rejects.toThrow('abort');
    expect(made.cancelled).toEqual([0, 1]);
  });
});
