import { heightOf, middleOf, type Cell, type Layout } from './layout.js';

/** Lines under each other that belong together: an address, a paragraph, a column. */
export interface Block {
  readonly cells: readonly Cell[];
  readonly page: number;
}

const center = (cell: Cell): number => (cell.rect.left + cell.rect.right) / 2;

/** Lines of one block are this many heights apart at most. */
const LINE_GAP = 1.2;

function continues(above: Cell, cell: Cell): boolean {
  const height = Math.min(heightOf(above.rect), heightOf(cell.rect));
  const gap = cell.rect.top - above.rect.bottom;
  if (
    above.page !== cell.page ||
    gap > LINE_GAP * Math.max(heightOf(above.rect), heightOf(cell.rect)) ||
    middleOf(cell.rect) <= middleOf(above.rect)
  )
    return false;
  const ratio = heightOf(above.rect) / Math.max(0.1, heightOf(cell.rect));
  if (ratio > 2.4 || ratio < 0.42) return false;
  const left = Math.abs(above.rect.left - cell.rect.left) < 1.2 * height;
  const middle = Math.abs(center(above) - center(cell)) < 1.5 * height;
  const right = Math.abs(above.rect.right - cell.rect.right) < 0.8 * height;
  // A comma at its end says that the line goes on, wherever the next one begins.
  const goesOn = /,\s*$/.test(above.text) && above.rect.left < cell.rect.right && cell.rect.left < above.rect.right;
  return left || middle || right || goesOn;
}

/** Blocks of a page range, top to bottom. Each cell belongs to one block; three rows down is as far as a line looks. */
export function blocksOf(layout: Layout, pages: ReadonlySet<number>): Block[] {
  const open = new Map<Cell, Cell[]>();
  const blocks: Cell[][] = [];
  layout.rows.forEach((row, index) => {
    for (const cell of row) {
      if (!pages.has(cell.page)) continue;
      const above = [1, 2, 3]
        .flatMap((up) => layout.rows[index - up] ?? [])
        .find((other) => open.has(other) && continues(other, cell));
      const block = above ? open.get(above) : undefined;
      if (block && above) {
        block.push(cell);
        open.delete(above);
        open.set(cell, block);
      } else {
        const fresh = [cell];
        blocks.push(fresh);
        open.set(cell, fresh);
      }
    }
  });
  return blocks.flatMap((cells) => (cells[0] ? [{ cells, page: cells[0].page }] : []));
}
