import { matchesOf } from '../matches.js';
import type { DigitGroup, PiiText } from '../pii-text.js';
import type { PiiEntity, PiiType } from '../privacy-model.js';

/** A form of personal data: what it looks like, what proves it, and which words beside it make it certain. */
export interface PiiForm {
  readonly type: PiiType;
  /** With the flag `g`; group 1, where there is one, is the entity. */
  readonly pattern: RegExp;
  /**
   * Digits of the shortest entity. It is then looked for only beside groups of as many digits, together with a word
   * before and a word behind them.
   */
  readonly digits?: number;
  /** Folded words, of which a text with the form has one; without any of them the text is not looked at. */
  readonly words?: readonly string[];
  readonly isValid?: (raw: string) => boolean;
  /** Over folded text in the neighbourhood. */
  readonly context?: RegExp;
  /** Score without context; 0 where the context is needed. */
  readonly score: number;
  readonly contextScore?: number;
  /** Of an id: who gives it out (ISO 3166-1), and which one it is. */
  readonly country?: string;
  readonly subtype?: string;
}

/** Characters before and after a match in which its context is looked for. */
const BEFORE = 60;
const AFTER = 24;

function scoreOf(form: PiiForm, folded: string, start: number, end: number): number {
  if (form.context === undefined) return form.score;
  const near = `${folded.slice(Math.max(0, start - BEFORE), start)} ${folded.slice(end, end + AFTER)}`;
  return form.context.test(near) ? (form.contextScore ?? 0.95) : form.score;
}

/** A longer word beside a number is no part of it. */
const LONGEST_PART = 40;

const isBlank = (text: string, index: number): boolean => !(text.charCodeAt(index) > 0x20);

/** The offset where the word around `index` begins, or that before it; `index` where that is too far. */
function wordStart(text: string, index: number): number {
  let start = index;
  while (!isBlank(text, start - 1)) if (index - --start > LONGEST_PART) return index;
  return start;
}

function wordEnd(text: string, index: number): number {
  let end = index;
  while (!isBlank(text, end)) if (++end - index > LONGEST_PART) return index;
  return end;
}

/** A group of digits with the rest of its words and one more on either side. */
function neighbourhood(text: string, { start, end }: DigitGroup): { readonly start: number; readonly end: number } {
  const from = wordStart(text, start);
  const to = wordEnd(text, end);
  return { start: from > 0 ? wordStart(text, from - 1) : 0, end: wordEnd(text, Math.min(text.length, to + 1)) };
}

interface Piece {
  readonly text: string;
  readonly offset: number;
}

const idOf = ({ country, subtype }: PiiForm): Pick<PiiEntity, 'country' | 'subtype'> => ({
  ...(country !== undefined && { country }),
  ...(subtype !== undefined && { subtype }),
});

function findIn(view: PiiText, form: PiiForm, { text, offset }: Piece, entities: PiiEntity[]): void {
  for (const match of matchesOf(form.pattern, text)) {
    const raw = match[1] ?? match[0];
    if (raw === '' || form.isValid?.(raw) === false) continue;
    const start = offset + match.index + match[0].indexOf(raw);
    const score = scoreOf(form, view.folded, start, start + raw.length);
    if (score > 0) entities.push({ type: form.type, start, end: start + raw.length, score, ...idOf(form) });
  }
}

/** All matches of the forms that are valid and, where a form asks for it, in context. */
export function findForms(view: PiiText, forms: readonly PiiForm[]): PiiEntity[] {
  const entities: PiiEntity[] = [];
  const whole = { text: view.text, offset: 0 };
  for (const form of forms)
    if (form.digits === undefined && (form.words === undefined || view.hasAny(form.words)))
      findIn(view, form, whole, entities);
  for (const group of view.digitGroups) {
    const fitting = forms.filter((form) => form.digits !== undefined && form.digits <= group.digits);
    if (fitting.length === 0) continue;
    const { start, end } = neighbourhood(view.text, group);
    const piece = { text: view.text.slice(start, end), offset: start };
    for (const form of fitting) findIn(view, form, piece, entities);
  }
  return entities;
}
