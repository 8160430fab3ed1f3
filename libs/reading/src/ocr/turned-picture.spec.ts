import { describe, expect, it } from 'vitest';
import type { RawWord } from '../layout/geometry.js';
import type { Quarters, Recognised } from './ocr-engine.js';
import { barPage } from './page.builder.js';
import { quartersBack, turnBack, turnPicture } from './turned-picture.js';

const word = (rect: RawWord['rect']): RawWord => ({ text: 'word', rect, direction: 0, confidence: 1 });

describe('quartersBack', () => {
  // A word of 10 by 4 at the top left of the upright picture; the picture as it came is 100 by 60.
  it.each<[Quarters, object]>([
    [0, { direction: 0, rect: { left: 2, top: 3, right: 12, bottom: 7 } }],
    [1, { direction: 3, rect: { left: 3, top: 48, right: 7, bottom: 58 } }],
    [2, { direction: 2, rect: { left: 88, top: 53, right: 98, bottom: 57 } }],
    [3, { direction: 1, rect: { left: 93, top: 2, right: 97, bottom: 12 } }],
  ])('puts a word of a picture that was turned by %i quarters back', (quarters, expected) =>
    expect(
      quartersBack(word({ left: 2, top: 3, right: 12, bottom: 7 }), { width: 100, height: 60 }, quarters),
    ).toMatchObject(expected),
  );
});

describe('turnBack', () => {
  it.each<[Quarters, number]>([
    [0, 7],
    [0, -4],
    [1, 3],
    [2, -3],
    [3, 5],
  ])('finds a mark where it stood before %i quarters and %d degrees', async (quarters, degrees) => {
    const image = barPage(300, 200);
    image.data.fill(255);
    // A black mark of 9 by 9 around (220, 60).
    for (let y = 56; y < 65; y++) image.data.fill(0, y * 300 + 216, y * 300 + 225);
    const original = { image, isPage: false };
    const turn = { quarters, skew: (degrees * Math.PI) / 180 };
    const turned = await turnPicture(original, turn);
    const { data, width, height } = turned.image;
    const dark = [...data.keys()].filter((at) => (data[at] ?? 255) < 100);
    const middle = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length + 0.5;
    const [x, y] = [middle(dark.map((at) => at % width)), middle(dark.map((at) => Math.floor(at / width)))];
    const found: Recognised = {
      words: [word({ left: 2 * x - 4, top: 2 * y - 4, right: 2 * x + 4, bottom: 2 * y + 4 })],
      // The engine was given the picture at twice its size.
      frame: { width: width * 2, height: height * 2 },
      confidence: 1,
      skew: 0,
      quarters: 0,
    };
    const { words, frame, skew } = turnBack(found, turn, original, turned);
    const rect = words[0]?.rect;
    expect(frame).toEqual({ width: 600, height: 400 });
    expect(skew).toBeCloseTo(turn.skew);
    expect(Math.abs(((rect?.left ?? 0) + (rect?.right ?? 0)) / 4 - 220.5)).toBeLessThan(2);
    expect(Math.abs(((rect?.top ?? 0) + (rect?.bottom ?? 0)) / 4 - 60.5)).toBeLessThan(2);
  });
});
