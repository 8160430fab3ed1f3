import { within, type DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import { slugOf } from '../domain/labels.js';
import { rightOf, type Cell } from '../domain/layout.js';
import type { FieldSpec, FieldType } from '../../schemas/index.js';
import { moneyString, phraseIn } from '../domain/values.js';

export interface GenericPair {
  readonly spec: FieldSpec;
  readonly candidate: Candidate;
}

/** `label:` at the beginning of a cell. */
export const LABEL = /^\s*([\p{L}][\p{L}\p{N} .'’()/&#°º-]{1,48}?)\s*:\s*/u;
/** A document with more pairs than this is a table or a dump. */
const MAX_PAIRS = 200;

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What stands in a stretch, as the type that it looks like; null where nothing does. */
export function typed(
  view: DocumentView,
  at: Stretch,
): { type: FieldType; value: string; start: number; end: number } | null {
  const phrase = phraseIn(view.text, at.start, at.end);
  if (!phrase || phrase.value.length > 200) return null;
  const whole = (match: Stretch): boolean => match.start <= phrase.start + 1 && match.end >= phrase.end - 1;
  const date = within(view.dates, at.start, at.end).find(whole);
  if (date) return { type: 'date', value: date.iso, start: date.start, end: date.end };
  const amount = within(view.amounts, at.start, at.end).find(whole);
  if (amount && !amount.percent && (amount.currency !== null || amount.decimals === 2))
    return { type: 'money', value: moneyString(amount.value), start: amount.start, end: amount.end };
  return { type: 'string', value: phrase.value, start: phrase.start, end: phrase.end };
}

function valueOf(view: DocumentView, cell: Cell, labelEnd: number): Stretch | null {
  if (/\S/.test(view.text.slice(labelEnd, cell.end))) return { start: labelEnd, end: cell.end };
  const right = rightOf(view.layout, cell)[0];
  return right && !LABEL.test(right.text) ? { start: right.start, end: right.end } : null;
}

/** Every `label: value` of the document, each label once, the first value wins. */
export function genericResult(view: DocumentView): GenericPair[] {
  const taken = new Set(view.schema.fields.map((field) => field.name));
  const pairs: GenericPair[] = [];
  for (const cell of view.layout.cells) {
    const label = LABEL.exec(cell.text);
    const name = label?.[1] ? slugOf(label[1]) : '';
    if (!label || name.length < 2 || taken.has(name)) continue;
    const stretch = valueOf(view, cell, cell.start + label[0].length);
    const value = stretch ? typed(view, stretch) : null;
    if (!value) continue;
    taken.add(name);
    const spec: FieldSpec = { name, type: value.type, family: 'identifiers', labels: {} };
    const raw = view.text.slice(value.start, value.end);
    pairs.push({
      spec,
      candidate: {
        field: name,
        value: value.value,
        raw,
        start: value.start,
        end: value.end,
        score: 0.8,
        evidence: 'label-same-cell',
        agent: 'identifiers',
      },
    });
    if (pairs.length >= MAX_PAIRS) break;
  }
  return pairs;
}
