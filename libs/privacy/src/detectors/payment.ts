import { ibanLength, isAbaRouting, isIban, isLuhn } from '../checksums.js';
import { isLetter } from '../characters.js';
import type { PiiText } from '../pii-text.js';
import type { PiiEntity } from '../privacy-model.js';
import { findForms, type PiiForm } from './pattern-detector.js';

/** First digits and lengths of the card networks (ISO/IEC 7812 ranges as the networks publish them). */
const NETWORKS: readonly RegExp[] = [
  /^4(?:\d{12}|\d{15}|\d{18})$/,
  /^(?:5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d{2}|7[01]\d|720)\d{12})$/,
  /^3[47]\d{13}$/,
  /^3(?:0[0-59]|[689]\d)\d{11,16}$/,
  /^(?:6011|65\d{2}|64[4-9]\d)\d{12,15}$/,
  /^(?:62|81)\d{14,17}$/,
  /^35(?:2[89]|[3-8]\d)\d{12,15}$/,
  /^(?:2131|1800)\d{11}$/,
  /^(?:50|5[6-9]|6\d)\d{10,17}$/,
];
const CARD_CONTEXT =
  /card|credit|debit|visa|master|amex|american express|discover|maestro|kreditkarte|carte|tarjeta|carta di|cartao/;

const compact = (raw: string): string => raw.replace(/[ -]/g, '');
const isCard = (raw: string): boolean => isLuhn(raw) && NETWORKS.some((network) => network.test(compact(raw)));
const isLuhnOfCardLength = (raw: string): boolean => isLuhn(raw) && new Set(compact(raw)).size > 1;

const FORMS: readonly PiiForm[] = [
  {
    type: 'CREDIT_CARD',
    pattern: /(?<![\d+.-])(?:\d{4}[ -]){3}\d{1,7}(?![\d.-])|(?<![\d+.-])\d{4}[ -]\d{6}[ -]\d{4,5}(?![\d.-])/g,
    digits: 13,
    isValid: isCard,
    score: 0.95,
    context: CARD_CONTEXT,
    contextScore: 0.99,
  },
  // Thirteen digits in a row are an article number (GTIN) far more often than one of the cards that had as many.
  {
    type: 'CREDIT_CARD',
    pattern: /(?<![\d+.,-])\d{14,19}(?![\d,-])/g,
    digits: 13,
    isValid: isCard,
    score: 0.75,
    context: CARD_CONTEXT,
    contextScore: 0.99,
  },
  {
    type: 'CREDIT_CARD',
    pattern: /(?<![\d+.,-])\d{12,19}(?![\d,-])/g,
    digits: 12,
    isValid: isLuhnOfCardLength,
    score: 0,
    context: CARD_CONTEXT,
    contextScore: 0.9,
  },
  // A card beside its name may be mistyped or invented; it is hidden all the same.
  {
    type: 'CREDIT_CARD',
    pattern:
      /(?:card|visa|mastercard|amex)(?: (?:number|no\.?|num))?[ :#]{0,3}(?:is |was |ending )?(\d(?:[ -]?\d){12,18})(?!\d)/gi,
    words: ['card', 'visa', 'amex'],
    score: 0.6,
  },
  {
    type: 'US_BANK_NUMBER',
    pattern: /(?<![\d.-])\d{9}(?![\d-])/g,
    digits: 9,
    isValid: isAbaRouting,
    score: 0,
    context: /routing|\baba\b|\brtn\b/,
  },
  {
    type: 'US_BANK_NUMBER',
    pattern:
      /(?:account|acct|a\/c)\.?(?: (?:number|num|no\.?|nr\.?|#))?[ :#.]{1,4}(?:is |was )?(\d(?:[ -]?\d){6,16})(?![\d.,]\d)/gi,
    words: ['account', 'acct', 'a/c'],
    score: 0.7,
  },
];

/** Two letters, and two check digits that begin a run of digits. */
const IBAN_START = /\b[A-Z]{2}\d{2}(?=[ -]?[A-Z0-9]{2})/iy;

/** IBANs by their country's length; spaces or hyphens may stand anywhere between the groups. */
function findIbans({ text, digitRuns }: PiiText): PiiEntity[] {
  const entities: PiiEntity[] = [];
  for (const run of digitRuns) {
    const start = run.start - 2;
    IBAN_START.lastIndex = start;
    if (start < 0 || !isLetter(text.charCodeAt(start)) || !IBAN_START.test(text)) continue;
    const length = ibanLength(text.slice(start, start + 2));
    const end = length === undefined ? null : endOfCharacters(text, start, length);
    if (end !== null && isIban(text.slice(start, end))) entities.push({ type: 'IBAN', start, end, score: 0.99 });
  }
  return entities;
}

/** The offset behind `count` letters and digits, single spaces and hyphens aside, where a word ends there. */
function endOfCharacters(text: string, start: number, count: number): number | null {
  let found = 0;
  let index = start;
  for (; index < text.length && found < count; index++) {
    const character = text[index] ?? '';
    if (/[A-Z0-9]/i.test(character)) found++;
    else if (!/[ \u00a0-]/.test(character) || /[ \u00a0-]/.test(text[index - 1] ?? '')) return null;
  }
  return found === count && !/[A-Z0-9]/i.test(text[index] ?? '') ? index : null;
}

const LEAST_DIGITS = 7;

/** Payment cards, IBANs, and American routing and account numbers. */
export const findPaymentNumbers = (view: PiiText): PiiEntity[] =>
  view.digitGroups.some((group) => group.digits >= LEAST_DIGITS) ? [...findIbans(view), ...findForms(view, FORMS)] : [];
