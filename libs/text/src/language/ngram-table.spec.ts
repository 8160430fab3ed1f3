import { describe, expect, it } from 'vitest';
import { NgramTable, readNgrams } from './ngram-table.js';

const bytes = (ngram: string): readonly [number, number] => {
  const at = (index: number): number => (index < ngram.length ? ngram.charCodeAt(index) : 0);
  return [(at(0) | (at(1) << 8) | (at(2) << 16) | (at(3) << 24)) >>> 0, at(4) | (at(5) << 8)];
};

describe('readNgrams', () => {
  it.each([
    ['{ab:{0:167,5:12}}', [{ ngram: 'ab', scores: [0, 167, 5, 12] }]],
    [
      "{' c':{3:9},12:{4:0}}",
      [
        { ngram: ' c', scores: [3, 9] },
        { ngram: '12', scores: [4, 0] },
      ],
    ],
    [`{"a'b":{1:2},'}:{':{1:3},'\\'':{1:4}}`, ["a'b", '}:{', "'"].map((ngram, i) => ({ ngram, scores: [1, i + 2] }))],
    ['{}', []],
  ])('%s', (source, rows) => {
    expect([...readNgrams(source, 0)]).toEqual(rows);
  });

  it('refuses what is no table', () => {
    expect(() => [...readNgrams('{ab:[1]}', 0)]).toThrow('No row of n-grams at 1');
  });
});

describe('NgramTable', () => {
  it('gives back the scores of each of many n-grams, and nothing for others', () => {
    const ngrams = Array.from({ length: 3_000 }, (_, i) => ` ${i.toString(36)}é`.slice(-6));
    const table = new NgramTable(ngrams.length, 4 * ngrams.length);
    for (const [i, ngram] of ngrams.entries()) table.add({ ngram, scores: [i % 60, i % 250, 59, 1] });
    for (const [i, ngram] of ngrams.entries()) {
      const totals = new Int32Array(60);
      table.sum(...bytes(ngram), 10, totals);
      expect(totals[i % 60]).toBe(i % 60 === 59 ? (i % 250) + 21 : (i % 250) + 10);
    }
    const totals = new Int32Array(60);
    table.sum(...bytes('zzzzzz'), 10, totals);
    expect(totals.some((total) => total !== 0)).toBe(false);
  });

  it('refuses what does not fit into bytes', () => {
    expect(() => new NgramTable(1, 2).add({ ngram: 'a', scores: [0, 256] })).toThrow('Not a row of bytes');
    expect(() => new NgramTable(1, 2).add({ ngram: 'abcdefg', scores: [0, 1] })).toThrow('Not a row of bytes');
  });
});
