import type { BlockInput, CellInput } from '../blocks.js';
import { CELL_GAP } from '../layout/page-layout.js';

type TextBlock = Extract<BlockInput, { readonly text: string }>;

/** What blocks say, a line for each: for a cell, a note, or to compare. */
export const cellText = (blocks: readonly BlockInput[]): string =>
  blocks
    .map(blockText)
    .filter((text) => text.trim() !== '')
    .join('\n');

const blockText = (block: BlockInput): string =>
  block.kind === 'table' ? block.rows.map(rowText).join('\n') : block.text;

const rowText = (cells: readonly CellInput[]): string =>
  cells
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join(CELL_GAP);

/** The same text as blocks of another kind: what stands in a note, a header or a footer is nothing else. */
export const recast = (blocks: readonly BlockInput[], kind: 'note' | 'header' | 'footer'): TextBlock[] =>
  blocks.map((block): TextBlock => ({ kind, text: blockText(block) })).filter((block) => block.text.trim() !== '');

/** Blocks whose text has not come before: headers are repeated for each section. */
export function withoutRepeats(blocks: readonly BlockInput[]): BlockInput[] {
  const seen = new Set<string>();
  return blocks.filter((block) => {
    const text = `${block.kind} ${blockText(block).trim()}`;
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

/** The blocks of a comment; who wrote it is said before it. */
export const commentOf = (blocks: readonly BlockInput[], author: string): BlockInput[] =>
  recast(blocks, 'note').map((block, index) =>
    index === 0 && author.trim() !== '' ? { ...block, text: `${author.trim()}: ${block.text}` } : block,
  );
