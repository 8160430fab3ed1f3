import { describe, expect, it } from 'vitest';
import type { DetectedBox } from './db-postprocess.js';
import { separateBoxes } from './separate-boxes.js';

const box = (left: number, right: number, y: number, halfHeight = 10): DetectedBox => ({
  x: (left + right) / 2,
  y,
  cos: 1,
  sin: 0,
  halfWidth: (right - left) / 2,
  halfHeight,
  score: 1,
});
const edges = (boxes: readonly DetectedBox[]) => boxes.map(({ x, halfWidth }) => [x - halfWidth, x + halfWidth]);

describe('separateBoxes', () => {
  it.each<[string, DetectedBox[], number[][]]>([
    [
      'shares out what neighbours both hold',
      [box(100, 200, 50), box(0, 110, 52)],
      [
        [0, 105],
        [105, 200],
      ],
    ],
    [
      'leaves boxes of other lines alone',
      [box(0, 110, 50), box(100, 200, 66)],
      [
        [0, 110],
        [100, 200],
      ],
    ],
    [
      'leaves boxes that do not touch alone',
      [box(0, 90, 50), box(100, 200, 50)],
      [
        [0, 90],
        [100, 200],
      ],
    ],
    [
      'leaves a box inside another alone',
      [box(0, 200, 50), box(50, 80, 50)],
      [
        [0, 200],
        [50, 80],
      ],
    ],
    ['answers nothing for nothing', [], []],
  ])('%s', (_, boxes, expected) => expect(edges(separateBoxes(boxes))).toEqual(expected));
});
