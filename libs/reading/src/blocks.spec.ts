import { describe, expect, it } from 'vitest';
import { type BlockInput, paragraphsOf, writeBlocks } from './blocks.js';

const written = (blocks: readonly BlockInput[], offset = 0) => writeBlocks(blocks, offset);

describe('writeBlocks', () => {
  it('parts blocks by an empty line, and items of a list by a line end', () => {
    const { text, blocks } = written(
      [
        { kind: 'heading', level: 1, text: ' Terms ' },
        { kind: 'paragraph', text: '' },
        { kind: 'list-item', level: 1, text: '- one' },
        { kind: 'list-item', level: 2, text: '- two' },
        { kind: 'paragraph', text: 'end', isTight: true },
      ],
      7,
    );
    expect(text).toBe('Terms\n\n- one\n- two\nend');
    expect(blocks.map(({ start, end }) => text.slice(start - 7, end - 7))).toEqual(['Terms', '- one', '- two', 'end']);
    expect(blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
  });

  it('follows spans no further than sheets are wide', () => {
    const rows = Array.from({ length: 40 }, () => [{ text: 'x', rowSpan: 65_534, columnSpan: 65_534 }]);
    const { blocks } = written([{ kind: 'table', rows }]);
    expect(blocks[0]?.table?.columns).toBe(17_000);
    expect(blocks[0]?.table?.cells.slice(15, 18).map(({ column, columnSpan = 1 }) => [column, columnSpan])).toEqual([
      [15_000, 1000],
      [16_000, 1000],
      [16_384, 1],
    ]);
  });

  it('writes a row of a table on one line and knows each cell', () => {
    const { text, blocks } = written([
      {
        kind: 'table',
        rows: [
          [
            { text: 'Item', isHeader: true },
            { text: '', isHeader: true },
            { text: 'Price', isHeader: true },
          ],
          [
            { text: 'two\n lines', rowSpan: 2 },
            { text: 'a', columnSpan: 2 },
          ],
          [{ text: '1' }, { text: '2' }],
          [{ text: '' }],
        ],
      },
    ]);
    expect(text).toBe('Item   Price\ntwo lines   a\n1   2');
    const table = blocks[0]?.table;
    expect(table).toMatchObject({ rows: 4, columns: 3 });
    expect(table?.cells.map(({ row, column, start, end }) => [row, column, text.slice(start, end)])).toEqual([
      [0, 0, 'Item'],
      [0, 1, ''],
      [0, 2, 'Price'],
      [1, 0, 'two lines'],
      [1, 1, 'a'],
      [2, 1, '1'],
      [2, 2, '2'],
      [3, 0, ''],
    ]);
    expect(table?.cells.every(({ end }) => end <= text.length)).toBe(true);
  });

  it('keeps the white space of code', () => {
    expect(written([{ kind: 'code', text: '\n  if a:\n    b\n' }]).text).toBe('  if a:\n    b');
  });
});

describe('paragraphsOf', () => {
  it('finds runs of lines that say something', () => {
    const text = 'one\ntwo  \n \n\n  three\n';
    expect(paragraphsOf(text, 0).map(({ start, end }) => text.slice(start, end))).toEqual(['one\ntwo', 'three']);
  });
});
