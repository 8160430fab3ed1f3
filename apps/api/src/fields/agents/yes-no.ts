import type { FieldSpec } from '../../schemas/index.js';
import { contentWords } from '../../schemas/model.js';
import type { DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import { isKin } from '../domain/near-labels.js';
import { MAX_PROSE } from '../domain/prose.js';
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

const SENTENCE = /[^.;!?\n]+/gu;
/** Longer ones say more than one thing. */
const MOST_WORDS = 30;
const NEGATED =
  /\b(?:no|not|non|never|without|excluding|excluded|nicht|kein\p{L}*|ohne|ne|pas|sans|sin|nunca|senza|nao|sem|niet|geen|zonder)\b/u;
/** One word of a name is said of much; several in one sentence are its subject. */
const LEAST_WORDS = 2;
/** Behind a ticked box and a word at the label. */
const SCORE = 0.6;

/** A sentence with all words of the field's name: "Fuel is not included" says no to `fuelIncluded`. */
function saidIn(view: DocumentView, field: FieldSpec): Candidate[] {
  const names = (field.looseLabels ?? []).map(contentWords).filter((words) => words.length >= LEAST_WORDS);
  if (names.length === 0) return [];
  for (const match of view.text.slice(0, MAX_PROSE).matchAll(SENTENCE)) {
    const words = contentWords(match[0]);
    if (words.length > MOST_WORDS || !names.some((name) => name.every((one) => words.some((word) => isKin(word, one)))))
      continue;
    const raw = match[0].trim();
    const start = match.index + match[0].indexOf(raw);
    const value = String(!NEGATED.test(fold(raw)));
    return [
      {
        field: field.name,
        value,
        raw,
        start,
        end: start + raw.length,
        score: SCORE,
        evidence: 'clause',
        agent: 'clauses',
      },
    ];
  }
  return [];
}

/** A field that is true or false: a word or a ticked box at its label, else a sentence about it. */
export function yesOrNo(view: DocumentView, field: FieldSpec): Candidate[] {
  const marked = atLabels(view, field, reader(view));
  return marked.length > 0 ? marked : saidIn(view, field);
}
