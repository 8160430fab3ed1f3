import type { ReadingLimits } from './format-reader.js';

/** Limits for tests: wide, without recognition. */
export const testLimits = (overrides: Partial<ReadingLimits> = {}): ReadingLimits => ({
  maxPages: 1000,
  maxOcrPages: 0,
  maxCharacters: 10_000_000,
  maxChildren: 100,
  maxChildBytes: 100_000_000,
  maxInflatedBytes: 500_000_000,
  maxEntries: 10_000,
  maxImagePixels: 100_000_000,
  maxPixels: 10_000_000,
  ocr: 'off',
  deadline: Date.now() + 60_000,
  ...overrides,
});
