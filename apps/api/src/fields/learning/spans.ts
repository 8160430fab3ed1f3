import type { FieldSpec } from '../../schemas/index.js';
import type { DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import { below, type Cell, rightOf } from '../domain/layout.js';
import { fold } from '../domain/tokens.js';
import { cents, moneyString } from '../domain/values.js';

/** A stretch of a document that could be the value of a field, whatever the field is called. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly currency?: string | null;
  /** Values that are the same are equal in this. */
  readonly key: string;
  readonly cell: Cell;
}

/** Beyond this many the rest of a document is not looked at: some sixty dense pages. */
const MOST_SPANS = 4_000;
const MOST_CHARACTERS = 160;
/** Words with a digit, with the signs that numbers of documents hold. */
const IDENTIFIER = /(?=[\p{L}./_\-–&*+]*\p{N})[\p{L}\p{N}][\p{L}\p{N}./_\-–&*+]*/gu;
const EDGES = /^[\s:;,.|*#>=•–()[\]-]+|[\s:;,|*>=•–([-]+$/gu;

/** What two spellings of one value have in common. */
export function keyOf(type: FieldSpec['type'], value: string): string {
  if (type === 'money') return String(cents(value));
  if (type === 'number') return String(Number(value));
  return type === 'date' ? value : fold(value).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Finds cells by offset. */
class CellFinder {
  private readonly sorted: readonly Cell[];

  constructor(cells: readonly Cell[]) {
    this.sorted = cells.toSorted((a, b) => a.start - b.start);
  }

  at(offset: number): Cell | null {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const cell = this.sorted[low];
    return cell && cell.start <= offset ? cell : null;
  }
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly currency?: string | null;
}

/** The text without the signs around it. */
function trimmed(text: string, start: number, end: number): Stretch | null {
  const raw = text.slice(start, end);
  const lead = /^[\s:;,.|*#>=•–()[\]-]+/u.exec(raw)?.[0].length ?? 0;
  const value = raw.replace(EDGES, '');
  if (value === '' || value.length > MOST_CHARACTERS || !/[\p{L}\p{N}]/u.test(value)) return null;
  return { start: start + lead, end: start + lead + value.length, value: value.replace(/\s+/g, ' ') };
}

/** What stands behind a value in its cell without being of it: remarks in brackets, dates. */
const REMARK = /\s*\([^)]*\)\s*$/u;

/** Where the words of a cell end and a date begins; null where no date stands behind words. */
function dateBehind({ dates }: Pick<DocumentView, 'dates'>, cell: Cell): number | null {
  const date = dates.find((one) => one.start > cell.start + 3 && one.end <= cell.end);
  return date?.start ?? null;
}

/** A cell as a whole, without what is appended to it, what stands behind its colons, and the identifiers in it. */
function wordsOf(view: DocumentView, cell: Cell): Stretch[] {
  const { text } = view;
  const remark = REMARK.exec(cell.text);
  const date = dateBehind(view, cell);
  const found = [
    trimmed(text, cell.start, cell.end),
    remark && trimmed(text, cell.start, cell.start + remark.index),
    date === null ? null : trimmed(text, cell.start, date),
  ];
  for (const colon of cell.text.matchAll(/:\s/g)) found.push(trimmed(text, cell.start + colon.index + 1, cell.end));
  for (const word of cell.text.matchAll(IDENTIFIER))
    if (word[0].length < cell.text.length)
      found.push(trimmed(text, cell.start + word.index, cell.start + word.index + word[0].length));
  return found.filter((one) => one !== null);
}

/** A value that goes on in the next cell, or in the next line where both lines begin at one height. */
function joinedWords({ text, layout }: DocumentView, cell: Cell): Stretch[] {
  const next = [rightOf(layout, cell)[0], below(layout, cell, 1)[0]];
  return next.flatMap((other) => {
    if (!other || other.start <= cell.end || other.start - cell.end > 3) return [];
    return trimmed(text, cell.start, other.end) ?? [];
  });
}

function stretchesOf(view: DocumentView, type: FieldSpec['type']): Stretch[] {
  switch (type) {
    case 'date':
      return view.dates.map(({ start, end, iso }) => ({ start, end, value: iso }));
    case 'money':
      return view.amounts
        .filter(({ percent }) => percent !== true)
        .map(({ start, end, value, currency }) => ({ start, end, value: moneyString(value), currency }));
    case 'number':
      return view.amounts.map(({ start, end, value }) => ({ start, end, value }));
    default:
      return view.layout.cells.flatMap((cell) => [...wordsOf(view, cell), ...joinedWords(view, cell)]);
  }
}

/**
 * Everything in a document that could be a value of a type, with what the local engine has proposed for the field itself. Each
 * stretch once, in text order.
 */
export function spansOf(view: DocumentView, { type }: Pick<FieldSpec, 'type'>, proposed: readonly Candidate[]): Span[] {
  const cells = new CellFinder(view.layout.cells);
  const known = new Map<string, Span>();
  for (const { start, end, value, currency } of [...proposed, ...stretchesOf(view, type)]) {
    const cell = cells.at(start);
    const place = `${start}-${end}`;
    if (cell === null || known.has(place) || known.size >= MOST_SPANS) continue;
    known.set(place, { start, end, value, ...(currency !== undefined && { currency }), key: keyOf(type, value), cell });
  }
  return [...known.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
