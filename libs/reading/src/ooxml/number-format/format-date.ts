import type { FormatSection, FormatToken } from './parse-format.js';

type DateToken = Extract<FormatToken, { kind: 'date' }>;

const DAY_MS = 86_400_000;
/** Day 0 of both systems (ECMA-376 part 1, 18.17.4.1). */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** 1900 was no leap year, but day 60 is its 29th of February: days before it are one late. */
const FALSE_LEAP_DAY = 60;
/** The end of the year 9999. */
const LAST_DAY = 2_958_466;

/** Windows language ids without their region, as far as names of months differ from English ([MS-LCID]). */
const LANGUAGES: Readonly<Record<number, string>> = {
  0x02: 'bg', 0x04: 'zh', 0x05: 'cs', 0x06: 'da', 0x07: 'de', 0x08: 'el', 0x0a: 'es', 0x0b: 'fi', 0x0c: 'fr', 0x0e: 'hu',
  0x10: 'it', 0x11: 'ja', 0x12: 'ko', 0x13: 'nl', 0x14: 'nb', 0x15: 'pl', 0x16: 'pt', 0x18: 'ro', 0x19: 'ru', 0x1d: 'sv',
  0x1f: 'tr', 0x22: 'uk',
}; // oxfmt-ignore

/** A serial number as a moment in UTC; null where it is none. */
export function serialDate(serial: number, is1904: boolean): Date | null {
  if (!(serial >= 0 && serial < LAST_DAY)) return null;
  const shift = !is1904 && serial < FALSE_LEAP_DAY ? 1 : 0;
  return new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + Math.round((serial + shift) * DAY_MS));
}

/** A serial number by a date format; null where it is no date. */
export function formatDate(serial: number, section: FormatSection, is1904: boolean): string | null {
  const parts = section.tokens.filter((token): token is DateToken => token.kind === 'date');
  const fraction = parts.find(({ text }) => text.startsWith('.'))?.text.length ?? 1;
  const step = 1000 / 10 ** Math.min(3, fraction - 1);
  const exact = serialDate(serial, is1904);
  if (exact === null) return null;
  const date = new Date(Math.round(exact.getTime() / step) * step);
  const context: DateContext = {
    date,
    elapsedSeconds: Math.round((serial * DAY_MS) / step) * (step / 1000),
    hasHalfDays: parts.some(({ text }) => text === 'ampm' || text === 'ap'),
    locale: LANGUAGES[(section.language ?? 0) & 0x3ff] ?? 'en',
  };
  let index = 0;
  return section.tokens
    .map((token) => {
      if (token.kind !== 'date') return literalOf(token);
      const isMinute = isMinuteAt(parts, index++);
      return token.isElapsed === true ? elapsed(token.text, context) : datePart(token.text, isMinute, context);
    })
    .join('')
    .trim();
}

interface DateContext {
  readonly date: Date;
  readonly elapsedSeconds: number;
  readonly hasHalfDays: boolean;
  readonly locale: string;
}

const LITERALS: Readonly<Partial<Record<FormatToken['kind'], string>>> = {
  slash: '/',
  point: '.',
  comma: ',',
  percent: '%',
};
const literalOf = (token: FormatToken): string =>
  token.kind === 'literal' || token.kind === 'digit' ? token.text : (LITERALS[token.kind] ?? '');

/** `m` is a minute behind hours and before seconds, else a month. */
function isMinuteAt(parts: readonly DateToken[], index: number): boolean {
  if (parts[index]?.text.startsWith('m') !== true) return false;
  return parts[index - 1]?.text.startsWith('h') === true || parts[index + 1]?.text.startsWith('s') === true;
}

function elapsed(text: string, { elapsedSeconds }: DateContext): string {
  const unit = { h: 3600, m: 60, s: 1 }[text[0] ?? ''] ?? 1;
  return String(Math.floor(elapsedSeconds / unit)).padStart(text.length, '0');
}

type DateWriter = (date: Date, text: string, context: DateContext) => string;

/** By first letter. */
const WRITERS: Readonly<Record<string, DateWriter>> = {
  y: year,
  e: (date) => String(date.getUTCFullYear()),
  b: year,
  m: (date, text, { locale }) =>
    text.length > 2 ? monthName(date, text.length, locale) : padded(date.getUTCMonth() + 1, text),
  d: (date, text, { locale }) => (text.length > 2 ? dayName(date, text, locale) : padded(date.getUTCDate(), text)),
  h: (date, text, { hasHalfDays }) => padded(hasHalfDays ? date.getUTCHours() % 12 || 12 : date.getUTCHours(), text),
  s: (date, text) => padded(date.getUTCSeconds(), text),
  a: (date, text, { locale }) => (text.startsWith('aa') ? dayName(date, text, locale) : halfDay(date, text)),
  '.': (date, text) =>
    `.${String(date.getUTCMilliseconds())
      .padStart(3, '0')
      .slice(0, Math.min(3, text.length - 1))}`,
};

const datePart = (text: string, isMinute: boolean, context: DateContext): string =>
  isMinute
    ? padded(context.date.getUTCMinutes(), text)
    : (WRITERS[text.charAt(0)]?.(context.date, text, context) ?? '');

const padded = (value: number, text: string): string => String(value).padStart(Math.min(2, text.length), '0');

function year(date: Date, text: string): string {
  const value = date.getUTCFullYear();
  return text.length > 2 ? String(value) : String(value % 100).padStart(2, '0');
}

const dayName = (date: Date, text: string, locale: string): string =>
  named(date, { weekday: text.length > 3 ? 'long' : 'short' }, locale);

const halfDay = (date: Date, text: string): string =>
  (date.getUTCHours() < 12 ? 'AM' : 'PM').slice(0, text === 'ap' ? 1 : 2);

/** `mmm` Jan, `mmmm` January, `mmmmm` J. */
function monthName(date: Date, length: number, locale: string): string {
  const name = named(date, { month: length === 3 ? 'short' : 'long' }, locale);
  return length === 5 ? name.slice(0, 1) : name;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function named(date: Date, options: Intl.DateTimeFormatOptions, locale: string): string {
  const key = locale + JSON.stringify(options);
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formatters.set(key, formatter);
  return formatter.format(date);
}
