import { describe, expect, it } from 'vitest';
import { linesOf } from './page-lines.js';
import { numberingOf } from './page-numbering.js';
import { type PrintedLine, readingOf } from './papers.builder.js';

const numberingIn = (...lines: PrintedLine[]) => {
  const reading = readingOf([{ lines }]);
  return numberingOf(linesOf(reading, reading.pages[0]!));
};

describe('the number of a page', () => {
  it.each<[string, number, object | null]>([
    ['Page 2 of 5', 0.96, { number: 2, of: 5 }],
    ['Seite 1 von 3', 0.04, { number: 1, of: 3 }],
    ['Página 4 de 4', 0.96, { number: 4, of: 4 }],
    ['Example Ltd, London   Page: 3/12', 0.95, { number: 3, of: 12 }],
    ['2/7', 0.96, { number: 2, of: 7 }],
    ['- 12 -', 0.97, { number: 12, of: null, isBare: true }],
    ['Page 9', 0.95, { number: 9, of: null, isBare: false }],
    ['12', 0.5, null],
    ['Page 9 of 2', 0.95, { number: 9, of: null }],
    ['5/2', 0.96, null],
    ['on 3/12 we met', 0.5, null],
    ['The front page of 12 papers', 0.95, null],
  ])('%s at %f is %o', (text, y, expected) => {
    expect(numberingIn([text, y])).toEqual(expected && { isBare: false, of: null, ...expected });
  });

  it('is the counted one where several numbers stand on it', () =>
    expect(numberingIn(['7', 0.03], ['Page 2 of 5', 0.3])).toMatchObject({ number: 2, of: 5 }));
});
