import { expect, it } from 'vitest';
import { type RowShape, spanRows } from './row-shape.js';

const row = (texts: readonly string[], edges: readonly number[], merges: RowShape['merges'] = []) => ({
  cells: texts.map((text) => ({ text })),
  shape: { edges, merges },
});
const said = (rows: ReturnType<typeof spanRows>): string[] =>
  rows.map((cells) =>
    cells.map(({ text, columnSpan = 1, rowSpan = 1 }) => `${text}:${columnSpan}x${rowSpan}`).join(' '),
  );

it('cells span the columns between their edges', () =>
  expect(said(spanRows([row(['a', 'b', 'c'], [0, 100, 200, 300]), row(['d', 'e'], [10, 190, 310])]))).toEqual([
    'a:1x1 b:1x1 c:1x1',
    'd:2x1 e:1x1',
  ]));
it('cells that are one with that above span rows', () =>
  expect(
    said(
      spanRows([
        row(['a', 'b'], [0, 100, 200]),
        row(['', 'c'], [0, 100, 200], ['up']),
        row(['more', 'd'], [0, 100, 200], ['up']),
        row(['e', 'f'], [0, 100, 200]),
      ]),
    ),
  ).toEqual(['a\nmore:1x3 b:1x1', 'c:1x1', 'd:1x1', 'e:1x1 f:1x1']));
it('a cell that claims one above of another width stays', () =>
  expect(said(spanRows([row(['a'], [0, 200]), row(['b', 'c'], [0, 100, 200], ['up'])]))).toEqual([
    'a:2x1',
    'b:1x1 c:1x1',
  ]));
it('rows that begin further to the right have a gap', () =>
  expect(said(spanRows([row(['a', 'b'], [0, 100, 200]), row(['c'], [100, 200])]))).toEqual([
    'a:1x1 b:1x1',
    ':1x1 c:1x1',
  ]));
it('rows whose shape does not fit stay as they are', () =>
  expect(said(spanRows([row(['a', 'b'], [0, 100]), { cells: [{ text: 'c' }], shape: null }]))).toEqual([
    'a:1x1 b:1x1',
    'c:1x1',
  ]));
