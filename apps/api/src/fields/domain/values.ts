import { findDates, findMoney, findNumbers, type DateMatch, type MoneyMatch } from '@app/text';

/** A value inside a text, still as printed. */
export interface PrintedValue {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export const findDatesOnce = (text: string, language: string): DateMatch[] =>
  findDates(text, { order: 'auto', language });

/** Amounts with and without a currency, and bare numbers, in text order without overlaps. */
export function findAmounts(text: string): MoneyMatch[] {
  const money = findMoney(text);
  const numbers = findNumbers(text).map((match) => ({ ...match, currency: null }));
  const merged: MoneyMatch[] = [];
  for (const match of [...money, ...numbers].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (!last || match.start >= last.end) merged.push(match);
  }
  return merged;
}

/** ISO 4217 codes that documents print as words; a plain word like "ALL" would be none. */
const CODES = /\b(EUR|USD|GBP|CHF|JPY|CNY|INR|MYR|SGD|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|BRL|MXN|ZAR|HKD|TRY|AED)\b/g;
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/€|\beuros?\b/gi, 'EUR'],
  [/£/g, 'GBP'],
  [/\bRM\b/g, 'MYR'],
  [/₹|\bRs\b/g, 'INR'],
  [/\bUS\$|\bU\.S\. dollars?\b/gi, 'USD'],
  [/\$/g, 'USD'],
  [/¥/g, 'JPY'],
];

const CURRENCY_WORD =
  /^(?:eur|euros?|usd|gbp|chf|jpy|cny|inr|myr|sgd|aud|cad|nzd|sek|nok|dkk|pln|czk|huf|brl|mxn|zar|hkd|try|aed|rm|rs)\.?$/;
/** True for a code or word of a currency in folded form, such as stands beside an amount. */
export const isCurrencyWord = (text: string): boolean => CURRENCY_WORD.test(text.trim());

function mostOften(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The currency that most amounts carry, else the one the text names most. Only the first pages are asked for words. */
export function documentCurrency(text: string, amounts: readonly MoneyMatch[]): string | null {
  // A letter and a number may be a part of a code; with cents they are an amount.
  const currenciesOf = (some: readonly MoneyMatch[]): string[] => some.flatMap(({ currency }) => currency ?? []);
  const beside =
    mostOften(currenciesOf(amounts.filter(({ decimals }) => decimals === 2))) ?? mostOften(currenciesOf(amounts));
  if (beside) return beside;
  const sample = text.slice(0, 40_000);
  const coded = mostOften([...sample.matchAll(CODES)].map((match) => match[1] ?? ''));
  if (coded) return coded;
  return mostOften(SIGNS.flatMap(([sign, code]) => Array.from(sample.matchAll(sign), () => code)));
}

/** Letters, digits and the signs that numbers of documents hold. */
const IDENTIFIER = /[\p{L}\p{N}][\p{L}\p{N}./_\-–&*+]*[\p{L}\p{N}*]|\p{N}/gu;
const CLOCK = /^\d{1,2}:\d{2}/;

/** Blocks of digits after a space that belong to the number before them; the offset where they end. */
function blocksAfter(source: string, found: RegExpExecArray, rest: readonly RegExpExecArray[]): number {
  let last = found.index + found[0].length;
  if (!/^\p{N}{1,6}$/u.test(found[0])) return last;
  for (const next of rest) {
    if (source.slice(last, next.index) !== ' ' || !/^\p{N}{2,}$/u.test(next[0])) break;
    last = next.index + next[0].length;
  }
  return last;
}

/** A block of capitals and digits, as serial numbers are printed in. */
const BLOCK = /^(?:\p{N}{1,8}|\p{Lu}{1,4}|[\p{Lu}\p{N}]{2,8})$/u;
const isLetters = (block: string): boolean => /^\p{Lu}+$/u.test(block);
/** So few digits are no serial number yet: "12 MAR 24". */
const FEWEST_DIGITS = 6;

/**
 * The end of a line that is one number in blocks and nothing else, "1 ESY 1160 1234 56", "QQ 12 34 56 C"; null where it is none.
 * Letters stand before digits, or one alone at the end.
 */
function endOfBlocks(line: string): number | null {
  const printed = line.replace(/\s*(?:\(\p{L}+\))?\s*$/u, '');
  const blocks = printed.split(' ');
  const isSerial =
    /\p{Lu}/u.test(printed) &&
    blocks.length >= (isLetters(blocks[0] ?? '') ? 3 : 2) &&
    blocks.every((block) => BLOCK.test(block) && !isCurrencyWord(block)) &&
    blocks.every(
      (block, at) => !isLetters(block) || /^\p{N}{2}/u.test(blocks[at + 1] ?? '') || isLastLetter(blocks, at),
    );
  return isSerial && printed.replace(/\P{N}/gu, '').length >= FEWEST_DIGITS ? printed.length : null;
}

const isLastLetter = (blocks: readonly string[], at: number): boolean =>
  at === blocks.length - 1 && blocks[at]?.length === 1;

/**
 * The first identifier of a stretch: a word with a digit, together with a short prefix in capitals ("CS 24198") and
 * with blocks of digits that go on after a space. Null where the stretch starts with prose instead.
 */
export function identifierIn(text: string, start: number, end: number): PrintedValue | null {
  const source = text.slice(start, Math.min(end, start + 120));
  const words = [...source.matchAll(IDENTIFIER)];
  const at = words.findIndex((word) => /\p{N}/u.test(word[0]));
  const found = words[at];
  if (!found || at > 2 || CLOCK.test(source.slice(found.index))) return null;
  const prefix = words.slice(0, at);
  if (!prefix.every((word) => /^[\p{Lu}]{1,5}$/u.test(word[0]) && found.index - word.index <= 8)) return null;
  const first = prefix[0]?.index ?? found.index;
  const line = source.slice(first).split(/\n|\s{2}/, 1)[0] ?? '';
  const whole = endOfBlocks(line);
  const last = whole === null ? blocksAfter(source, found, words.slice(at + 1)) : first + whole;
  return { value: source.slice(first, last), start: start + first, end: start + last };
}

/** The stretch without the signs around it. */
export function phraseIn(text: string, start: number, end: number): PrintedValue | null {
  const source = text.slice(start, end);
  const lead = /^[\s:;,.|*#>=•–-]*/u.exec(source)?.[0].length ?? 0;
  const value = source.slice(lead).replace(/[\s:;,|*>=•–-]+$/u, '');
  return /[\p{L}\p{N}]/u.test(value)
    ? { value: value.replace(/\s+/g, ' '), start: start + lead, end: start + lead + value.length }
    : null;
}

/** Decimal places that a currency usually shows, so that 12 becomes 12.00; exotic currencies keep what is printed. */
export function moneyString(value: string): string {
  const [whole = '0', decimals = ''] = value.split('.');
  return decimals.length >= 2 ? value : `${whole}.${decimals.padEnd(2, '0')}`;
}

/** Amounts as integers of hundredths, so that sums are exact. */
export const cents = (value: string): number => Math.round(Number(value) * 100);
