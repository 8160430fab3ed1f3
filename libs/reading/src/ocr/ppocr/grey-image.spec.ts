import { describe, expect, it } from 'vitest';
import { cropBox, rotateQuarters } from './grey-image.js';

const image = { data: Uint8Array.of(1, 2, 3, 4, 5, 6), width: 3, height: 2 };

describe('rotateQuarters', () => {
  it.each<[0 | 1 | 2 | 3, number[], number]>([
    [0, [1, 2, 3, 4, 5, 6], 3],
    [1, [4, 1, 5, 2, 6, 3], 2],
    [2, [6, 5, 4, 3, 2, 1], 3],
    [3, [3, 6, 2, 5, 1, 4], 2],
  ])('turns by %i quarters clockwise', (quarters, data, width) => {
    const turned = rotateQuarters(image, quarters);
    expect([[...turned.data], turned.width]).toEqual([data, width]);
  });
});

describe('cropBox', () => {
  it('gives the whole picture back at its own size', () =>
    expect([...cropBox(image, { x: 1.5, y: 1, cos: 1, sin: 0, halfWidth: 1.5, halfHeight: 1 }, 3, 2)]).toEqual([
      1, 2, 3, 4, 5, 6,
    ]));
  it('cuts along a turned axis', () =>
    // A box turned by 90° clockwise reads the picture from its upper edge downwards, the right column first.
    expect([...cropBox(image, { x: 1.5, y: 1, cos: 0, sin: 1, halfWidth: 1, halfHeight: 1.5 }, 2, 3)]).toEqual([
      3, 6, 2, 5, 1, 4,
    ]));
});
