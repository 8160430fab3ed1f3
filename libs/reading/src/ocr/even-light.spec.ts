import { describe, expect, it } from 'vitest';
import { evenLight } from './even-light.js';
import { barPage } from './page.builder.js';
import type { GreyImage } from './ppocr/grey-image.js';

const at = ({ data, width }: GreyImage, x: number, y: number): number => data[y * width + x] ?? -1;

describe('evenLight', () => {
  it('leaves a page in even light as it is', () => {
    const page = barPage(400, 500);
    expect(evenLight(page)).toBe(page);
  });

  it('makes paper in the shade as bright as the rest, and keeps ink dark', () => {
    const shaded = barPage(640, 640, { paper: (x) => 240 - x * 0.25 });
    const even = evenLight(shaded);
    const paper = [20, 320, 620].map((x) => at(even, x, 10));
    expect(Math.max(...paper) - Math.min(...paper)).toBeLessThan(25);
    expect(at(shaded, 620, 10)).toBeLessThan(100);
    const darkest = Math.min(...even.data.subarray(640 * 320, 640 * 330));
    expect(darkest).toBeLessThan(80);
  });

  it('does not take a large dark letter for shade', () => {
    const page = barPage(640, 640, { paper: (x, y) => (x > 300 && x < 330 && y < 100 ? 20 : 240 - x * 0.2) });
    expect(at(evenLight(page), 315, 50)).toBeLessThan(60);
  });
});
