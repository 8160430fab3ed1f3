import type { LaidOutCell, LaidOutLine } from './page-layout.js';

const BULLET = /^[•‣◦▪▫■□●○◆◇➢➤✓✔❖·∙⁃–—*-]$/;
/** `1.` `2)` `(3)` `a)` `(iv)` `B)` `1.2.3`: numbers and letters that count; a year or an initial does not. */
const ORDINAL = /^(?:\(?\d{1,3}[.)]|\([a-z]\)|[a-z][.)]|\(?[ivxl]{1,6}[.)]|\(?[A-Z]\)|\d{1,2}(?:\.\d{1,2}){1,3}\.?)$/;

/** What a line begins with, where that is the mark of a list item. */
export function listMark({ words }: LaidOutLine): 'bullet' | 'ordinal' | null {
  const mark = words[0]?.text ?? '';
  if (mark.length > LONGEST_MARK || !/[\p{L}\p{N}]/u.test(words[1]?.text ?? '')) return null;
  return BULLET.test(mark) ? 'bullet' : ORDINAL.test(mark) ? 'ordinal' : null;
}
const LONGEST_MARK = 12;

/** A figure or sign by which the text refers to a footnote. */
const NOTE_MARK = /^(?:\d{1,3}[.)]?|[*†‡§]{1,3}|[¹²³⁴-⁹⁰]+|\[\d{1,3}\]|\(\d{1,3}\))$/;

export const isNoteMark = ({ words }: LaidOutLine): boolean => words.length > 1 && NOTE_MARK.test(words[0]?.text ?? '');

const SECTION =
  /^(?:article|section|chapter|part|exhibit|schedule|annex|appendix|attachment|artikel|abschnitt|kapitel|anlage|anhang|teil|chapitre|annexe|artículo|sección|capítulo|anexo|articolo|allegato|capitolo|hoofdstuk|bijlage)\s+(?:[ivxlc]+|\d+|[a-z])\b/i;

/** "Article IV", "Exhibit B", "2. DEFINITIONS": what counts parts of a text. */
export const namesSection = (text: string): boolean => SECTION.test(text);

/** Whether a line has capitals and no small letters. */
export function isInCapitals({ words }: LaidOutLine): boolean {
  return !words.some(({ text }) => SMALL.test(text)) && words.some(({ text }) => CAPITALS.test(text));
}
const SMALL = /\p{Ll}/u;
const CAPITALS = /\p{Lu}{2}/u;

/** A label: a few words that end with a colon. */
const MAX_LABEL_WORDS = 6;
const MAX_LABEL_LETTERS = 45;
const MAX_VALUE_WORDS = 12;

export interface LabelledValue {
  /** Indexes of the first and last word. */
  readonly from: number;
  readonly to: number;
}

/** The parts of a line that are a label with its value; null where the line says anything else as well. */
export function labelledValues({ words, cells }: LaidOutLine): LabelledValue[] | null {
  const found: LabelledValue[] = [];
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    if (cell === undefined) break;
    const next = cells[index + 1];
    const label = labelEnd(words, cell, next);
    if (label < 0) return null;
    let last = cell.to;
    if (label === cell.to - 1 && next !== undefined && labelEnd(words, next, undefined) < 0) {
      last = next.to;
      index++;
    }
    const length = last - 1 - label;
    if (length < 1 || length > MAX_VALUE_WORDS) return null;
    found.push({ from: cell.from, to: last - 1 });
  }
  return found;
}

/** Index of the word that ends a label with which a cell begins; negative where there is none. */
function labelEnd(words: LaidOutLine['words'], { from, to }: LaidOutCell, next: LaidOutCell | undefined): number {
  const label = words.slice(from, Math.min(to, from + MAX_LABEL_WORDS));
  if (!/\p{L}/u.test(label[0]?.text ?? '')) return -1;
  const end = label.findIndex(({ text }) => /[:：]$/.test(text));
  if (end >= 0) return isShort(label.slice(0, end + 1)) ? from + end : -1;
  // The colon may stand before the value.
  const isParted = next !== undefined && /^[:：]/.test(words[next.from]?.text ?? '');
  return isParted && to - from <= MAX_LABEL_WORDS && isShort(label) ? to - 1 : -1;
}

function isShort(label: LaidOutLine['words']): boolean {
  const letters = label.reduce((sum, { text }) => sum + text.length, 0);
  return letters > 1 && letters <= MAX_LABEL_LETTERS;
}

/** Whether a line goes on with a sentence, as far as its first letter tells. */
export const beginsSmall = ({ words }: LaidOutLine): boolean => /^\p{Ll}/u.test(words[0]?.text ?? '');
