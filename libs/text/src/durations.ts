import { foldKeepingOffsets } from './fold.js';
import type { DurationMatch, DurationUnit } from './text-model.js';

/** Number words of en, de, fr and es, folded; articles count as one only directly before a unit. */
const NUMBER_WORDS: readonly (readonly [value: number, words: string])[] = [
  [1, 'one a an ein eine einen einem einer eines un une uno una'],
  [2, 'two zwei deux dos'],
  [3, 'three drei trois tres'],
  [4, 'four vier quatre cuatro'],
  [5, 'five funf cinq cinco'],
  [6, 'six sechs seis'],
  [7, 'seven sieben sept siete'],
  [8, 'eight acht huit ocho'],
  [9, 'nine neun neuf nueve'],
  [10, 'ten zehn dix diez'],
  [11, 'eleven elf onze once'],
  [12, 'twelve zwolf douze doce'],
  [13, 'thirteen dreizehn treize trece'],
  [14, 'fourteen vierzehn quatorze catorce'],
  [15, 'fifteen funfzehn quinze quince'],
  [16, 'sixteen'],
  [18, 'eighteen achtzehn dix-huit dieciocho'],
  [20, 'twenty zwanzig vingt veinte'],
  [24, 'twenty-four vierundzwanzig vingt-quatre veinticuatro'],
  [25, 'twenty-five funfundzwanzig vingt-cinq veinticinco'],
  [28, 'twenty-eight'],
  [30, 'thirty dreissig dreißig trente treinta'],
  [36, 'thirty-six'],
  [40, 'forty vierzig quarante cuarenta'],
  [45, 'forty-five funfundvierzig quarante-cinq'],
  [48, 'forty-eight'],
  [50, 'fifty funfzig cinquante cincuenta'],
  [60, 'sixty sechzig soixante sesenta'],
  [70, 'seventy siebzig'],
  [72, 'seventy-two'],
  [75, 'seventy-five'],
  [80, 'eighty achtzig'],
  [90, 'ninety neunzig quatre-vingt-dix noventa'],
  [99, 'ninety-nine'],
  [100, 'hundred hundert cent cien'],
  [120, 'one hundred twenty,one hundred and twenty'],
  [180, 'one hundred eighty,one hundred and eighty'],
];
const UNIT_WORDS: Readonly<Record<DurationUnit, string>> = {
  minute: 'minutes minute minuten minutos minuto mins min',
  hour: 'hours hour stunden stunde heures heure horas hora hrs hr',
  day: 'days day tagen tages tage tag jours jour dias dia',
  week: 'weeks week wochen woche semaines semaine semanas semana',
  month: 'months month monaten monats monate monat mois meses mes',
  year: 'years year jahren jahres jahre jahr annees annee ans an anos ano yrs yr',
};
const ISO_UNIT: Readonly<Record<DurationUnit, string>> = {
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  month: 'M',
  year: 'Y',
};

const VALUES = new Map(
  NUMBER_WORDS.flatMap(([value, words]) =>
    (words.includes(',') ? words.split(',') : words.split(' ')).map((word) => [word, value] as const),
  ),
);
const UNITS = new Map(
  (Object.entries(UNIT_WORDS) as [DurationUnit, string][]).flatMap(([unit, words]) =>
    words.split(' ').map((word) => [word, unit] as const),
  ),
);

const longestFirst = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');
/** Words that may stand between number and unit: `thirty (30) calendar days`, `30 aufeinanderfolgende Tage`. */
const BETWEEN = '(?:(?:full|whole|calendar|business|working|consecutive|successive|volle|vollen|weitere|weiteren) )?';
const DURATION = new RegExp(
  `(?<![\\p{L}\\d.,/-])(?:(\\d{1,4}(?:[.,]\\d)?)|(${longestFirst(VALUES.keys())}))(?:\\s?\\((\\d{1,4})\\))?[\\s-]{1,2}${BETWEEN}(${longestFirst(UNITS.keys())})(?![\\p{L}\\d])`,
  'gu',
);

function isoDuration(value: number, unit: DurationUnit): string {
  const prefix = unit === 'hour' || unit === 'minute' ? 'PT' : 'P';
  return `${prefix}${value}${ISO_UNIT[unit]}`;
}

/** Lengths of time in en, de, fr and es: `two (2) years`, `30 days`, `sechs Monate`. The number in parentheses wins. */
export function findDurations(text: string): DurationMatch[] {
  const matches: DurationMatch[] = [];
  for (const match of foldKeepingOffsets(text).matchAll(DURATION)) {
    const [whole, digits, words = '', repeated, unitWord = ''] = match;
    const unit = UNITS.get(unitWord);
    const number = repeated ?? digits?.replace(',', '.');
    const value = number === undefined ? VALUES.get(words) : Number(number);
    if (unit === undefined || value === undefined) continue;
    matches.push({ start: match.index, end: match.index + whole.length, iso: isoDuration(value, unit), value, unit });
  }
  return matches;
}
