import { describe, expect, it } from 'vitest';
import { type PageRange, rangeProblems } from './page-ranges.js';

describe('pages that somebody names for parts of a file of ten pages', () => {
  it.each<[string, PageRange[]]>([
    [
      'all pages',
      [
        [1, 4],
        [5, 10],
      ],
    ],
    [
      'single pages',
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      'pages left out',
      [
        [2, 3],
        [7, 9],
      ],
    ],
    ['one part without a cover sheet', [[2, 10]]],
  ])('may be %s', (_, ranges) => expect(rangeProblems(ranges, 10)).toEqual([]));

  it.each<[string, PageRange[], string]>([
    ['the whole file', [[1, 10]], '/parts'],
    [
      'pages that are not there',
      [
        [1, 4],
        [5, 11],
      ],
      '/parts/1/pages',
    ],
    [
      'pages twice',
      [
        [1, 4],
        [4, 10],
      ],
      '/parts/1/pages',
    ],
    [
      'another order',
      [
        [5, 10],
        [1, 4],
      ],
      '/parts/1/pages',
    ],
    [
      'backwards',
      [
        [4, 1],
        [5, 10],
      ],
      '/parts/0/pages',
    ],
  ])('must not be %s', (_, ranges, pointer) =>
    expect(rangeProblems(ranges, 10).map((problem) => problem.pointer)).toEqual([pointer]),
  );
});
