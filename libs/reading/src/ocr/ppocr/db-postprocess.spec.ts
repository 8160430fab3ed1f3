import { describe, expect, it } from 'vitest';
import { boxesOf } from './db-postprocess.js';

const WIDTH = 120;
const HEIGHT = 80;
const mapWith = (paint: (x: number, y: number) => number): Float32Array =>
  Float32Array.from({ length: WIDTH * HEIGHT }, (_, index) => paint(index % WIDTH, Math.floor(index / WIDTH)));
const inside = (x: number, y: number, left: number, top: number, right: number, bottom: number) =>
  x >= left && x < right && y >= top && y < bottom;

describe('boxesOf', () => {
  it('boxes each region and grows it back', () => {
    const boxes = boxesOf(
      mapWith((x, y) => (inside(x, y, 10, 10, 70, 18) || inside(x, y, 10, 40, 50, 48) ? 0.9 : 0)),
      WIDTH,
      HEIGHT,
    );
    expect(boxes.map(({ x, y }) => [x, y])).toEqual([
      [40, 14],
      [30, 44],
    ]);
    expect(boxes[0]!.halfWidth).toBeGreaterThan(30);
    expect(boxes[0]!.halfHeight).toBeGreaterThan(5);
    expect(boxes[0]!.halfHeight).toBeLessThan(12);
  });
  it.each([
    ['faint regions', 0.4],
    ['nothing', 0],
  ])('drops %s', (_, level) =>
    expect(
      boxesOf(
        mapWith((x, y) => (inside(x, y, 10, 10, 70, 18) ? level : 0)),
        WIDTH,
        HEIGHT,
      ),
    ).toEqual([]),
  );
  it('drops dust', () =>
    expect(
      boxesOf(
        mapWith((x, y) => (inside(x, y, 10, 10, 12, 12) ? 0.9 : 0)),
        WIDTH,
        HEIGHT,
      ),
    ).toEqual([]));
  it('follows a line that falls to the right', () => {
    const angle = 0.1;
    const [box] = boxesOf(
      mapWith((x, y) => (x > 10 && x < 110 && Math.abs(y - 30 - (x - 60) * Math.tan(angle)) < 4 ? 0.9 : 0)),
      WIDTH,
      HEIGHT,
    );
    expect(Math.asin(box!.sin)).toBeCloseTo(angle, 1);
    expect(box!.halfHeight).toBeLessThan(12);
  });
});
