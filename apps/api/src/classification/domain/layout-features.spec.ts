import { describe, expect, it } from 'vitest';
import { passesLuhn } from './layout-features.js';

describe('passesLuhn', () => {
  it.each([
    ['4000 0000 0000 0002', true],
    ['4000 0000 0000 0003', false],
    ['3782-822463-10005', true],
    ['0000 0000 0000 0000', false],
    ['4000 0002', false],
  ])('%s: %s', (number, passes) => {
    expect(passesLuhn(number)).toBe(passes);
  });
});
