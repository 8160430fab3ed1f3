import type { BlockKind } from '../reading-model.js';
import type { LaidOutLine } from './page-layout.js';

/** A page whose lines have places, as its blocks are looked for. */
export interface PlacedPage {
  readonly lines: readonly LaidOutLine[];
  /** Size of what the lines are measured in. */
  readonly width: number;
  readonly height: number;
  /** Points in one unit of it. */
  readonly scale: number;
  /** Read by recognition, whose letter heights are rough. */
  readonly isRecognised: boolean;
}

/** A word of a page by the index of its line, and its own in that line. */
export interface WordPlace {
  readonly line: number;
  readonly word: number;
}

/** A cell: words of one line. What a cell says on several lines are several of these, with the same row and column. */
export interface FoundCell {
  readonly row: number;
  readonly column: number;
  readonly columnSpan?: number;
  readonly isHeader?: boolean;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

export interface FoundTable {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly FoundCell[];
}

/** A block before it has offsets: from one word up to and with another. */
export interface FoundBlock {
  readonly kind: BlockKind;
  readonly from: WordPlace;
  readonly to: WordPlace;
  readonly level?: number;
  /** Of headings: points, by which headings are ranked. */
  readonly size?: number;
  readonly table?: FoundTable;
}

/** The words of a line as they are read, without the gaps between cells. */
export const textOf = ({ words }: LaidOutLine): string => words.map(({ text }) => text).join(' ');

export const middleOf = ({ rect }: LaidOutLine): number => (rect.top + rect.bottom) / 2;

/** A block of whole lines. */
export const lineBlock = (
  kind: BlockKind,
  lines: readonly LaidOutLine[],
  first: number,
  last: number,
): Pick<FoundBlock, 'kind' | 'from' | 'to'> => ({
  kind,
  from: { line: first, word: 0 },
  to: { line: last, word: (lines[last]?.words.length ?? 1) - 1 },
});
