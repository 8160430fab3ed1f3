import type { Block, Box, Line, TableCell, Word } from '../reading-model.js';
import type { FoundBlock, FoundTable } from './placed-page.js';

/** Blocks as they stand in the text. `lines` are those that the blocks were found in; blocks of others are left out. */
export function placeBlocks(found: readonly FoundBlock[], lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  for (const { kind, from, to, level, table } of found) {
    const first = lines[from.line]?.words[from.word];
    const last = lines[to.line]?.words[to.word];
    if (first === undefined || last === undefined) continue;
    blocks.push({
      kind,
      start: first.start,
      end: last.end,
      box: boxAround(
        from.line === to.line
          ? (lines[from.line]?.words.slice(from.word, to.word + 1) ?? [])
          : lines.slice(from.line, to.line + 1),
      ),
      ...(level === undefined ? {} : { level }),
      ...(table === undefined ? {} : { table: { ...table, cells: cellsOf(table, lines) } }),
    });
  }
  return blocks;
}

function cellsOf({ cells }: FoundTable, lines: readonly Line[]): TableCell[] {
  return cells.flatMap(({ line, from, to, ...place }) => {
    const words = lines[line]?.words.slice(from, to) ?? [];
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined) return [];
    return { ...place, start: first.start, end: last.end, box: boxAround(words) };
  });
}

/** The box around all boxes; null where there is none. */
function boxAround(parts: readonly (Word | Line)[]): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { box } of parts) {
    if (box === null) continue;
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  if (!(right >= left)) return null;
  return { x: left, y: top, width: round(right - left), height: round(bottom - top) };
}

/** As fine as the boxes of words. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6;
