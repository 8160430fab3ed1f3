import type { DateMatch } from '@app/text';
import { amountsIn, within, type DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import { findDatesOnce, moneyString } from '../domain/values.js';
import type { FieldSpec } from '../../schemas/index.js';

/** Another paper that a text speaks of: "our invoice F2025-0088 of 14 February, amounting to 1 482,00 €, due 16 March". */
interface Mention {
  readonly number: { readonly start: number; readonly end: number } | null;
  readonly date: DateMatch | null;
  readonly due: DateMatch | null;
  readonly amount: {
    readonly value: string;
    readonly currency: string | null;
    readonly start: number;
    readonly end: number;
  } | null;
}

const PAPER =
  /(?<!\p{L})(?:invoices?|bills?|rechnung(?:en)?|factures?|facturas?|fatture|fattura|faturas?|facturen|factuur|nota)(?!\p{L})/giu;
/** So far a sentence tells of the paper that it has named. */
const REACH = 260;
const NUMBER =
  /(?:(?<!\p{L})(?:number|no|nr|num|n|número|numéro|numero|nummer)\.?[°º]?\s*:?\s*|#\s*|[\s(])((?=[\p{L}\p{N}./_-]*\p{N})[\p{L}\p{N}](?:[\p{L}\p{N}./_-]*[\p{L}\p{N}])?)/giu;
const DUE =
  /(?:\bdue|payable|fällig|zahlbar|fälligkeit|échue?|échéance|exigible|vencid[ao]|venció|vencimiento|vencimento|venceu|scadut[ao]|scadenza|vervallen|vervaldatum|vervaldag)[^\d]{0,24}$/iu;
const YEARLESS =
  /(?<![\p{N}.,/-])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+)?(\p{L}{3,10})(?!\p{L})(?!\.?,?\s+(?:de\s+)?\d{4})/gu;

const DAY_MS = 86_400_000;

/** "14 February" in a letter: the day of that name that is nearest to the letter's own. */
function yearless(view: DocumentView, start: number, end: number, reference: string): DateMatch[] {
  const year = Number(reference.slice(0, 4));
  return [...view.text.slice(start, end).matchAll(YEARLESS)].flatMap((match) => {
    const [found] = [year - 1, year, year + 1]
      .flatMap((one) => findDatesOnce(`${match[1] ?? ''} ${match[2] ?? ''} ${one}`, view.language))
      .sort((a, b) => distance(a.iso, reference) - distance(b.iso, reference));
    const from = start + match.index;
    return found ? [{ start: from, end: from + match[0].length, iso: found.iso, ambiguous: false }] : [];
  });
}

const distance = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / DAY_MS;

function numberIn(view: DocumentView, start: number, end: number, dates: readonly DateMatch[]): Mention['number'] {
  for (const match of view.text.slice(start, end).matchAll(NUMBER)) {
    const printed = match[1] ?? '';
    const at = start + match.index + match[0].length - printed.length;
    const to = at + printed.length;
    const isOther =
      dates.some((date) => date.start < to && date.end > at) ||
      amountsIn(view, at, to).some(
        (one) => one.start < to && one.end > at && (one.decimals === 2 || one.currency !== null),
      );
    if (!isOther) return { start: at, end: to };
  }
  return null;
}

function mentionAt(view: DocumentView, start: number, end: number): Mention | null {
  const [outside] = view.dates.filter((date) => date.end <= start || date.start >= end);
  const own = within(view.dates, start, end);
  const dates = [...own, ...(outside ? yearless(view, start, end, outside.iso) : [])].sort((a, b) => a.start - b.start);
  const isDue = (date: DateMatch): boolean => DUE.test(view.text.slice(Math.max(start, date.start - 40), date.start));
  const number = numberIn(view, start, end, dates);
  const amount = amountsIn(view, start, end).find(
    (one) => one.start >= start && !one.percent && (one.decimals === 2 || one.currency !== null),
  );
  if (!number && !amount) return null;
  return {
    number,
    date: dates.find((date) => !isDue(date)) ?? null,
    due: dates.find(isDue) ?? null,
    amount: amount ? { ...amount, currency: amount.currency ?? view.currency } : null,
  };
}

/** Cells with fewer words are labels and values. */
const PROSE_WORDS = 5;

const known = new WeakMap<DocumentView, readonly Mention[]>();

/** The papers that the running text speaks of, in its order. */
function mentionsIn(view: DocumentView): readonly Mention[] {
  const before = known.get(view);
  if (before) return before;
  const prose = view.layout.cells.filter(({ words }) => words.length >= PROSE_WORDS);
  const heads = [...view.text.slice(0, 60_000).matchAll(PAPER)]
    .map(({ index }) => index)
    .filter((at) => prose.some((cell) => cell.start <= at && at < cell.end));
  const found = heads.flatMap((at, index) => {
    const paragraph = view.text.slice(at, Math.min(heads[index + 1] ?? Infinity, at + REACH)).search(/\n\s*\n/);
    const end = Math.min(heads[index + 1] ?? Infinity, at + (paragraph < 0 ? REACH : paragraph), view.text.length);
    return mentionAt(view, at, end) ?? [];
  });
  known.set(view, found);
  return found;
}

/** True for a day on which another paper was written or is due. */
export const isMentioned = (view: DocumentView, { start }: DateMatch): boolean =>
  view.schema.fields.some(({ concept }) => concept === 'mentioned-date') &&
  mentionsIn(view).some(({ date, due }) => date?.start === start || due?.start === start);

type Part = (
  mention: Mention,
) => (Pick<Candidate, 'start' | 'end'> & Partial<Pick<Candidate, 'value' | 'currency'>>) | null;

const dated = (date: DateMatch | null) => date && { start: date.start, end: date.end, value: date.iso };

const PARTS: Readonly<Record<string, Part>> = {
  'mentioned-number': ({ number }) => number,
  'mentioned-date': ({ date }) => dated(date),
  'mentioned-due': ({ due }) => dated(due),
  'mentioned-amount': ({ amount }) => amount && { ...amount, value: moneyString(amount.value) },
};

/** Behind what has a label of its own. */
const SCORE = 0.72;

/** What sentences say of the paper that a field asks for; the first one they name goes first. */
export function mentioned(view: DocumentView, field: FieldSpec): Candidate[] {
  const part = PARTS[field.concept ?? ''];
  if (!part) return [];
  return mentionsIn(view)
    .slice(0, 10)
    .flatMap((mention, index) => {
      const found = part(mention);
      if (!found) return [];
      const raw = view.text.slice(found.start, found.end);
      const { start, end, value = raw, currency = null } = found;
      const place = { start, end, raw, value, currency };
      return [
        { field: field.name, ...place, score: SCORE - 0.03 * index, evidence: 'clause' as const, agent: field.family },
      ];
    });
}
