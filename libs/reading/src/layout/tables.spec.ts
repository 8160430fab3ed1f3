import { describe, expect, it } from 'vitest';
import type { RawWord } from './geometry.js';
import { layoutPage } from './page-layout.js';
import { lineAt, linesAt } from './page.builder.js';
import { findTables } from './tables.js';

/** Cells at these places, 16 points a row. */
const rowAt = (top: number, cells: readonly (readonly [string, number])[], isBold = false): RawWord[] =>
  cells.flatMap(([text, left]) => lineAt(text, left, top, { isBold }));

/** Rows of cells; several parts of one cell are joined with `/`, a span is told as `<columns>`, a header as `*`. */
function gridsOf(...words: readonly (readonly RawWord[])[]): string[][][] {
  const lines = layoutPage(words.flat());
  return findTables(lines, () => true).map(({ table }) => {
    const rows: string[][] = Array.from({ length: table.rows }, () => Array.from({ length: table.columns }, () => ''));
    for (const { row, column, columnSpan, isHeader, line, from, to } of table.cells) {
      const text = lines[line]!.words.slice(from, to)
        .map((word) => word.text)
        .join(' ');
      const marked = `${isHeader === true ? '*' : ''}${columnSpan === undefined ? '' : `<${columnSpan}>`}${text}`;
      rows[row]![column] = [rows[row]![column], marked].filter((part) => part !== '').join('/');
    }
    return rows;
  });
}

const ITEMS = [
  rowAt(132, [
    ['Ring', 50],
    ['2', 210],
    ['12.00', 300],
  ]),
  rowAt(148, [
    ['Necklace', 50],
    ['10', 205],
    ['112.00', 295],
  ]),
];

describe('findTables', () => {
  it('finds rows whose cells stand in line, whichever edge is', () => {
    expect(gridsOf(...ITEMS)).toEqual([
      [
        ['Ring', '2', '12.00'],
        ['Necklace', '10', '112.00'],
      ],
    ]);
  });

  it.each([
    [
      'bold',
      rowAt(
        116,
        [
          ['2024', 50],
          ['2023', 200],
          ['2022', 300],
        ],
        true,
      ),
    ],
    [
      'without the numbers that stand below',
      rowAt(116, [
        ['Item', 50],
        ['Pieces', 200],
        ['Amount', 290],
      ]),
    ],
  ])('tells the names of columns where they are %s', (_, header) => {
    const [first, second] = gridsOf(header, ...ITEMS)[0]!;
    expect(first!.every((cell) => cell.startsWith('*'))).toBe(true);
    expect(second!.some((cell) => cell.startsWith('*'))).toBe(false);
  });

  it('puts the lines of a cell into one row, and says which columns a cell covers', () => {
    const grid = gridsOf(
      ...ITEMS,
      lineAt('of silver', 50, 159),
      rowAt(180, [
        ['Sum of all the goods and of the post too', 50],
        ['124.00', 295],
      ]),
      rowAt(200, [
        ['Bowl', 50],
        ['1', 210],
        ['3.00', 300],
      ]),
    )[0];
    expect(grid).toEqual([
      ['Ring', '2', '12.00'],
      ['Necklace/of silver', '10', '112.00'],
      ['<2>Sum of all the goods and of the post too', '', '124.00'],
      ['Bowl', '1', '3.00'],
    ]);
  });

  it('ends a table where other columns begin', () => {
    const other = [
      rowAt(164, [
        ['a', 90],
        ['b', 160],
        ['c', 250],
        ['d', 400],
      ]),
      rowAt(180, [
        ['e', 90],
        ['f', 160],
        ['g', 250],
        ['h', 400],
      ]),
    ];
    expect(gridsOf(...ITEMS, ...other).map((rows) => rows.length)).toEqual([2, 2]);
  });

  it.each([
    ['one row', [ITEMS[0]!]],
    [
      'two rows of two cells',
      [
        rowAt(100, [
          ['a', 50],
          ['b', 200],
        ]),
        rowAt(116, [
          ['c', 50],
          ['d', 200],
        ]),
      ],
    ],
    [
      'labels with values',
      [100, 116, 132].map((top) =>
        rowAt(top, [
          ['Date:', 50],
          ['2 May', 200],
        ]),
      ),
    ],
    [
      'cells that are not in line',
      [
        [50, 200],
        [90, 260],
        [20, 330],
      ].map(([a, b], row) =>
        rowAt(100 + 16 * row, [
          ['ab', a!],
          ['cd', b!],
        ]),
      ),
    ],
    [
      'prose in columns',
      [0, 1, 2].map((row) =>
        rowAt(100 + 12 * row, [
          ['these are the words of a sentence in a column', 20],
          ['and here are the words of another column beside', 330],
        ]),
      ),
    ],
    ['plain lines', [linesAt(['one line', 'another line', 'a third'], 50, 100)]],
  ])('takes %s for no table', (_, rows) => expect(gridsOf(...rows)).toEqual([]));
});
