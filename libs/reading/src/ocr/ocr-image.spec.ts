import { describe, expect, it } from 'vitest';
import { toPgm } from './ocr-image.js';

const HEADER = 'P5\n10 10\n255\n';

/** What becomes of a picture of a hundred pixels, most of them of one level. */
function levels(ground: number, others: readonly number[]): number[] {
  const data = new Uint8Array(100).fill(ground);
  data.set(others);
  const file = toPgm({ data, width: 10, height: 10 });
  expect(file.toString('latin1', 0, HEADER.length)).toBe(HEADER);
  return [...file.subarray(HEADER.length)];
}

describe('a picture as a greymap', () => {
  it('has its contrast stretched', () => {
    const ink = Array.from({ length: 20 }, () => 100);
    const written = levels(200, [...ink, 150]);
    expect(written.slice(0, 21)).toEqual([...ink.map(() => 0), 128]);
    expect(written.at(-1)).toBe(255);
  });

  it('leaves single specks out of account', () =>
    expect(levels(200, [0, ...Array.from({ length: 20 }, () => 100)]).slice(0, 2)).toEqual([0, 0]));

  it('stays what it is where all is one grey', () => expect(new Set(levels(7, [])).size).toBe(1));
});
