import { describe, expect, it } from 'vitest';
import { digitRuns } from './digit-runs.js';

describe('digitRuns', () => {
  it.each([
    ['', []],
    ['none, 三 and ３', []],
    ['12', [[0, 2]]],
    [
      'a1 23.456b',
      [
        [1, 2],
        [3, 5],
        [6, 9],
      ],
    ],
  ])('%j', (text, runs) => {
    expect(digitRuns(text).map(({ start, end }) => [start, end])).toEqual(runs);
  });
});
