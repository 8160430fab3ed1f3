import { describe, expect, it } from 'vitest';
import { decodeCtc, decodeLine, westernClasses } from './ctc.js';

const ALPHABET = ['', 'a', 'b', ' '];
/** One row a time step: the winner gets 0.7, the others share the rest. */
const steps = (...winners: number[]): Float32Array =>
  Float32Array.from(winners.flatMap((winner) => ALPHABET.map((_, index) => (index === winner ? 0.7 : 0.1))));

describe('decodeCtc', () => {
  it.each<[string, number[], string, number[]]>([
    ['joins repeats', [1, 1, 2], 'ab', [0.5, 2]],
    ['keeps doubles that a blank parts', [1, 0, 1], 'aa', [0, 2]],
    ['drops blanks', [0, 0, 2, 0], 'b', [2]],
    ['keeps spaces', [1, 3, 2], 'a b', [0, 1, 2]],
    ['answers nothing for blanks', [0, 0], '', []],
    ['closes the last character', [0, 1], 'a', [1]],
  ])('%s', (_, winners, text, places) => {
    const { characters } = decodeCtc(steps(...winners), winners.length, ALPHABET);
    expect(characters.map((character) => character.text).join('')).toBe(text);
    expect(characters.map((character) => character.at)).toEqual(places);
  });

  it('gives the probability of a space at each step', () => {
    const { spaces } = decodeCtc(steps(1, 3), 2, ALPHABET);
    expect([...spaces].map((value) => Number(value.toFixed(2)))).toEqual([0.1, 0.7]);
  });
});

describe('decodeLine', () => {
  const alphabet = ['', 'a', '*', '店', '家', '（', '(', ' '];
  /** The winner of each step, and what comes next to it. */
  const read = (...pairs: readonly (readonly [winner: number, next: number])[]): string => {
    const rows = pairs.flatMap(([winner, next]) =>
      alphabet.map((_, index) => (index === winner ? 0.6 : index === next ? 0.3 : 0.01)),
    );
    const line = decodeLine(Float32Array.from(rows), pairs.length, { alphabet, western: westernClasses(alphabet) });
    return line.characters.map((character) => character.text).join('');
  };
  it.each<[string, [number, number][], string]>([
    [
      'takes a sign for a single character of another script',
      [
        [1, 0],
        [3, 2],
        [0, 1],
        [1, 0],
      ],
      'a*a',
    ],
    [
      'writes brackets as Western print does',
      [
        [1, 0],
        [5, 6],
      ],
      'a(',
    ],
    [
      'keeps words of another script',
      [
        [3, 2],
        [4, 2],
        [1, 0],
      ],
      '店家a',
    ],
    [
      'leaves Western lines as they are',
      [
        [1, 0],
        [6, 0],
      ],
      'a(',
    ],
  ])('%s', (_, pairs, text) => expect(read(...pairs)).toBe(text));
});
