import { below, heightOf, rightOf, type Cell, type Layout, type Rect } from './layout.js';
import { isHeadingWords } from './label-words.js';
import { COUNTED, type LabelHit } from './labels.js';
import type { Evidence } from './field-model.js';

/** A stretch of text that may hold the value of a label. */
export interface Region {
  readonly start: number;
  readonly end: number;
  readonly cell: Cell;
  readonly evidence: Extract<Evidence, 'label-same-cell' | 'label-right' | 'label-below' | 'label-text'>;
  /** 0..1: how natural this place is for the value of this label. */
  readonly weight: number;
}

/** Labels by the cell they stand in, in text order, without those that are parts of values. */
export type LabelsByCell = ReadonlyMap<Cell, readonly LabelHit[]>;

export function labelsByCell(hits: readonly LabelHit[]): LabelsByCell {
  const map = new Map<Cell, LabelHit[]>();
  for (const hit of hits) {
    if (hit.prefix) continue;
    const list = map.get(hit.cell);
    if (list) list.push(hit);
    else map.set(hit.cell, [hit]);
  }
  return map;
}

/** A cell that is nothing but a label, so that it cannot be a value. */
export function isLabelCell(cell: Cell, labels: LabelsByCell): boolean {
  if (/:\s*$/.test(cell.text) || isHeadingWords(cell.text)) return true;
  return (labels.get(cell) ?? []).some(
    (hit) => hit.start - cell.start <= 2 && hit.quality >= 0.9 && cell.end - hit.end <= 3,
  );
}

/** "Terms: Net 45": a word that is a label elsewhere, with a few days behind it, is the value of the label before it. */
const DAYS_AFTER_WORD = /^\p{L}+\.?\s+\d{1,3}(?![\d.,]*\d)/u;

const startsWithLabel = (cell: Cell, labels: LabelsByCell): boolean =>
  (labels.get(cell) ?? []).some((hit) => hit.start - cell.start <= 2 && hit.quality >= 0.7);

/** What may stand between a label and its value: signs, a remark in brackets, a currency. */
const LEAD = /^(?:\s*\([^)]{0,24}\))?(?:[\s:;=#.…·|>*]|-(?!\s?[\p{Sc}\d]))*/u;

/** Cells of punctuation only ("⋅⋅⋅⋅", ":") are looked through. */
const isFiller = (cell: Cell): boolean => !/[\p{L}\p{N}]/u.test(cell.text);

/** A value is not longer than this; a line may be as long as the document. */
const MAX_VALUE = 400;

function sameCell(layout: Layout, hit: LabelHit, labels: LabelsByCell): Region | null {
  if (COUNTED.test(layout.text.slice(hit.end, Math.min(hit.cell.end, hit.end + MAX_VALUE)))) return null;
  const next = (labels.get(hit.cell) ?? []).find(
    (other) =>
      other.start > hit.end + 1 &&
      other.quality >= 0.9 &&
      !(other.start <= hit.end + 3 && DAYS_AFTER_WORD.test(layout.text.slice(other.start, hit.cell.end))),
  );
  const end = next?.start ?? Math.min(hit.cell.end, hit.end + MAX_VALUE);
  const lead = LEAD.exec(layout.text.slice(hit.end, end))?.[0].length ?? 0;
  if (hit.end + lead >= end) return null;
  return { start: hit.end + lead, end, cell: hit.cell, evidence: 'label-same-cell', weight: 1 };
}

function toTheRight(layout: Layout, hit: LabelHit, labels: LabelsByCell): Region[] {
  const regions: Region[] = [];
  let from = hit.cell.rect.right;
  for (const cell of rightOf(layout, hit.cell)) {
    if (isFiller(cell)) {
      from = cell.rect.right;
      continue;
    }
    if (startsWithLabel(cell, labels) || regions.length >= 8) break;
    const lead = LEAD.exec(cell.text)?.[0].length ?? 0;
    const gap = (cell.rect.left - from) / Math.max(1, heightOf(cell.rect));
    const near = gap < 12 ? 0.97 : gap < 30 ? 0.93 : 0.88;
    regions.push({
      start: cell.start + lead,
      end: cell.end,
      cell,
      evidence: 'label-right',
      weight: near - 0.04 * regions.length,
    });
    from = cell.rect.right;
  }
  return regions;
}

/** The part of a cell that a label covers; several headings may share one cell. */
export function rectOf(hit: LabelHit): Rect {
  const words = hit.cell.words.filter((word) => word.end > hit.start && word.start < hit.end);
  const first = words[0]?.rect ?? hit.cell.rect;
  return words.reduce(
    (all, { rect }) => ({
      left: Math.min(all.left, rect.left),
      top: Math.min(all.top, rect.top),
      right: Math.max(all.right, rect.right),
      bottom: Math.max(all.bottom, rect.bottom),
    }),
    first,
  );
}

/** Rows between a heading and what stands under it, at most. */
const BELOW_ROWS = 4;

function underneath(layout: Layout, hit: LabelHit, labels: LabelsByCell, under: 'first' | 'last'): Region[] {
  const regions: Region[] = [];
  const height = heightOf(hit.cell.rect);
  const step = under === 'first' ? -0.1 : 0.04;
  const label = rectOf(hit);
  let bottom = label.bottom;
  for (const cell of below(layout, hit.cell, under === 'first' ? BELOW_ROWS : 2 * BELOW_ROWS, label)) {
    if (isFiller(cell)) continue;
    if (startsWithLabel(cell, labels) || isHeadingWords(cell.text)) break;
    const distance = (cell.rect.top - bottom) / Math.max(1, height);
    if (distance > 4) break;
    bottom = cell.rect.bottom;
    const aligned = Math.abs(cell.rect.left - label.left) < 1.5 * height;
    regions.push({
      start: cell.start,
      end: cell.end,
      cell,
      evidence: 'label-below',
      weight: (aligned ? 0.93 : 0.85) - (distance > 1.5 && regions.length === 0 ? 0.08 : 0) + step * regions.length,
    });
  }
  return regions;
}

/** The line after the label in reading order, for text without any geometry that helps. */
function nextInText(layout: Layout, hit: LabelHit): Region[] {
  const next = layout.cells[hit.cell.index + 1];
  return next && next.page === hit.cell.page
    ? [{ start: next.start, end: next.end, cell: next, evidence: 'label-text', weight: 0.55 }]
    : [];
}

/** A cell of so many words is a line of running text. */
const SENTENCE_WORDS = 7;
/** What a label in running text is worth of which the next line tells. */
const WRAPPED = 0.35;

/** A sentence that goes on in the next line: as far as it says no more than one thing. */
function wrappedSentence(layout: Layout, hit: LabelHit): Region[] {
  const next = layout.cells[hit.cell.index + 1];
  const rest = layout.text.slice(hit.end, hit.cell.end);
  if (!next || hit.cell.words.length < SENTENCE_WORDS || next.start - hit.cell.end > 2 || /[\d.;:]/.test(rest))
    return [];
  const stop = next.text.search(/[,;.](?:\s|$)/);
  const end = stop < 0 ? next.end : next.start + stop;
  // A line says as much as another, however many words it has.
  const weight = hit.length > 1 ? WRAPPED / hit.quality : WRAPPED;
  return [{ start: hit.end, end, cell: next, evidence: 'label-text', weight }];
}

/** Where the value of a label may stand, most natural first: after it, right of it, under it, next in the text. */
export function regionsOf(
  layout: Layout,
  hit: LabelHit,
  labels: LabelsByCell,
  last: 'first' | 'last' = 'first',
): Region[] {
  const own = sameCell(layout, hit, labels);
  const right = toTheRight(layout, hit, labels);
  if (own)
    return [
      own,
      ...right.map((region) => ({ ...region, weight: region.weight - 0.1 })),
      ...wrappedSentence(layout, hit),
    ];
  const under = underneath(layout, hit, labels, last);
  const heading = right.length === 0 || isLabelCell(right[0]?.cell ?? hit.cell, labels);
  const places = heading
    ? [...under, ...right]
    : [...right, ...under.map((region) => ({ ...region, weight: region.weight - 0.06 }))];
  return hit.cell.words.length > 4 || places.length === 0 ? [...places, ...nextInText(layout, hit)] : places;
}
