import { findDates, findNumbers } from '@app/text';

/** What a text states that somebody could act on, each in a form in which two ways to write it are the same. */
export interface Values {
  /** Web addresses, e-mail addresses and what looks like the name of a host. */
  readonly links: readonly string[];
  /** Account numbers, telephone numbers and other long runs of digits. */
  readonly accounts: readonly string[];
  /** Words of letters and digits: references, versions, codes. */
  readonly codes: readonly string[];
  readonly numbers: readonly string[];
  /** `YYYY-MM-DD` */
  readonly dates: readonly string[];
}

/** A scheme of any kind, `www.`, an at sign between words, markdown's and HTML's ways to point somewhere, a host's name. */
const LINK =
  /[a-z][a-z\d+.-]{1,20}:\/\/\S{1,500}|\b(?:mailto|tel|javascript|data):\S{1,500}|\bwww\.\S{1,500}|[^\s@]{1,100}@[^\s@]{1,100}|\]\([^)\n]{0,500}\)?|<[a-z!/][^>\n]{0,500}>?|[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,5}\.\p{L}{2,24}(?![\p{L}\d])(?:[/?:]\S{0,500})?/giu;
/** `e.g.`, `z.B`, `p.m` are no hosts: their parts have a letter. */
const ABBREVIATION = /^(?:\p{L}{1,2}\.){1,4}\p{L}{1,2}$/u;
/** Seven digits or more, with what people put between them; and an IBAN. */
const ACCOUNT = /(?<![\p{L}\d])(?:[A-Z]{2}\d{2}(?: ?[A-Z\d]{2,4}){2,8}|\+?\d(?:[ ./()-]{0,3}\d){6,30})(?![\p{L}\d])/gu;
const LEAST_ACCOUNT_DIGITS = 7;
const CODE = /(?<![\p{L}\d])(?=[\p{L}\d_/#-]{0,40}\d)(?=[\p{L}\d_/#-]{0,40}\p{L})[\p{L}\d][\p{L}\d_/#-]{1,40}/gu;
/** Of any script. */
const DIGITS = /\p{N}+/gu;

const squeezed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\d]/gu, '');

/** Texts are compared as a reader sees them: wide and styled letters are plain ones. */
const plain = (text: string): string => text.normalize('NFKC');

/** All values of a text. What is a date or an account is no number besides. */
export function valuesOf(original: string, language: string): Values {
  let text = plain(original);
  const take = (pattern: RegExp, isOne: (found: string) => boolean = () => true): string[] => {
    const found: string[] = [];
    text = text.replace(pattern, (match) => {
      if (!isOne(match)) return match;
      found.push(match);
      return ' ';
    });
    return found;
  };
  const links = take(LINK, (found) => !ABBREVIATION.test(found) && !/^[\d.,]+$/.test(found));
  const dates: string[] = [];
  // From the end, so that places stay right.
  for (const { start, end, iso } of findDates(text, { language }).toReversed()) {
    dates.push(iso);
    text = `${text.slice(0, start)} ${text.slice(end)}`;
  }
  const accounts = take(
    ACCOUNT,
    (found) => found.replace(/\D/g, '').length >= LEAST_ACCOUNT_DIGITS && !isAmount(found),
  );
  return {
    links: links.map((link) => link.toLowerCase().replace(/[.,;:!?)\]>]{1,5}$/, '')),
    accounts: accounts.map(squeezed),
    codes: take(CODE).map(squeezed),
    numbers: numbersOf(text),
    dates,
  };
}

/** `1,250,000.00` has seven digits and is an amount. */
const isAmount = (text: string): boolean =>
  /^\d{1,3}(?:[., ]\d{3})+(?:[.,]\d{1,2})?$/.test(text) || /^\d+[.,]\d{1,2}$/.test(text);

function numbersOf(text: string): string[] {
  const read = findNumbers(text);
  const covered = new Set(read.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
  // What no reader of numbers takes for one is compared by its digits: nothing that has digits goes unseen.
  const rest = [...text.matchAll(DIGITS)].filter(({ index }) => !covered.has(index)).map(([digits]) => digits);
  return [...read.map(({ value }) => String(Number(value))), ...rest];
}
