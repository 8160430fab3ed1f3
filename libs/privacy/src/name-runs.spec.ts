import { foldKeepingOffsets } from '@app/text';
import { describe, expect, it } from 'vitest';
import { readNameRuns } from './name-runs.js';

const read = (text: string): string[][] =>
  readNameRuns(text, foldKeepingOffsets(text)).map((run) => run.map(({ start, end }) => text.slice(start, end)));

describe('readNameRuns', () => {
  it.each([
    ['we met Anna Maria today', [['Anna', 'Maria']]],
    ['Anna van der Berg and de Vries', [['Anna', 'van der Berg'], ['Vries']]],
    ["J. R. Smith's O'Brien-Jones", [['J.', 'R.', 'Smith'], ["O'Brien-Jones"]]],
    ['Anna, Bert\nCarl', [['Anna'], ['Bert'], ['Carl']]],
    ['mail Anna@example.org, file_Name, x.Anna, aBc, A_b', []],
    ['J.R.R. Groß, J.-P. Weiß, J.Smith, A.9, Jörg9', [['J.R.R.', 'Groß'], ['J.-P.', 'Weiß'], ['J'], ['A']]],
    ['garden Rose, caravan Rose', [['Rose'], ['Rose']]],
    [
      'A B C D E F G H I J',
      [
        ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'],
        ['I', 'J'],
      ],
    ],
  ])('%s', (text, runs) => {
    expect(read(text)).toEqual(runs);
  });
});
