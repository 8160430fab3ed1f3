import { describe, expect, it } from 'vitest';
import { tillShape } from './cues/cue-model.js';
import { type LayoutFeatures, passesLuhn } from './layout-features.js';

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

describe('the shape of a till', () => {
  const page = { isImage: false, textAspect: 1.6, pageAspect: 1.41 } as LayoutFeatures;

  it.each<[string, Partial<LayoutFeatures>, number]>([
    ['is not that of a full sheet', {}, 0],
    ['is that of a narrow column on a sheet', { textAspect: 2.4 }, 1],
    ['is that of text as tall on a page of its own', { pageAspect: 2.5, textAspect: 2 }, 1],
    ['is that of a picture as tall', { isImage: true, pageAspect: 2 }, 1],
    ['is not that of a picture of a sheet', { isImage: true, textAspect: 1.4 }, 0],
  ])('%s', (_, change, degree) => expect(tillShape({ ...page, ...change })).toBe(degree));
});
