import { isNextLine } from '../../agents/heading-cells.js';
import { amountsIn, type DocumentView, within } from '../../domain/document-view.js';
import type { Candidate } from '../../domain/field-model.js';
import type { Cell, LayoutWord, Rect } from '../../domain/layout.js';
import { moneyString } from '../../domain/values.js';
import type { FieldSpec } from '../../../schemas/index.js';
import { REACH } from './look.js';
import type { Band } from './table-lesson.js';

/** Words of one line by the column that they stand under; under the empty name what is no field's. */
export type BandWords = ReadonlyMap<string, readonly LayoutWord[]>;

const overlap = (rect: Rect, { left, right }: Band): number => Math.min(rect.right, right) - Math.max(rect.left, left);

/** The band that a stretch stands in, or the nearest one that it nearly reaches. */
function bandOf(rect: Rect, bands: readonly Band[]): Band | null {
  const [best] = bands.toSorted((a, b) => overlap(rect, b) - overlap(rect, a));
  return best && overlap(rect, best) > -REACH ? best : null;
}

/** The words of a line by column. A cell that reaches over several columns is parted between its words. */
export function wordsByBand(row: readonly Cell[], bands: readonly Band[]): BandWords {
  const found = new Map<string, LayoutWord[]>();
  const put = (rect: Rect, words: readonly LayoutWord[]): void => {
    const name = bandOf(rect, bands)?.name ?? '';
    found.set(name, [...(found.get(name) ?? []), ...words]);
  };
  for (const cell of row) {
    const over = bands.filter((band) => overlap(cell.rect, band) > 0);
    if (over.length <= 1) put(cell.rect, cell.words);
    else for (const word of cell.words) put(word.rect, [word]);
  }
  return found;
}

/** Whether a line stands right below another one and only goes on in columns that do so. */
export function goesOn(
  row: readonly Cell[],
  above: readonly Cell[],
  bands: readonly Band[],
  wraps: readonly string[],
): boolean {
  const [first, over] = [row[0], above[0]];
  if (!first || !over || first.page !== over.page || !isNextLine(over, first)) return false;
  return [...wordsByBand(row, bands).keys()].every((name) => wraps.includes(name));
}

/** The value that words of a column hold; null where it is none of the column's type. */
export function valueIn(view: DocumentView, field: FieldSpec, words: readonly LayoutWord[]): Candidate | null {
  const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
  const found = typedIn(view, field, start, end);
  return found && { field: field.name, ...found, score: 1, evidence: 'learned', agent: 'line-items' };
}

type Typed = Pick<Candidate, 'value' | 'raw' | 'start' | 'end' | 'currency'>;

function typedIn(view: DocumentView, { type }: FieldSpec, start: number, end: number): Typed | null {
  const at = (from: number, to: number) => ({ raw: view.text.slice(from, to), start: from, end: to });
  if (type === 'date') {
    const [date] = within(view.dates, start, end);
    return date ? { value: date.iso, ...at(date.start, date.end) } : null;
  }
  if (type === 'money' || type === 'number') {
    const amount = amountsIn(view, start, end).find((one) => one.end <= end && (type === 'number' || !one.percent));
    if (!amount) return null;
    const value = type === 'money' ? moneyString(amount.value) : amount.value;
    return { value, currency: amount.currency, ...at(amount.start, amount.end) };
  }
  const value = view.text.slice(start, end).replace(/\s+/g, ' ').trim();
  return value === '' ? null : { value, ...at(start, end) };
}
