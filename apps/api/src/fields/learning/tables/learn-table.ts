import type { DocumentView } from '../../domain/document-view.js';
import type { Candidate } from '../../domain/field-model.js';
import type { Cell, Rect } from '../../domain/layout.js';
import type { FieldSpec } from '../../../schemas/index.js';
import { keyOf, type Span, spansOf } from '../spans.js';
import { goesOn } from './band-rows.js';
import { isLabel, labelsOf, plain } from './look.js';
import type { Band, GivenRow, TableLesson } from './table-lesson.js';
import { readTaught } from './taught-table.js';

/** Lines above the first item in which headings stand. */
const HEAD_ROWS = 4;
const AFTER_WORDS = 2;

/** Where a value of a row stands in one line. */
interface Placed {
  readonly name: string;
  readonly rect: Rect;
  /** Whether the line has all of the value. */
  readonly isWhole: boolean;
}

interface PlacedRow {
  readonly line: number;
  readonly values: readonly Placed[];
}

const rectOf = ({ cell, start, end }: Pick<Span, 'cell' | 'start' | 'end'>): Rect => {
  const words = cell.words.filter((word) => word.end > start && word.start < end);
  return {
    ...cell.rect,
    left: words[0]?.rect.left ?? cell.rect.left,
    right: words.at(-1)?.rect.right ?? cell.rect.right,
  };
};

/** Finds the lines that show values of columns. */
class ValueFinder {
  private readonly spans: ReadonlyMap<string, ReadonlyMap<number, readonly Span[]>>;

  constructor(view: DocumentView, fields: readonly FieldSpec[]) {
    this.spans = new Map(
      fields.map((field) => [field.name, Map.groupBy(spansOf(view, field, []), ({ cell }) => cell.row)]),
    );
  }

  /** Where a line shows a value, or its beginning; null where it does not. */
  at(line: number, { name, type }: FieldSpec, value: string): Placed | null {
    const key = keyOf(type, value);
    const spans = this.spans.get(name)?.get(line) ?? [];
    const whole = spans.find((span) => span.key === key);
    if (whole) return { name, rect: rectOf(whole), isWhole: true };
    if (type !== 'string' && type !== 'address') return null;
    const [longest] = spans
      .filter((span) => span.key.length >= 3 && key.startsWith(span.key))
      .sort((a, b) => b.key.length - a.key.length);
    return longest ? { name, rect: rectOf(longest), isWhole: false } : null;
  }
}

/** The line that shows most of each row, line after line; null where a row stands nowhere. */
function placedRows(view: DocumentView, fields: readonly FieldSpec[], rows: readonly GivenRow[]): PlacedRow[] | null {
  const finder = new ValueFinder(view, fields);
  const placed: PlacedRow[] = [];
  for (const row of rows) {
    let best: PlacedRow | null = null;
    for (let line = (placed.at(-1)?.line ?? -1) + 1; line < view.layout.rows.length; line++) {
      const values = fields.flatMap((field) => {
        const value = row[field.name];
        return value === undefined ? [] : (finder.at(line, field, value) ?? []);
      });
      if (values.length > (best?.values.length ?? 0)) best = { line, values };
    }
    if (!best || best.values.length * 2 < Object.keys(row).length) return null;
    placed.push(best);
  }
  return placed;
}

/** The words above a column, in the lines over the first item. */
function headingOver(view: DocumentView, first: number, { left, right }: Pick<Band, 'left' | 'right'>): Cell | null {
  for (let line = first - 1; line >= Math.max(0, first - HEAD_ROWS); line--) {
    const over = view.layout.rows[line]?.find(({ rect }) => rect.left < right && rect.right > left);
    if (over) return isLabel(over) || /[#%]/.test(over.text) ? over : null;
  }
  return null;
}

const around = (rects: readonly Pick<Rect, 'left' | 'right'>[]): { left: number; right: number } => ({
  left: Math.round(Math.min(...rects.map(({ left }) => left))),
  right: Math.round(Math.max(...rects.map(({ right }) => right))),
});

/** Bands that touch become one. */
function joined(rects: readonly Rect[]): { left: number; right: number }[] {
  const bands: { left: number; right: number }[] = [];
  for (const rect of rects.toSorted((a, b) => a.left - b.left)) {
    const last = bands.at(-1);
    if (last && rect.left <= last.right) last.right = Math.max(last.right, rect.right);
    else bands.push(around([rect]));
  }
  return bands;
}

function bandsOf(view: DocumentView, placed: readonly PlacedRow[]): Band[] {
  const first = placed[0]?.line ?? 0;
  const byName = Map.groupBy(
    placed.flatMap(({ values }) => values),
    ({ name }) => name,
  );
  const own = [...byName].map(([name, values]) => {
    const band = around(values.map(({ rect }) => rect));
    return { name, ...band, heading: plain(headingOver(view, first, band)?.text ?? '') };
  });
  const isOwn = (rect: Rect): boolean => own.some(({ left, right }) => rect.left < right && rect.right > left);
  const rest = placed.flatMap(({ line }) => (view.layout.rows[line] ?? []).map(({ rect }) => rect));
  const others = joined(rest.filter((rect) => !isOwn(rect)));
  return [...own, ...others.map((band) => ({ name: null, ...band, heading: '' }))].sort((a, b) => a.left - b.left);
}

const isTyped = ({ type }: FieldSpec): boolean => type === 'date' || type === 'money' || type === 'number';

/** Columns that every item fills: values of a form, or, where there are none, words. */
function anchorsOf(fields: readonly FieldSpec[], placed: readonly PlacedRow[]): string[] {
  const always = fields.filter(({ name }) => placed.every(({ values }) => values.some((one) => one.name === name)));
  const typed = always.filter(isTyped);
  return (typed.length > 0 ? typed : always).map(({ name }) => name);
}

/** How the first line after the items begins; what goes on with the last item is not after it. */
function afterOf(view: DocumentView, last: number, bands: readonly Band[], wraps: readonly string[]): string {
  const { rows } = view.layout;
  let next = last + 1;
  while (goesOn(rows[next] ?? [], rows[next - 1] ?? [], bands, wraps)) next++;
  const [cell] = rows[next] ?? [];
  return plain(cell && isLabel(cell) ? cell.text : '')
    .split(' ')
    .slice(0, AFTER_WORDS)
    .join(' ');
}

/** Whether rows say what was given, as far as that names columns. */
export const saysRows = (
  fields: readonly FieldSpec[],
  rows: readonly { readonly cells: readonly Pick<Candidate, 'field' | 'value'>[] }[],
  given: readonly GivenRow[],
): boolean =>
  rows.length === given.length &&
  given.every((row, at) =>
    fields.every(({ name, type }) => {
      const found = rows[at]?.cells.find(({ field }) => field === name)?.value;
      const right = row[name];
      return right === undefined || (found !== undefined && keyOf(type, found) === keyOf(type, right));
    }),
  );

/**
 * What the right rows of a list teach: where its columns stand on pages of this look. Null where they are not found in the document,
 * or where what was learned would not read the document itself right.
 */
export function tableLessonOf(
  view: DocumentView,
  spec: FieldSpec,
  rows: readonly GivenRow[],
  localRight: boolean,
): TableLesson | null {
  const fields = spec.fields ?? [];
  const placed = rows.length === 0 ? null : placedRows(view, fields, rows);
  if (!placed) return null;
  const anchors = anchorsOf(fields, placed);
  if (anchors.length === 0) return null;
  const parted = placed.flatMap(({ values }) => values.filter(({ isWhole }) => !isWhole).map(({ name }) => name));
  const wraps = [...new Set(parted)];
  const bands = bandsOf(view, placed);
  const last = placed.at(-1)?.line ?? 0;
  const first = placed[0]?.line ?? 0;
  const lines = new Set(Array.from({ length: last - first + 1 }, (_, at) => first + at));
  for (const after of [afterOf(view, last, bands, wraps), '']) {
    const lesson = { labels: labelsOf(view, lines), bands, anchors, wraps, after, localRight };
    if (saysRows(fields, readTaught(view, spec, lesson), rows)) return lesson;
  }
  return null;
}
