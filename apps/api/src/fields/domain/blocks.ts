import { heightOf, middleOf, rightOf, type Cell, type Layout, type Rect } from './layout.js';

/** Lines under each other that belong together: an address, a paragraph, a column. */
export interface Block {
  readonly cells: readonly Cell[];
  readonly page: number;
}

const center = ({ left, right }: Rect): number => (left + right) / 2;

/** Lines of one block are this many heights apart at most. */
const LINE_GAP = 1.2;
/** Recognition parts the words of a line; pieces that are no more heights apart are one. */
const PIECE_GAP = 2;

/** The extent of the line that a cell begins, as it was printed: recognition may have read it in pieces. */
function lineRect(layout: Layout, cell: Cell): Rect {
  if (!layout.recognised) return cell.rect;
  let { right } = cell.rect;
  for (const { rect } of rightOf(layout, cell)) {
    if (rect.left - right > PIECE_GAP * heightOf(cell.rect)) break;
    ({ right } = rect);
  }
  return { ...cell.rect, right };
}

function areAligned(above: Rect, below: Rect, height: number): boolean {
  return (
    Math.abs(above.left - below.left) < 1.2 * height ||
    Math.abs(center(above) - center(below)) < 1.5 * height ||
    Math.abs(above.right - below.right) < 0.8 * height
  );
}

function continues(layout: Layout, above: Cell, cell: Cell): boolean {
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
  // A comma at its end says that the line goes on, wherever the next one begins.
  const goesOn = /,\s*$/.test(above.text) && above.rect.left < cell.rect.right && cell.rect.left < above.rect.right;
  return (
    goesOn ||
    areAligned(above.rect, cell.rect, height) ||
    areAligned(lineRect(layout, above), lineRect(layout, cell), height)
  );
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
        .find((other) => open.has(other) && continues(layout, other, cell));
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
