import { describe, expect, it } from 'vitest';
import { barPage } from './page.builder.js';
import { estimateSkew } from './skew.js';

const degreesOf = (radians: number): number => (radians * 180) / Math.PI;

describe('estimateSkew', () => {
  it.each([0, 1, -3, 7.5, -15])('finds lines that fall by %f degrees', (degrees) =>
    expect(degreesOf(estimateSkew(barPage(600, 800, { degrees })))).toBeCloseTo(degrees, 0),
  );

  it('is exact to a quarter of a degree', () =>
    expect(Math.abs(degreesOf(estimateSkew(barPage(900, 1200, { degrees: 2.5 }))) - 2.5)).toBeLessThan(0.26));

  it.each([
    ['an empty page', barPage(300, 300, { paper: () => 240 }).data.fill(240)],
    ['a single dot', barPage(300, 300).data.fill(240).fill(0, 100, 101)],
  ])('says nothing of %s', (_, data) => expect(estimateSkew({ data, width: 300, height: 300 })).toBe(0));
});
