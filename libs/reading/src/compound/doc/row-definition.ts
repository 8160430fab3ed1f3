import type { CellMerge, RowShape } from '../../flow/row-shape.js';
import type { ByteView } from '../byte-view.js';

/** Cells of a row; Word allows 63. */
const MAX_CELLS = 64;
/** [MS-DOC] 2.9.327 TC80 and 2.9.330 TCGRF. */
const CELL_BYTES = 20;
const MERGED_LEFT = 0b10;
const VERTICAL_SHIFT = 5;
const MERGED_UP = 0b01;

/** The shape of a row (sprmTDefTable, [MS-DOC] 2.9.322): number of cells, their edges, how each is merged. */
export function rowShapeOf(operand: ByteView): RowShape {
  const count = Math.min(MAX_CELLS, operand.u8(0));
  const edges = Array.from({ length: count + 1 }, (_, index) => operand.i16(1 + index * 2));
  const cellsAt = 1 + (count + 1) * 2;
  const merges = Array.from({ length: count }, (_, index) => mergeOf(operand.u16(cellsAt + index * CELL_BYTES)));
  return { edges, merges };
}

function mergeOf(flags: number): CellMerge | undefined {
  if ((flags & MERGED_LEFT) !== 0) return 'left';
  return ((flags >>> VERTICAL_SHIFT) & 0b11) === MERGED_UP ? 'up' : undefined;
}
