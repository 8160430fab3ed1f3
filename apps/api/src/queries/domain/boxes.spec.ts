import type { Page } from '@app/reading';
import { describe, expect, it } from 'vitest';
import { boxOf } from './boxes.js';
import { spread } from './diversity.js';

const word = (start: number, end: number, x: number) => ({ start, end, box: { x, y: 0.5, width: 0.1, height: 0.02 } });
const page = (words: Page['lines'][number]['words']): Page => ({
  number: 1,
  width: 600,
  height: 800,
  start: 0,
  end: 30,
  blocks: [],
  provenance: 'text-layer',
  lines: [{ start: 0, end: 30, box: null, words }],
});

describe('boxOf', () => {
  it.each([
    ['one word', { start: 0, end: 4 }, { x: 0.1, width: 0.1 }],
    ['two words', { start: 2, end: 8 }, { x: 0.1, width: 0.3 }],
  ])('is around %s', (_, span, expected) => {
    const box = boxOf([page([word(0, 4, 0.1), word(5, 9, 0.3), word(10, 14, 0.6)])], span);
    expect(box?.x).toBeCloseTo(expected.x);
    expect(box?.width).toBeCloseTo(expected.width);
  });

  it('is null where words have no boxes, or there are none', () => {
    expect(boxOf([page([{ start: 0, end: 4, box: null }])], { start: 0, end: 4 })).toBeNull();
    expect(boxOf([], { start: 0, end: 4 })).toBeNull();
  });
});

describe('spread', () => {
  it('lets no document have more than three of the first places', () => {
    const items = ['a', 'a', 'a', 'a', 'b', 'a', 'c'].map((documentId, place) => ({ documentId, place }));
    expect(spread(items).map(({ place }) => place)).toEqual([0, 1, 2, 4, 6, 3, 5]);
  });
});
