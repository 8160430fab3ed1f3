import type { Span } from '../text-model.js';
import { isoDate, yearOf } from './calendar.js';

/** The year before the first year of an era: Japanese eras and the Republic of China. */
const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  明治: 1867,
  民國: 1911,
  民国: 1911,
};
const NUMBER = '[\\d〇零一二三四五六七八九十元]{1,4}';
const DATE = new RegExp(
  `(${Object.keys(ERAS).join('|')})?\\s?(?<!\\d)(${NUMBER})\\s?[年년]\\s?(${NUMBER})\\s?[月월]\\s?(${NUMBER})\\s?[日号號일]`,
  'gu',
);
const DIGITS = '〇一二三四五六七八九';

/** `12`, `十二`, `二十`, `二〇一九`, `元` (the first year of an era). */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '元') return 1;
  const digit = (character: string): number => Math.max(0, DIGITS.indexOf(character === '零' ? '〇' : character));
  const ten = text.indexOf('十');
  if (ten < 0) return [...text.matchAll(/./gu)].reduce((sum, [character]) => sum * 10 + digit(character), 0);
  const tens = ten === 0 ? 1 : digit(text[ten - 1] ?? '');
  return tens * 10 + (text.length > ten + 1 ? digit(text.at(-1) ?? '') : 0);
}

/** Dates with 年月日 or 년월일, in years of our era, of Japanese eras and of the Republic of China. */
export function eastAsianDates(text: string): (Span & { readonly iso: string })[] {
  const found: (Span & { readonly iso: string })[] = [];
  if (!text.includes('年') && !text.includes('년')) return found;
  for (const match of text.matchAll(DATE)) {
    const [whole, era, year = '', month = '', day = ''] = match;
    const number = numberOf(year);
    const full =
      era === undefined ? (number < 100 ? yearOf(String(number).padStart(2, '0')) : number) : number + (ERAS[era] ?? 0);
    const iso = isoDate(full, numberOf(month), numberOf(day));
    const lead = whole.length - whole.trimStart().length;
    if (iso !== null) found.push({ start: match.index + lead, end: match.index + whole.length, iso });
  }
  return found;
}
