import { isSummaryRow } from '../../agents/summary-rows.js';
import type { DocumentView } from '../../domain/document-view.js';
import type { Candidate, CandidateRow } from '../../domain/field-model.js';
import type { Cell } from '../../domain/layout.js';
import type { FieldSpec } from '../../../schemas/index.js';
import { type BandWords, goesOn, valueIn, wordsByBand } from './band-rows.js';
import { plain, REACH } from './look.js';
import type { TableLesson } from './table-lesson.js';

/** Lines without an item after which a table is over. */
const MOST_PLAIN = 14;
/** Share of the headings that make a row the head of the table. */
const LEAST_HEADINGS = 0.6;
const MOST_ROWS = 20_000;

type Taught = Pick<TableLesson, 'bands' | 'anchors' | 'wraps' | 'after'>;

/** Whether a row has the headings of the table at their places. */
function isHead(row: readonly Cell[], { bands }: Taught): boolean {
  const headings = bands.filter(({ heading }) => heading !== '');
  const found = headings.filter(({ heading, left, right }) =>
    row.some(
      ({ text, rect }) =>
        rect.right > left - REACH && rect.left < right + REACH && ` ${plain(text)} `.includes(` ${heading} `),
    ),
  );
  return headings.length > 0 && found.length >= LEAST_HEADINGS * headings.length;
}

const isEnd = (view: DocumentView, row: readonly Cell[], { after }: Taught): boolean =>
  (after !== '' && plain(row[0]?.text ?? '').startsWith(after)) || isSummaryRow(view, row);

const extended = (before: Candidate, next: Candidate): Candidate => ({
  ...before,
  value: `${before.value} ${next.value}`,
  raw: `${before.raw} ${next.raw}`,
  end: next.end,
  parts: [...(before.parts ?? [{ start: before.start, end: before.end }]), { start: next.start, end: next.end }],
});

/** The cells of a line where it begins an item: all that every item has are there. */
function itemIn(view: DocumentView, fields: readonly FieldSpec[], words: BandWords, { anchors }: Taught) {
  const cells = fields.flatMap((field) => {
    const own = words.get(field.name);
    return own ? (valueIn(view, field, own) ?? []) : [];
  });
  return anchors.every((name) => cells.some(({ field }) => field === name)) ? cells : null;
}

/** An item with what a line below it says. */
const continued = (
  view: DocumentView,
  fields: readonly FieldSpec[],
  words: BandWords,
  item: readonly Candidate[],
): readonly Candidate[] =>
  item.map((cell) => {
    const [field, own] = [fields.find(({ name }) => name === cell.field), words.get(cell.field)];
    const next = field && own && valueIn(view, field, own);
    return next ? extended(cell, next) : cell;
  });

interface Reader {
  readonly view: DocumentView;
  readonly fields: readonly FieldSpec[];
  readonly taught: Taught;
  readonly hasHead: boolean;
  readonly rows: CandidateRow[];
  /** Whether the table has begun and not ended. */
  isOpen: boolean;
  /** Lines since the last one of an item. */
  gap: number;
  /** The line before, where it is of an item. */
  above: readonly Cell[];
}

/** Puts a line into the items; false where it is of none. */
function takeLine({ view, fields, taught, rows, above }: Reader, row: readonly Cell[]): boolean {
  const words = wordsByBand(row, taught.bands);
  const cells = itemIn(view, fields, words, taught);
  const before = rows.at(-1)?.cells;
  if (cells) rows.push({ cells });
  else if (before && goesOn(row, above, taught.bands, taught.wraps))
    rows[rows.length - 1] = { cells: continued(view, fields, words, before) };
  else return false;
  return true;
}

function readLine(reader: Reader, row: readonly Cell[]): void {
  const isBegun = reader.hasHead || reader.rows.length > 0;
  if (isBegun && (reader.gap > MOST_PLAIN || isEnd(reader.view, row, reader.taught))) {
    reader.isOpen = false;
    return;
  }
  const isTaken = takeLine(reader, row);
  reader.above = isTaken ? row : [];
  reader.gap = isTaken ? 0 : reader.gap + 1;
}

/** The rows of a list where a solved document of the look has them. Pure. */
export function readTaught(view: DocumentView, { fields = [] }: FieldSpec, taught: Taught): CandidateRow[] {
  const hasHead = taught.bands.some(({ heading }) => heading !== '');
  const reader: Reader = { view, fields, taught, hasHead, rows: [], isOpen: !hasHead, gap: 0, above: [] };
  for (const row of view.layout.rows) {
    if (isHead(row, taught)) {
      reader.isOpen = true;
      reader.gap = 0;
    } else if (reader.isOpen && reader.rows.length < MOST_ROWS) readLine(reader, row);
  }
  return reader.rows;
}
