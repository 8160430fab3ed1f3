import type { DocumentView } from '../../domain/document-view.js';
import type { Cell } from '../../domain/layout.js';
import { fold } from '../../domain/tokens.js';
import type { TableLesson } from './table-lesson.js';

/** So far may the same thing stand elsewhere in another document of the look, in page units: some three letters. */
export const REACH = 20;
const MOST_LABELS = 40;
const FEWEST_LABELS = 3;
/** Names and addresses without numbers look like labels and differ from document to document. */
const LEAST_SHARED = 0.5;

export const isLabel = ({ text }: Pick<Cell, 'text'>): boolean => /\p{L}{2}/u.test(text) && !/\p{N}/u.test(text);

/** Words without signs, so that `Qty.` and `QTY` are the same. */
export const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What the look of a page is known by: its words without numbers, but for those of the rows of the table. */
export function labelsOf({ layout }: DocumentView, rows: ReadonlySet<number>): TableLesson['labels'] {
  return layout.cells
    .filter((cell) => !rows.has(cell.row) && isLabel(cell))
    .slice(0, MOST_LABELS)
    .map(({ text, rect }) => ({ text: plain(text), left: Math.round(rect.left) }));
}

/** 0..1: the share of a lesson's labels that stand in a document at their places; 0 where that is too little to go by. */
export function likeness({ layout }: DocumentView, { labels }: TableLesson): number {
  if (labels.length < FEWEST_LABELS) return 0;
  const places = Map.groupBy(layout.cells.filter(isLabel), ({ text }) => plain(text));
  const found = labels.filter(({ text, left }) =>
    (places.get(text) ?? []).some(({ rect }) => Math.abs(rect.left - left) <= REACH),
  );
  const share = found.length / labels.length;
  return share >= LEAST_SHARED ? share : 0;
}
