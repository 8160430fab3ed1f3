import { describe, expect, it } from 'vitest';
import { inkProfile, isTypewriter, pitchOf, wordsOfLine } from './words.js';
import type { CtcLine } from './ctc.js';

const STEP = 8;
/** Letters as [character, step]; each has ink of `ink` pixels around its middle. */
function lineOf(
  letters: readonly (readonly [string, number])[],
  ink: number,
  steps = 40,
): { line: CtcLine; columns: Uint8Array } {
  const columns = new Uint8Array(steps * STEP);
  for (const [, at] of letters) columns.fill(1, (at + 0.5) * STEP - ink / 2, (at + 0.5) * STEP + ink / 2);
  const characters = letters.map(([text, at]) => ({ text, at, probability: 0.9 }));
  return { line: { characters, steps, spaces: new Float32Array(steps) }, columns };
}
const read = (letters: readonly (readonly [string, number])[], ink: number, typewriter = false): string => {
  const { line, columns } = lineOf(letters, ink);
  return wordsOfLine(line, { columns, height: 48 }, typewriter)
    .map(({ text }) => text)
    .join(' ');
};

describe('wordsOfLine', () => {
  it('gives back a space where the gap is a space wide', () =>
    expect(
      read(
        [
          ['T', 1],
          ['A', 3],
          ['X', 5],
          ['N', 9],
          ['O', 11],
        ],
        14,
      ),
    ).toBe('TAX NO'));
  it('keeps letters together whose gaps are all alike', () =>
    expect(
      read(
        [
          ['A', 1],
          ['B', 4],
          ['C', 7],
          ['D', 10],
        ],
        12,
      ),
    ).toBe('ABCD'));
  it('cuts at spaces that the network read', () =>
    expect(
      read(
        [
          ['A', 1],
          [' ', 3],
          ['B', 4],
        ],
        14,
      ),
    ).toBe('A B'));
  it('does not part a narrow letter of a typewriter face from its neighbours', () => {
    // The l has little ink: the gaps beside it are wide, but it stands as far away as every letter.
    const { line, columns } = lineOf(
      [
        ['T', 1],
        ['o', 3],
        ['t', 5],
        ['a', 7],
        ['X', 11],
      ],
      14,
    );
    columns.fill(0, 5.5 * STEP - 7, 5.5 * STEP + 7);
    columns.fill(1, 5.5 * STEP - 1, 5.5 * STEP + 1);
    const words = (typewriter: boolean) =>
      wordsOfLine(line, { columns, height: 20 }, typewriter).map(({ text }) => text);
    expect(words(true)).toEqual(['Tota', 'X']);
  });
  it('gives words places in order along the line', () => {
    const { line, columns } = lineOf(
      [
        ['A', 1],
        ['B', 3],
        ['C', 9],
      ],
      14,
    );
    const words = wordsOfLine(line, { columns, height: 48 }, false);
    expect(words.map(({ text }) => text)).toEqual(['AB', 'C']);
    expect(words[0]!.to).toBeLessThan(words[1]!.from);
  });
});

describe('isTypewriter', () => {
  it.each<[string, number[], number[], boolean | null]>([
    ['equal distances', [2, 2, 2.2], [2, 2.1, 2], true],
    ['narrow pairs closer', [1.2, 1.4, 1.3], [2, 2.1, 2], false],
    ['too few pairs', [2], [2, 2, 2], null],
  ])('%s', (_, narrow, wide, expected) => expect(isTypewriter({ narrow, wide })).toBe(expected));
  it('sorts pairs by their letters', () => {
    const { line } = lineOf(
      [
        ['A', 1],
        ['B', 3],
        ['l', 4],
      ],
      10,
    );
    expect(pitchOf(line)).toEqual({ narrow: [1], wide: [2] });
  });
});

describe('inkProfile', () => {
  it.each([
    ['dark on light', 230, 20],
    ['light on dark', 25, 240],
  ])('finds the columns of %s', (_, paper, ink) => {
    const [width, height] = [20, 48];
    const pixels = new Uint8Array(width * height).fill(paper);
    for (let y = 10; y < 38; y++) for (const x of [5, 6, 14]) pixels[y * width + x] = ink;
    const { columns } = inkProfile(pixels, width, height);
    expect([...columns].flatMap((value, x) => (value === 1 ? [x] : []))).toEqual([5, 6, 14]);
  });
});
