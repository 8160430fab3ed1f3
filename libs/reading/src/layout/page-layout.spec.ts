import { describe, expect, it } from 'vitest';
import type { Direction, RawWord } from './geometry.js';
import { layoutPage } from './page-layout.js';
import { lineText } from './write-page.js';

const at = (
  text: string,
  left: number,
  top: number,
  width: number,
  height = 10,
  direction: Direction = 0,
): RawWord => ({
  text,
  direction,
  rect: { left, top, right: left + width, bottom: top + height },
});
const textOf = (words: readonly RawWord[], skew = 0): string[] => layoutPage(words, skew).map(lineText);

/** Words of six points a character on one line, three points apart. */
const sentence = (text: string, left: number, top: number): RawWord[] => {
  let x = left;
  return text.split(' ').map((word) => {
    const placed = at(word, x, top, word.length * 6);
    x += word.length * 6 + 3;
    return placed;
  });
};

describe('layoutPage', () => {
  it('writes a table row as one line with wide gaps between cells, whatever the order of drawing', () => {
    const words = [
      at('10.00', 300, 101, 30),
      at('Total', 20, 100, 30),
      at('due', 53, 100, 18),
      at('EUR', 250, 100, 20),
    ];
    expect(textOf(words)).toEqual(['Total due   EUR   10.00']);
  });

  it('keeps short cells side by side on their rows', () => {
    const rows = [0, 1, 2, 3, 4, 5].flatMap((row) => [
      ...sentence(`Item number ${row}`, 20, 100 + 14 * row),
      ...sentence(`${row}.50 each`, 300, 100 + 14 * row),
    ]);
    expect(textOf(rows)[2]).toBe('Item number 2   2.50 each');
  });

  it('reads columns of prose one after the other, between what spans them', () => {
    const left = [
      'the first column holds a sentence',
      'that goes on over some lines',
      'of about the same length here',
      'until it ends at this place',
      'or perhaps a little later on',
    ];
    const right = [
      'while the second column is',
      'another text that one reads',
      'only when the first one has',
      'been read to its very end',
      'and not a word before that',
    ];
    const words = [
      ...sentence('A heading that spans both of the columns of this page from left to right', 20, 40),
      ...right.flatMap((text, index) => sentence(text, 270, 76 + 13 * index)),
      ...left.flatMap((text, index) => sentence(text, 20, 70 + 13 * index)),
      ...sentence('and a footer line that crosses the gutter between those two columns again', 20, 160),
    ];
    const lines = textOf(words);
    expect(lines.slice(1, 11)).toEqual([...left, ...right]);
    expect(lines[0]).toMatch(/^A heading/);
    expect(lines[11]).toMatch(/^and a footer/);
  });

  it('does not let a tall word pull the two lines beside it into one', () => {
    const words = [
      at('W-9', 20, 100, 40, 30),
      ...sentence('Request for number', 90, 101),
      ...sentence('and certification', 90, 117),
    ];
    expect(textOf(words).filter((line) => line.includes('number and') || line.includes('Request and'))).toEqual([]);
    expect(textOf(words)).toHaveLength(2);
  });

  it('drops a word that is printed twice to look bold', () => {
    expect(textOf([at('Total', 20, 100, 30), at('Total', 20.4, 100.1, 30), at('9', 55, 100, 6)])).toEqual(['Total 9']);
  });

  it('reads words of another direction in their own lines, after the page', () => {
    const words = [
      at('up', 500, 300, 10, 20, 3),
      at('reading', 500, 230, 10, 60, 3),
      ...sentence('the page itself', 20, 50),
    ];
    expect(textOf(words)).toEqual(['the page itself', 'up reading']);
  });

  it('finds the rows of a picture that is not straight', () => {
    const skew = 0.05;
    const tilted = [
      at('Date', 20, 100, 40),
      at('Number', 20, 115, 40),
      at('2024', 400, 100, 40),
      at('4711', 400, 115, 40),
    ].map((word) => {
      const dy = ((word.rect.left + word.rect.right) / 2) * Math.tan(skew);
      return { ...word, rect: { ...word.rect, top: word.rect.top + dy, bottom: word.rect.bottom + dy } };
    });
    expect(textOf(tilted, skew)).toEqual(['Date   2024', 'Number   4711']);
    expect(textOf(tilted)).not.toEqual(['Date   2024', 'Number   4711']);
  });

  it('answers nothing for nothing', () => expect(layoutPage([])).toEqual([]));
});
