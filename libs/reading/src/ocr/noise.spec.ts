import { describe, expect, it } from 'vitest';
import { noiseOf, withoutNoise } from './noise.js';
import { barPage } from './page.builder.js';

describe('noise', () => {
  it('does not count letters', () => expect(noiseOf(barPage(400, 400))).toBe(0));

  // The sum of two even distributions over -60..0 and 0..60 deviates by 60 / √6.
  it('is the deviation of the paper', () =>
    expect(noiseOf(barPage(400, 400, { paper: () => 128, noise: 60 }))).toBeCloseTo(24.5, -0.7));

  it('is taken away where there is much of it, and only there', async () => {
    const clean = barPage(300, 300);
    expect(await withoutNoise(clean)).toBe(clean);
    const noisy = barPage(300, 300, { paper: () => 160, noise: 90 });
    const quiet = await withoutNoise(noisy);
    expect(noiseOf(quiet)).toBeLessThan(0.7 * noiseOf(noisy));
    expect([quiet.width, quiet.height, quiet.data.length]).toEqual([300, 300, 90_000]);
  });
});
