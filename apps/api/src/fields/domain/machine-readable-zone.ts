import type { FieldSpec } from '../../schemas/index.js';

type ZonePart = NonNullable<FieldSpec['zonePart']>;

export interface ZoneValue {
  readonly part: ZonePart;
  /** ISO day for dates, text without fillers for the rest. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** True where a check digit of its own confirms the value. */
  readonly checked: boolean;
}

/** A line of the zone without the spaces that recognition puts in, with the offset of each character. */
interface ZoneLine {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** Lines have 30, 36 or 44 characters; recognition loses or doubles fillers at their ends. */
const SHORTEST = 20;
const LONGEST = 48;

function linesOf(text: string): ZoneLine[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap((line) => {
    if (line[0].length > 2 * LONGEST || !line[0].includes('<')) return [];
    const kept = [...line[0].matchAll(/\S/g)];
    const plain = kept.map(([character]) => character).join('');
    const fits = plain.length >= SHORTEST && plain.length <= LONGEST && /^[A-Z0-9<]+$/.test(plain);
    return fits ? [{ text: plain, offsets: kept.map((character) => line.index + character.index) }] : [];
  });
}

const WEIGHTS = [7, 3, 1];

/** Doc 9303-3, 4.9: digits count as themselves, letters from 10 on, fillers nothing; weights 7, 3, 1; the sum modulo 10. */
export function checkDigit(text: string): number {
  const values = Array.from(text, (sign) => (sign === '<' ? 0 : Number.parseInt(sign, 36)));
  return values.reduce((sum, value, index) => sum + value * (WEIGHTS[index % 3] ?? 0), 0) % 10;
}

const YOUNGEST_YEARS = 5;
const pad = (part: number): string => String(part).padStart(2, '0');

/** `yymmdd` in the given century; null where there is no such day. */
function dayOf(digits: string, century: number): string | null {
  const [year, month, day] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2)));
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(century + year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? `${century + year}-${pad(month)}-${pad(day)}` : null;
}

/** Years have two digits: a document expires after 2000, and its holder is born at least a child's validity before that. */
function birthOf(digits: string, expiry: string): string | null {
  const late = dayOf(digits, 2000);
  const limit = `${Number(expiry.slice(0, 4)) - YOUNGEST_YEARS}${expiry.slice(4)}`;
  return late !== null && late <= limit ? late : dayOf(digits, 1900);
}

type Groups = Readonly<Partial<Record<ZonePart, string>>>;

/** Passports, visas and the middle size print the number and the dates in one line. */
const NUMBER_AND_DATES =
  /^(?<number>[A-Z0-9<]{9}\d)(?<nationality>[A-Z<]{3})(?<birth>\d{7})(?<sex>[MFX<])(?<expiry>\d{7})/d;
/** Cards print them in two. */
const CARD_NUMBER = /^[ACI][A-Z0-9<][A-Z<]{3}(?<number>[A-Z0-9<]{9}\d)[A-Z0-9<]*$/d;
const CARD_DATES = /^(?<birth>\d{7})(?<sex>[MFX<])(?<expiry>\d{7})(?<nationality>[A-Z<]{3})[A-Z0-9<]*\d$/d;
const NAMES = /^[ACIPV][A-Z<][A-Z<]{3}(?<surname>[A-Z]+(?:<[A-Z]+)*)<<(?<given>[A-Z]+(?:<[A-Z]+)*)<*$/d;
/** The names of a card fill a line of their own, without codes before them. */
const CARD_NAMES = /^(?<surname>[A-Z]+(?:<[A-Z]+)*)<<(?<given>[A-Z]+(?:<[A-Z]+)*)<*$/d;

const PARTS: Readonly<Record<string, ZonePart>> = {
  number: 'document-number',
  nationality: 'nationality',
  birth: 'birth-date',
  sex: 'sex',
  expiry: 'expiry-date',
  surname: 'surname',
  given: 'given-names',
};
const CHECKED: ReadonlySet<ZonePart> = new Set(['document-number', 'birth-date', 'expiry-date']);

const isRight = (field: string): boolean => checkDigit(field.slice(0, -1)) === Number(field.at(-1));

function valueOf(part: ZonePart, printed: string, groups: Groups): string | null {
  const expiry = dayOf(groups['expiry-date'] ?? '', 2000);
  if (part === 'expiry-date') return expiry;
  if (part === 'birth-date') return expiry && birthOf(printed, expiry);
  return printed.replace(/<+/g, ' ').trim() || null;
}

/** The values of one line; null where the line is none of this form, or a check digit or an impossible day says that it was misread. */
function readLine(line: ZoneLine, form: RegExp): ZoneValue[] | null {
  const match = form.exec(line.text);
  if (!match?.groups || !match.indices?.groups) return null;
  const spans = Object.entries(match.indices.groups).flatMap(([name, span]) => {
    const part = PARTS[name];
    return part && span ? [{ part, from: span[0], to: span[1] - (CHECKED.has(part) ? 1 : 0), checkedTo: span[1] }] : [];
  });
  const wrong = spans.some(
    ({ part, from, checkedTo }) => CHECKED.has(part) && !isRight(line.text.slice(from, checkedTo)),
  );
  if (wrong) return null;
  const groups: Groups = Object.fromEntries(spans.map(({ part, from, to }) => [part, line.text.slice(from, to)]));
  const values = spans.map(({ part, from, to }) => {
    const printed = line.text.slice(from, to);
    const last = from + printed.replace(/<+$/, '').length - 1;
    const [start, end] = [line.offsets[from] ?? 0, (line.offsets[last] ?? 0) + 1];
    return { part, value: valueOf(part, printed, groups), start, end, checked: CHECKED.has(part) };
  });
  if (values.some(({ value, checked }) => checked && value === null)) return null;
  return values.flatMap((one) => (one.value === null ? [] : [{ ...one, value: one.value }]));
}

/** The values of the zone in a text; none without a line whose check digits are right. */
export function readMachineReadableZone(text: string): ZoneValue[] {
  const lines = linesOf(text);
  const read = (form: RegExp): ZoneValue[] => lines.map((line) => readLine(line, form)).find((found) => found) ?? [];
  const single = read(NUMBER_AND_DATES);
  const facts = single.length > 0 ? single : [...read(CARD_NUMBER), ...read(CARD_DATES)];
  if (facts.length === 0) return [];
  return [...facts, ...read(single.length > 0 ? NAMES : CARD_NAMES)];
}
