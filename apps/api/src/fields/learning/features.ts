import type { FieldSpec } from '../../schemas/index.js';
import type { DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import { below, type Cell, type Layout, rightOf } from '../domain/layout.js';
import { fold } from '../domain/tokens.js';
import type { Span } from './spans.js';

/** Rises when features mean something else: what was learned with others is learned anew. */
export const FEATURES_VERSION = 1;
/** Slots that features are hashed to. */
export const DIMENSIONS = 1 << 16;
/** The features of the local engine's own opinion have slots of their own, because they have weights before anything is learned. */
export const LOCAL_BEST = 0;
export const LOCAL_SCORE = 1;
const FIRST_HASHED = 2;

/** One span as a sparse vector: slots and their values, pair by pair. */
export interface Features {
  readonly slots: Uint16Array;
  readonly values: Float32Array;
}

/** FNV-1a. */
function slotOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < feature.length; index++) {
    hash ^= feature.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return FIRST_HASHED + ((hash >>> 0) % (DIMENSIONS - FIRST_HASHED));
}

const wordsIn = (text: string): string[] => fold(text).match(/\p{L}+|\p{N}+|[#%$€£]/gu) ?? [];
/** Digits are all alike beside a value; words are not. */
const plain = (word: string): string => (/\p{N}/u.test(word) ? '9' : word);

/** "AB-1234" becomes "A-9", so that numbers of one kind look alike. */
const shapeOf = (value: string): string =>
  value
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/\p{N}+/gu, '9')
    .replace(/\s+/g, ' ')
    .slice(0, 24);

/** Rows above a value in which its heading may stand. */
const ROWS_ABOVE = 25;

/** Cells above, nearest first, that share horizontal space with the value. */
function above(layout: Layout, cell: Cell, left: number, right: number): Cell[] {
  const found: Cell[] = [];
  for (let index = cell.row - 1; index >= Math.max(0, cell.row - ROWS_ABOVE) && found.length < 8; index--) {
    const row = layout.rows[index];
    if (!row || row[0]?.page !== cell.page) break;
    const over = row.find((other) => other.rect.left < right && other.rect.right > left);
    if (over) found.push(over);
  }
  return found;
}

const isLabelLike = (cell: Cell): boolean => /\p{L}{2}/u.test(cell.text) && !/\p{N}/u.test(cell.text);

function horizontalOf({ cell, start, end }: Span): { left: number; right: number } {
  const words = cell.words.filter((word) => word.end > start && word.start < end);
  return {
    left: words[0]?.rect.left ?? cell.rect.left,
    right: words.at(-1)?.rect.right ?? cell.rect.right,
  };
}

/** What stands to the left of a span: in its own cell, else in the cells before it. */
function contextLeft(view: DocumentView, { cell, start }: Span): string[] {
  const own = wordsIn(view.text.slice(cell.start, start));
  if (own.length > 0) return [...own.slice(-4).reverse().map(plain), 'own'];
  const row = view.layout.rows[cell.row] ?? [];
  const before = row.slice(0, row.indexOf(cell)).reverse();
  const label = before.find(isLabelLike);
  return [
    ...wordsIn(before[0]?.text ?? '')
      .slice(-4)
      .reverse()
      .map(plain),
    `lab ${wordsIn(label?.text ?? '')
      .slice(0, 4)
      .join(' ')}`,
  ];
}

function placeFeatures(view: DocumentView, span: Span): string[] {
  const { cell } = span;
  const page = cell.page === 1 ? 'first' : cell.page === view.layout.pageCount ? 'last' : 'inner';
  const y = Math.floor(cell.rect.top / 60);
  const x = Math.floor(cell.rect.left / 60);
  return [`pg ${page}`, `y ${page} ${y}`, `x ${x}`, `xy ${page} ${x} ${y}`];
}

function contextFeatures(view: DocumentView, span: Span): string[] {
  const left = contextLeft(view, span);
  const { left: from, right: to } = horizontalOf(span);
  const over = above(view.layout, span.cell, from, to);
  const heading = over.find(isLabelLike);
  const right = rightOf(view.layout, span.cell)[0];
  const under = below(view.layout, span.cell, 2)[0];
  const tail = wordsIn(view.text.slice(span.end, span.cell.end)).slice(0, 2);
  const headingWords = wordsIn(heading?.text ?? '').slice(0, 5);
  return [
    `l1 ${left[0] ?? ''}`,
    `l2 ${left.slice(0, 2).join(' ')}`,
    `l3 ${left.slice(0, 3).join(' ')}`,
    ...left.map((word) => `lw ${word}`),
    ...headingWords.map((word) => `aw ${word}`),
    `a ${headingWords.join(' ')}`,
    `a1 ${wordsIn(over[0]?.text ?? '')
      .slice(0, 3)
      .map(plain)
      .join(' ')}`,
    `r ${wordsIn(right?.text ?? '')
      .slice(0, 2)
      .map(plain)
      .join(' ')}`,
    `b ${wordsIn(under?.text ?? '')
      .slice(0, 2)
      .map(plain)
      .join(' ')}`,
    `t ${tail.map(plain).join(' ')}`,
    `la ${left[0] ?? ''} ${headingWords[0] ?? ''}`,
  ];
}

/** How a span lies in its cell: all of it, its beginning, its end, its middle, or beyond it. */
function cutOf({ cell, start, end }: Span): string {
  if (end > cell.end) return 'beyond';
  const [fromStart, toEnd] = [start - cell.start <= 1, cell.end - end <= 1];
  return fromStart ? (toEnd ? 'whole' : 'head') : toEnd ? 'tail' : 'middle';
}

function valueFeatures(type: FieldSpec['type'], span: Span, text: string): string[] {
  const raw = text.slice(span.start, span.end);
  const words = type === 'string' || type === 'address' ? wordsIn(raw) : [];
  return [
    `sh ${shapeOf(raw)}`,
    `len ${Math.min(12, Math.floor(Math.log2(raw.length + 1) * 2))}`,
    `n ${Math.min(6, words.length)}`,
    `cut ${cutOf(span)}`,
    ...(type === 'string' ? [`cut ${cutOf(span)} ${/^[\s(]*\d/.test(text.slice(span.end, span.end + 3))}`] : []),
    ...words.slice(0, 6).map((word) => `in ${plain(word)}`),
    `in1 ${plain(words[0] ?? '')}`,
    `inz ${plain(words.at(-1) ?? '')}`,
  ];
}

/** How a span stands among all of its type: the largest amount, the first date, a value that is printed five times. */
function rankFeatures(spans: readonly Span[], type: FieldSpec['type']): (span: Span, index: number) => string[] {
  const times = new Map<string, number>();
  for (const { key } of spans) times.set(key, (times.get(key) ?? 0) + 1);
  const isOrdered = type === 'money' || type === 'number' || type === 'date';
  const sizeOf = (value: string): number => (type === 'date' ? Date.parse(value) : Math.abs(Number(value)));
  const sizes = isOrdered ? [...new Set(spans.map(({ value }) => sizeOf(value)))].sort((a, b) => b - a) : [];
  const places = new Map(sizes.map((size, place) => [size, place]));
  return (span, index) => {
    const repeated = Math.min(5, times.get(span.key) ?? 1);
    const first = `nth ${Math.min(8, index)}`;
    const last = `end ${Math.min(5, spans.length - 1 - index)}`;
    if (!isOrdered) return [`rep ${repeated}`, first];
    const place = places.get(sizeOf(span.value)) ?? 0;
    const fromEnd = sizes.length - 1 - place;
    return [
      `rep ${repeated}`,
      first,
      last,
      `big ${Math.min(5, place)}`,
      `small ${Math.min(5, fromEnd)}`,
      `big-rep ${Math.min(2, place)} ${repeated > 1}`,
    ];
  };
}

/** Two dates or amounts side by side are the ends of a period or range. */
function pairFeatures(spans: readonly Span[]): (index: number) => string[] {
  const isPair = (a: Span | undefined, b: Span | undefined): boolean =>
    a !== undefined && b !== undefined && a.cell.row === b.cell.row && b.start - a.end < 40 && b.start >= a.end;
  return (index) =>
    [
      isPair(spans[index], spans[index + 1]) ? 'pair first' : '',
      isPair(spans[index - 1], spans[index]) ? 'pair second' : '',
    ].filter((feature) => feature !== '');
}

const overlaps = (a: Pick<Span, 'start' | 'end'>, b: Pick<Span, 'start' | 'end'>): boolean =>
  a.start < b.end && b.start < a.end;

/** What the local engine thinks of a span: whether it is its strongest candidate, how strong it is, and how it was found. */
function localFeatures(span: Span, proposed: readonly Candidate[]): { values: number[]; names: string[] } {
  const own = proposed.filter((one) => overlaps(one, span) && one.value === span.value);
  const strongest = strongestOf(own);
  if (!strongest) return { values: [0, 0], names: [] };
  const isBest = strongest.score >= (strongestOf(proposed)?.score ?? 0);
  return { values: [isBest ? 1 : 0, strongest.score], names: [`ev ${strongest.evidence}`] };
}

const strongestOf = (candidates: readonly Candidate[]): Candidate | null =>
  candidates.reduce<Candidate | null>((top, one) => (top && top.score >= one.score ? top : one), null);

/** The features of all spans of a document for one field. */
export function featuresOf(
  view: DocumentView,
  { type }: Pick<FieldSpec, 'type'>,
  spans: readonly Span[],
  proposed: readonly Candidate[],
): Features[] {
  const rank = rankFeatures(spans, type);
  const pair = pairFeatures(spans);
  return spans.map((span, index) => {
    const opinion = localFeatures(span, proposed);
    const context = contextFeatures(view, span);
    const standing = [...rank(span, index), ...pair(index)];
    const names = new Set([
      ...context,
      ...placeFeatures(view, span),
      ...valueFeatures(type, span, view.text),
      ...standing,
      ...standing.map((feature) => `${feature} & ${context[0] ?? ''}`),
      ...opinion.names,
    ]);
    const slots = [LOCAL_BEST, LOCAL_SCORE, ...[...names].map(slotOf)];
    const values = new Float32Array(slots.length).fill(1);
    values.set(opinion.values);
    return { slots: Uint16Array.from(slots), values };
  });
}
