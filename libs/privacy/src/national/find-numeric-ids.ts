import type { Span } from '@app/text';
import { isLetterOrNumber } from '../characters.js';
import type { PiiText } from '../pii-text.js';
import type { PiiEntity } from '../privacy-model.js';
import { EUROPE } from './europe.js';
import type { NumericId } from './numeric-id.js';
import { OVERSEAS } from './overseas.js';

const IDS = [...EUROPE, ...OVERSEAS];
const FEWEST = Math.min(...IDS.map(({ digits }) => digits));
const MOST = Math.max(...IDS.map(({ digits }) => digits));
const BY_LENGTH: ReadonlyMap<number, readonly NumericId[]> = Map.groupBy(IDS, ({ digits }) => digits);

/** Characters before and after in which the context is looked for. */
const BEFORE = 60;
const AFTER = 24;
const CONTEXT_SCORE = 0.95;

const JOINS = new Set([' ', '.', '/', '-', '\u00a0']);

const isJoined = (text: string, before: Span, next: Span): boolean =>
  next.start - before.end === 1 && JOINS.has(text[before.end] ?? '');

/** What stands alone: no letter beside it, and no sign behind which the number goes on. Spaces may part numbers. */
function standsAlone(text: string, { start, end }: Span): boolean {
  if (isLetterOrNumber(text.charCodeAt(start - 1)) || isLetterOrNumber(text.charCodeAt(end))) return false;
  return (
    !(/[.,/-]/.test(text[start - 1] ?? '') && isDigit(text, start - 2)) &&
    !(/[.,/-]/.test(text[end] ?? '') && isDigit(text, end + 1))
  );
}

const isDigit = (text: string, index: number): boolean => /\d/.test(text[index] ?? '');

function scoreOf({ context, written, score = 0 }: NumericId, raw: string, near: () => string): number {
  if (context.test(near())) return CONTEXT_SCORE;
  return written?.test(raw) === true ? score : 0;
}

/** The surest id that these digits can be. */
function idOf(view: PiiText, span: Span, digits: string): PiiEntity | null {
  const forms = BY_LENGTH.get(digits.length);
  if (forms === undefined || !standsAlone(view.text, span)) return null;
  const { start, end } = span;
  let folded: string | undefined;
  const near = (): string =>
    (folded ??= `${view.folded.slice(Math.max(0, start - BEFORE), start)} ${view.folded.slice(end, end + AFTER)}`);
  let best: PiiEntity | null = null;
  for (const form of forms) {
    const score = scoreOf(form, view.text.slice(start, end), near);
    if (score <= (best?.score ?? 0) || !form.isValid(digits)) continue;
    best = { type: 'NATIONAL_ID', start, end, score, country: form.country, subtype: form.subtype };
  }
  return best;
}

/** Ids of digits, in one run of them or in several with single signs between. */
export function findNumericIds(view: PiiText): PiiEntity[] {
  const { text, digitRuns } = view;
  const entities: PiiEntity[] = [];
  for (const [index, first] of digitRuns.entries()) {
    let digits = '';
    for (let last = index; last < digitRuns.length; last++) {
      const run = digitRuns[last];
      const before = digitRuns[last - 1];
      if (run === undefined || (last > index && before !== undefined && !isJoined(text, before, run))) break;
      if (digits.length + run.end - run.start > MOST) break;
      digits += text.slice(run.start, run.end);
      const found = digits.length < FEWEST ? null : idOf(view, { start: first.start, end: run.end }, digits);
      if (found !== null) entities.push(found);
    }
  }
  return entities;
}
