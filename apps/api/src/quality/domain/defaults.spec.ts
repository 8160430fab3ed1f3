import { describe, expect, it } from 'vitest';
import { GRID } from './curve.js';
import { DEFAULT_CURVES } from './defaults.js';

describe.each([...DEFAULT_CURVES])('the built-in curve %s', (_, curve) => {
  it('has a value for each point of the grid', () => expect(curve.length).toBe(GRID.length));
  it('never falls', () => expect(curve).toEqual(curve.toSorted((a, b) => a - b)));
  it('raises no confidence', () => expect(curve.filter((value, n) => value > (GRID[n] ?? 0))).toEqual([]));
});
