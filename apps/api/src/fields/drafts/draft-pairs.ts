import type { FieldSpec } from '../../schemas/index.js';
import { LABEL, type Stretch, typed } from '../agents/generic-pairs.js';
import type { DocumentView } from '../domain/document-view.js';
import { isHeadingWords } from '../domain/label-words.js';
import { slugOf } from '../domain/labels.js';
import { below, type Cell, rightOf } from '../domain/layout.js';
import { NUMBER_TOKEN, tokenize } from '../domain/tokens.js';

/** A label of one document with the value that stands at it. */
export interface DraftPair {
  readonly name: string;
  readonly label: string;
  readonly type: FieldSpec['type'];
  readonly value: string;
  /** True where the document itself marks it as a label; others count only where several documents have them. */
  readonly marked: boolean;
}

const PHRASE = /^\p{L}[\p{L} .'’/&#-]{1,38}$/u;
const YES_NO = /^(?:yes|no|ja|nein|oui|non|s[ií]|no|true|false|sim|não|nee)$/iu;
/** A document with more labels than this is a table or a dump. */
const MAX_PAIRS = 300;

const isPhrase = (cell: Cell): boolean => PHRASE.test(cell.text.trim()) && cell.words.length <= 5;
const isLabel = (cell: Cell): boolean => LABEL.test(cell.text) || isHeadingWords(cell.text);

/** The value behind a label in its own cell, else in the next one, else under it. */
function placeOf(view: DocumentView, cell: Cell, labelEnd: number): Stretch | null {
  if (/\S/.test(view.text.slice(labelEnd, cell.end))) return { start: labelEnd, end: cell.end };
  const right = rightOf(view.layout, cell)[0];
  if (right && !isLabel(right)) return right;
  const under = below(view.layout, cell, 2)[0];
  return under && !isLabel(under) ? under : null;
}

/** Numbers that somebody assigned are texts, even where they are all digits. */
const isAssigned = (label: string): boolean =>
  tokenize(label).some(
    ({ text }) => text === NUMBER_TOKEN || /^(?:id|code|ref|reference|key|serial|phone|tel|fax|zip|plz)$/.test(text),
  );

function typeOf(label: string, { type, value }: { type: FieldSpec['type']; value: string }): FieldSpec['type'] {
  if (isAssigned(label)) return 'string';
  if (type !== 'string') return type;
  if (YES_NO.test(value)) return 'boolean';
  return /^\d{1,6}(?:[.,]\d+)?$/.test(value) ? 'number' : 'string';
}

function pairAt(view: DocumentView, cell: Cell): DraftPair | null {
  const colon = LABEL.exec(cell.text);
  if (!colon && !isPhrase(cell)) return null;
  const label = (colon?.[1] ?? cell.text).trim();
  const name = slugOf(label);
  const place = placeOf(view, cell, colon ? cell.start + colon[0].length : cell.end);
  const value = place ? typed(view, place) : null;
  if (!value || !/^\p{L}/u.test(name) || name.length < 2) return null;
  return {
    name,
    label,
    type: typeOf(label, value),
    value: value.value,
    marked: colon !== null || isHeadingWords(cell.text),
  };
}

/** The labels of a document with their values, each label once. Rows of tables are left out. */
export function pairsOf(view: DocumentView, tableRows: ReadonlySet<number>): ReadonlyMap<string, DraftPair> {
  const pairs = new Map<string, DraftPair>();
  for (const cell of view.layout.cells) {
    const pair = tableRows.has(cell.row) ? null : pairAt(view, cell);
    if (pair && !pairs.has(pair.name)) pairs.set(pair.name, pair);
    if (pairs.size >= MAX_PAIRS) break;
  }
  return pairs;
}
