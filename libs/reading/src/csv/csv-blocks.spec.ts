import { describe, expect, it } from 'vitest';
import { csvBlocks } from './csv-blocks.js';
import { detectDialect } from './detect-separator.js';
import { parseCsv } from './parse-csv.js';

describe('parseCsv', () => {
  it.each<[string, readonly (readonly string[])[]]>([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a,b\n', [['a', 'b']]],
    ['a,,\n\nb', [['a', '', ''], [''], ['b']]],
    ['"a,b","c ""d""",e', [['a,b', 'c "d"', 'e']]],
    [
      '"one\ntwo",x\ny,z',
      [
        ['one\ntwo', 'x'],
        ['y', 'z'],
      ],
    ],
    [
      '5" pipe,"5" inch,"never closed\nx,y',
      [
        ['5" pipe', '5 inch', '"never closed'],
        ['x', 'y'],
      ],
    ],
    ['', []],
  ])('%j', (text, rows) => expect([...parseCsv(text, ',')]).toEqual(rows));
});

describe('detectDialect', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ',', 3],
    ['a;b\n1,5;2,5\n3,5;4,5\n', ';', 2],
    ['1,5;2,5\n3,5;4,5\n', ';', 2],
    ['a\tb\n"x\ty"\tz\n', '\t', 2],
    ['a|b|c\n1|2|3\n', '|', 3],
    ['name,tags\nAnn,x;y\nBob,z;w\n', ',', 2],
    ['sep=|\na,b|c\n', '|', 2],
    ['Report of May\n\nday,sum\n1,2\n2,3\n', ',', 2],
    ['one\ntwo\nthree', null, 1],
    ['a line, with a comma\nnone here\nnor here\n', null, 1],
    ['', null, 1],
  ])('%j', (text, separator, columns) => expect(detectDialect(text)).toMatchObject({ separator, columns }));
});

describe('csvBlocks', () => {
  it('makes one table, its header told', () =>
    expect(csvBlocks('name;sum\n\nAnn;"1\n2"\n')).toEqual({
      blocks: [
        {
          kind: 'table',
          rows: [
            [
              { text: 'name', isHeader: true },
              { text: 'sum', isHeader: true },
            ],
            [{ text: 'Ann' }, { text: '1\n2' }],
          ],
        },
      ],
      isLong: false,
    }));

  it('keeps what stands before the table', () =>
    expect(csvBlocks('Report\n1,2\n3,4').blocks).toEqual([
      { kind: 'paragraph', text: 'Report', isTight: true },
      {
        kind: 'table',
        rows: [
          [{ text: '1' }, { text: '2' }],
          [{ text: '3' }, { text: '4' }],
        ],
      },
    ]));

  it('takes lines as they are where nothing parts them', () =>
    expect(csvBlocks('one\ntwo').blocks).toEqual([
      { kind: 'table', rows: [[{ text: 'one', isHeader: true }], [{ text: 'two' }]] },
    ]));

  it('tells a long table in part, and writes the rest the same way', () => {
    const { blocks, isLong } = csvBlocks('a,b\n'.repeat(100_000) + '1,2\n3,4\n');
    expect(isLong).toBe(true);
    expect(blocks.slice(1)).toEqual([{ kind: 'paragraph', text: '1   2\n3   4', isTight: true }]);
  });
});
