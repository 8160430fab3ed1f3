import { expect, it } from 'vitest';
import { regionBlocks } from './region-blocks.js';
import { regionsOf } from './regions.js';
import type { Cell } from './sheet.js';

const cell = (row: number, column: number, lastRow = row, lastColumn = column): Cell => ({
  row,
  column,
  lastRow,
  lastColumn,
  text: 'x',
  isNumber: true,
});

it('a staircase of merged cells is cut in time that grows with its size', () => {
  const cells = Array.from({ length: 16_000 }, (_, index) => cell(index * 2, index, index * 2 + 1, index));
  expect(regionsOf(cells)).toHaveLength(1);
});
it('columns of merged cells that reach down over all rows are no squares of work', () => {
  const wide = Array.from({ length: 2000 }, (_, column) => cell(0, column, 4000, column));
  const tall = Array.from({ length: 4000 }, (_, row) => cell(row + 1, 2000));
  const [block] = regionBlocks([...wide, ...tall], false);
  expect(block?.kind === 'table' && block.rows).toHaveLength(4001);
});
it('tables inside of tables are cut so often and not more', () => {
  const cells: Cell[] = [];
  // Each table has a smaller one beside it, parted in turn by an empty column and an empty row.
  const nest = (row: number, column: number, size: number): void => {
    if (size < 4) return;
    cells.push(cell(row, column), cell(row + 1, column + 1), cell(row, column + 1));
    nest(row + 3, column + 3, size / 1.2);
  };
  nest(0, 0, 1e9);
  const regions = regionsOf(cells.sort((a, b) => a.row - b.row || a.column - b.column));
  expect(regions.flat()).toHaveLength(cells.length);
});
