import { describe, expect, it } from 'vitest';
import type { CtcLine } from './ctc.js';
import { withLostCommas } from './lost-commas.js';

const HEIGHT = 48;
const STEP = 8;
/** A character each three time steps; capitals are bars between rows 14 and 33. */
const lineOf = (text: string): CtcLine => ({
  characters: Array.from(text).map((character, index) => ({ text: character, probability: 1, at: 3 * index + 1 })),
  steps: 3 * text.length + 6,
  spaces: new Float32Array(3 * text.length + 6),
});

interface Mark {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly grey: number;
}

function pictureOf(line: CtcLine, marks: readonly Mark[]): { readonly pixels: Uint8Array; readonly width: number } {
  const width = line.steps * STEP;
  const pixels = new Uint8Array(width * HEIGHT).fill(230);
  const draw = ({ left, top, width: wide, height, grey }: Mark): void => {
    for (let y = top; y < top + height; y++) pixels.fill(grey, y * width + left, y * width + left + wide);
  };
  for (const { at } of line.characters) draw({ left: (at + 0.5) * STEP - 6, top: 14, width: 12, height: 20, grey: 20 });
  marks.forEach(draw);
  return { pixels, width };
}

const read = (text: string, mark?: Partial<Mark> & { readonly behind: number }): string => {
  const line = lineOf(text);
  const left = mark === undefined ? 0 : ((line.characters[mark.behind]?.at ?? 0) + 0.5) * STEP + 10;
  const marks = mark === undefined ? [] : [{ left, top: 31, width: 4, height: 7, grey: 60, ...mark }];
  const { pixels, width } = pictureOf(line, marks);
  return withLostCommas(line, pixels, width, HEIGHT)
    .characters.map((character) => character.text)
    .join('');
};

describe('withLostCommas', () => {
  it('leaves a line without marks as it is', () => expect(read('PORT9NEWTOWN')).toBe('PORT9NEWTOWN'));
  it.each<[string, number, string]>([
    ['PORT9NEWTOWN', 4, 'PORT9,NEWTOWN'],
    ['PORT9', 4, 'PORT9,'],
  ])('reads %s with a dropping mark behind character %i as %s', (text, behind, expected) =>
    expect(read(text, { behind })).toBe(expected),
  );
  it.each<[string, Partial<Mark>]>([
    ['a full stop', { top: 30, height: 4 }],
    ['a stroke under the line', { width: 14 }],
    ['a bar', { top: 16, height: 20 }],
    ['a shade of the paper', { grey: 200 }],
  ])('takes %s for no comma', (_, mark) => expect(read('PORT9NEWTOWN', { behind: 4, ...mark })).toBe('PORT9NEWTOWN'));
  it.each([1.9, 2.8])('gives no second comma where the network read one %d steps behind a character', (behind) => {
    const line = lineOf('PORT9NEW');
    const at = 3 * 4 + 1 + behind;
    const characters = [...line.characters, { text: ',', probability: 1, at }].sort((a, b) => a.at - b.at);
    const left = (3 * 4 + 1 + 0.5) * STEP + 10;
    const { pixels, width } = pictureOf(line, [{ left, top: 31, width: 4, height: 7, grey: 60 }]);
    expect(withLostCommas({ ...line, characters }, pixels, width, HEIGHT).characters).toHaveLength(9);
  });
});
