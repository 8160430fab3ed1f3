import { within, type DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import type { Region } from '../domain/regions.js';
import type { Concept, FieldSpec } from '../../schemas/index.js';
import { identifierIn, phraseIn } from '../domain/values.js';
import { atLabels, type FieldAgent, type Found, type RegionReader } from './field-agent.js';
import { findByForm } from './form-patterns.js';
import { mentioned } from './mentions.js';
import { nameLists } from './name-lists.js';
import { subjectPhones, subjectPlaces } from './subject.js';

const found = (view: DocumentView, start: number, end: number, fit: number, value?: string): Found => {
  const raw = view.text.slice(start, end);
  return { value: value ?? raw.replace(/\s+/g, ' '), raw, start, end, fit };
};

/** IBAN (ISO 13616): the remainder of the rearranged number by 97 must be 1. */
export function isIban(text: string): boolean {
  const plain = text.replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain)) return false;
  const digits = (plain.slice(4) + plain.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g;
const BIC = /\b[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b/;
/** Formats of VAT numbers in the European Union (VIES), Great Britain, Switzerland, Norway and India (GSTIN). */
const VAT =
  /\b(?:(?:ATU|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|GB)[ -]?[0-9A-Z](?:[ .]?[0-9A-Z]){6,11}\b|CHE[ -]?\d{3}\.?\d{3}\.?\d{3}|\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z])/;
const PHONE = /\+?\(?\d[\d\s().\-/]{5,18}\d/;
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;
const CLOCK = /\b([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.][0-5]\d)?\s*([ap]\.?m\.?)?/i;

function clock(match: RegExpExecArray): string {
  const half = match[3]?.toLowerCase().charAt(0);
  const hour = (Number(match[1]) % 12) + (half === 'p' ? 12 : 0);
  return `${String(half ? hour : Number(match[1])).padStart(2, '0')}:${match[2]}`;
}

/** The first match of a pattern in a stretch. */
function matchIn(
  view: DocumentView,
  region: Pick<Region, 'start' | 'end'>,
  pattern: RegExp,
): (RegExpExecArray & { at: number }) | null {
  const match = pattern.exec(view.text.slice(region.start, Math.min(region.end, region.start + 200)));
  return match ? Object.assign(match, { at: region.start + match.index }) : null;
}

const patternReader =
  (
    view: DocumentView,
    pattern: RegExp,
    value: (match: RegExpExecArray) => string = (match) => match[0].replace(/\s+/g, ' '),
  ): RegionReader =>
  (region) => {
    const match = matchIn(view, region, pattern);
    return match ? [found(view, match.at, match.at + match[0].length, 1, value(match))] : [];
  };

const numberReader =
  (view: DocumentView): RegionReader =>
  (region, hit) => {
    if (hit.prefix && region.evidence !== 'label-same-cell') return [];
    const from = hit.prefix ? hit.start : region.start;
    const identifier = identifierIn(view.text, from, region.end);
    if (!identifier) return [];
    const date = within(view.dates, identifier.start, identifier.end + 12)[0];
    if (date && date.start === identifier.start) return [];
    const amount = view.amounts.find((one) => one.start === identifier.start && one.end === identifier.end);
    const money = amount?.decimals === 2 ? 0.35 : 1;
    const short = identifier.value.length < 3 ? 0.45 : 1;
    const late = identifier.start - from > 8 ? 0.8 : 1;
    return [found(view, identifier.start, identifier.end, money * short * late, identifier.value)];
  };

/** A tax number after its label: digits, perhaps in blocks, perhaps behind a country code. */
const taxReader =
  (view: DocumentView): RegionReader =>
  (region) => {
    const vat = matchIn(view, region, VAT);
    if (vat && vat.index < 12) return [found(view, vat.at, vat.at + vat[0].trimEnd().length, 1)];
    const other = matchIn(view, region, /[A-Z]{0,3}[ -]?\d[\dA-Z]*(?:[ ./-]\d[\dA-Z]*){0,5}/);
    if (!other || other.index > 12 || other[0].replace(/\D/g, '').length < 7) return [];
    return [found(view, other.at, other.at + other[0].length, 0.92)];
  };

const PAYMENT =
  /\b(cash|visa|master ?card|amex|american express|debit(?: card)?|credit(?: card)?|paypal|bank transfer|überweisung|lastschrift|bar|ec-?karte|ideal|cheque|check|e-?wallet|apple pay|google pay|efectivo|tarjeta|contanti|especes|virement)\b/i;

const phraseReader =
  (view: DocumentView): RegionReader =>
  (region) => {
    const phrase = phraseIn(view.text, region.start, region.end);
    // Under a label a line with a label of its own is about something else.
    if (region.evidence === 'label-below' && phrase && /^[^:]{2,40}:\s/.test(phrase.value)) return [];
    return phrase && phrase.value.length <= 80 ? [found(view, phrase.start, phrase.end, 0.9, phrase.value)] : [];
  };

function readerOf(view: DocumentView, field: FieldSpec): RegionReader {
  const readers: Partial<Record<Concept, () => RegionReader>> = {
    iban: () => patternReader(view, new RegExp(IBAN.source), (match) => match[0].replace(/\s/g, '')),
    bic: () => patternReader(view, BIC),
    phone: () => patternReader(view, PHONE),
    'subject-phone': () => patternReader(view, PHONE),
    'subject-place': () => phraseReader(view),
    email: () => patternReader(view, EMAIL),
    time: () => patternReader(view, CLOCK, clock),
    'tax-id': () => taxReader(view),
    'payment-method': () => phraseReader(view),
    'free-text': () => phraseReader(view),
  };
  return (field.concept && readers[field.concept]?.()) ?? numberReader(view);
}

/** "Rechnung des Versicherers (575) Nr. 01.234": the number in the document's title. */
const TITLE_NUMBER =
  /(?:^|\n)[^\n\d]{0,30}(?:invoice|rechnung|gutschrift|korrektur|facture|avoir|fattura|factura|fatura|factuur|receipt)[^\n:]{0,40}?[\s.](?:nr|no|n°|nº|number|num|#)\.?\s*:?\s*([\p{L}\p{N}][\p{L}\p{N}./_-]*\d[\p{L}\p{N}./_-]*)/iu;

function withoutLabel(view: DocumentView, field: FieldSpec): Candidate[] {
  const as = (one: Found, score: number): Candidate => ({
    field: field.name,
    value: one.value,
    raw: one.raw,
    start: one.start,
    end: one.end,
    score,
    evidence: 'pattern',
    agent: 'identifiers',
  });
  if (field.concept === 'iban')
    return [...view.text.matchAll(IBAN)]
      .slice(0, 10)
      .filter((match) => isIban(match[0]))
      .map((match, index) =>
        as(found(view, match.index, match.index + match[0].length, 1, match[0].replace(/\s/g, '')), 1.1 - 0.05 * index),
      );
  if (field.concept === 'document-number') {
    const title = TITLE_NUMBER.exec(view.text.slice(0, 20_000));
    const number = title?.[1] ?? '';
    const at = title ? title.index + title[0].length - number.length : 0;
    return number.length >= 2 ? [as(found(view, at, at + number.length, 1), 0.8)] : [];
  }
  const patterns: Partial<Record<Concept, readonly [RegExp, number]>> = {
    'tax-id': [VAT, 0.62],
    time: [CLOCK, 0.45],
    email: [EMAIL, 0.8],
    'payment-method': [PAYMENT, 0.4],
  };
  const [pattern, score] = (field.concept && patterns[field.concept]) ?? [null, 0];
  const match = pattern?.exec(view.text.slice(0, 50_000));
  if (!match) return [];
  const value = field.concept === 'time' ? clock(match) : match[0];
  return [as(found(view, match.index, match.index + match[0].length, 1, value), score)];
}

/** What stands in sentences, or at the head of a paper about a person. */
const UNLABELLED: Partial<Record<Concept, (view: DocumentView, field: FieldSpec) => Candidate[]>> = {
  'mentioned-number': mentioned,
  'subject-place': subjectPlaces,
  'subject-phone': subjectPhones,
};

/** An IBAN whose check digits are wrong is worth little: it was masked or misread. */
const checked = (field: FieldSpec, candidate: Candidate): Candidate =>
  field.concept === 'iban' && !isIban(candidate.value) ? { ...candidate, score: candidate.score * 0.5 } : candidate;

const KINDS =
  /^[\s*=-]*(?:tax |sales |purchase |customer |proforma )?(invoice|order|contract|receipt|quotation|statement|bill|rechnung|facture|factura|fattura)(?:\s+agreement)?[\s*=-]*$/i;

/** The kinds of paper that the heading of the document names. */
const kindsOf = (view: DocumentView): Set<string> =>
  new Set(
    view.layout.rows
      .slice(0, 25)
      .flat()
      .flatMap((cell) => KINDS.exec(cell.text)?.[1]?.toLowerCase() ?? []),
  );

/** Characters before a number in which its own label stands, and no other. */
const LABEL_REACH = 16;

/** Of several numbers, the one named like the document is its own: an invoice's order number is somebody else's. */
function preferOwnKind(view: DocumentView, kinds: ReadonlySet<string>, candidates: readonly Candidate[]): Candidate[] {
  if (kinds.size === 0) return [...candidates];
  return candidates.map((candidate) => {
    const before = view.text.slice(Math.max(0, candidate.start - LABEL_REACH), candidate.start).toLowerCase();
    const named = [...kinds].some((kind) => before.includes(kind));
    return named ? { ...candidate, score: candidate.score + 0.12 } : candidate;
  });
}

/** Numbers, codes and other identifiers: at their labels, or by a form that has check digits or country codes. */
export const identifiersAgent: FieldAgent = {
  family: 'identifiers',
  find(view, fields) {
    const kinds = kindsOf(view);
    const candidates = fields
      .filter((field) => field.type !== 'list')
      .flatMap(
        (field) =>
          findByForm(view, field) ?? [
            ...preferOwnKind(
              view,
              kinds,
              atLabels(view, field, readerOf(view, field)).map((candidate) => checked(field, candidate)),
            ),
            ...withoutLabel(view, field),
            ...((field.concept && UNLABELLED[field.concept]?.(view, field)) ?? []),
          ],
      );
    return { candidates, lists: nameLists(view, fields) };
  },
};
