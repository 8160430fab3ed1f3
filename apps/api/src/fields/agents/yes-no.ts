import type { FieldSpec } from '../../schemas/index.js';
import type { DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import { fold } from '../domain/tokens.js';
import { atLabels, type Found, type RegionReader } from './field-agent.js';

const YES = new Set('yes y true ja wahr oui vrai si verdadero vero sim x'.split(' '));
const NO = new Set('no n false nein falsch non faux falso nao nee'.split(' '));

const TICKED = /(?:[☑☒✓✔✅]|\[\s*[xX✓✔]\s*\]|\(\s*[xX✓✔]\s*\))/u;
const EMPTY = /(?:[☐□]|\[\s*\]|\(\s*\))/u;
/** A box stands close before its label, or begins what stands behind it. */
const BOX_REACH = 6;

const found = (view: DocumentView, value: boolean, start: number, end: number): Found => {
  const raw = view.text.slice(start, end);
  return { value: String(value), raw, start, end, fit: 1 };
};

function boxIn(view: DocumentView, start: number, end: number): Found | null {
  const text = view.text.slice(start, end);
  const [ticked, empty] = [TICKED.exec(text), EMPTY.exec(text)];
  const box = ticked ?? empty;
  return box ? found(view, ticked !== null, start + box.index, start + box.index + box[0].length) : null;
}

function wordIn(view: DocumentView, start: number, end: number): Found | null {
  const match = /[\p{L}]+/u.exec(view.text.slice(start, Math.min(end, start + 24)));
  const word = fold(match?.[0] ?? '');
  if (!match || match.index > 3 || (!YES.has(word) && !NO.has(word))) return null;
  return found(view, YES.has(word), start + match.index, start + match.index + match[0].length);
}

const reader =
  (view: DocumentView): RegionReader =>
  (region, hit) => {
    const before = boxIn(view, Math.max(0, hit.start - BOX_REACH), hit.start);
    const value =
      before ?? boxIn(view, region.start, region.start + BOX_REACH) ?? wordIn(view, region.start, region.end);
    return value ? [value] : [];
  };

/** A field that is true or false: a word or a ticked box at its label. */
export const yesOrNo = (view: DocumentView, field: FieldSpec): Candidate[] => atLabels(view, field, reader(view));
