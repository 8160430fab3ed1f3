import { isLuhn, isSteuerId } from '../checksums.js';
import { isDayOfYear, isVaried, numberAt, type NumericId, weigh } from './numeric-id.js';

/** Portuguese NIF: weights 9 to 2, modulo 11; 10 and 11 become 0 (Decreto-Lei 14/2013, Portaria 386/98). */
export const isPtNif = (digits: string): boolean => {
  const check = 11 - (weigh(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return /^(?:[1235689]|45|7[0124579])/.test(digits) && (check > 9 ? 0 : check) === Number(digits[8]);
};

/** Belgian national register number: 97 minus the first nine digits modulo 97, with a 2 before them for those born since 2000 (arrêté royal of 3 April 1984). */
export const isBeRegister = (digits: string): boolean => {
  const check = Number(digits.slice(9));
  const nine = Number(digits.slice(0, 9));
  const month = numberAt(digits, 2, 4) % 20;
  return (
    month <= 12 && numberAt(digits, 4, 6) <= 31 && [nine, 2_000_000_000 + nine].some((n) => 97 - (n % 97) === check)
  );
};

/** Austrian social insurance number: the fourth digit checks, weights 3 7 9 and 5 8 4 2 1 6, modulo 11, 10 is never given out (§ 31 ASVG). */
export const isAtSvnr = (digits: string): boolean =>
  digits[0] !== '0' &&
  isDayOfYear(numberAt(digits, 4, 6), Math.min(numberAt(digits, 6, 8), 12)) &&
  weigh(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === Number(digits[3]);

/** Danish CPR number: weights 4 3 2 7 6 5 4 3 2 1, modulo 11; numbers given out since 2007 need not pass (CPR-kontoret). */
export const isDkCpr = (digits: string): boolean =>
  isDayOfYear(numberAt(digits, 0, 2), numberAt(digits, 2, 4)) &&
  weigh(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;

/** Norwegian fødselsnummer and D-number: two check digits modulo 11 (Skatteetaten). */
export const isNoFnr = (digits: string): boolean =>
  isDayOfYear(numberAt(digits, 0, 2) % 40, numberAt(digits, 2, 4) % 40) &&
  weigh(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
  weigh(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;

/** Czech and Slovak birth number of ten digits: divisible by 11; women have 50 more in the month (zákon 133/2000 Sb. § 13). */
export const isCzBirthNumber = (digits: string): boolean => {
  const month = numberAt(digits, 2, 4) % 50;
  return isDayOfYear(numberAt(digits, 4, 6), month > 20 ? month - 20 : month) && Number(digits) % 11 === 0;
};

/** Romanian CNP: weights 2 7 9 1 4 6 3 5 8 2 7 9, modulo 11, 10 becomes 1 (Legea 105/1996). */
export const isRoCnp = (digits: string): boolean => {
  const check = weigh(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return (
    digits[0] !== '0' &&
    isDayOfYear(numberAt(digits, 5, 7), numberAt(digits, 3, 5)) &&
    (check === 10 ? 1 : check) === Number(digits[12])
  );
};

/** Bulgarian EGN: weights 2 4 8 5 10 9 7 3 6, modulo 11 and 10; the month carries the century (ЕСГРАОН). */
export const isBgEgn = (digits: string): boolean =>
  isDayOfYear(numberAt(digits, 4, 6), numberAt(digits, 2, 4) % 20) &&
  (weigh(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === Number(digits[9]);

/** Croatian OIB: ISO 7064 MOD 11,10 over ten digits (Pravilnik o OIB). */
export const isHrOib = (digits: string): boolean => {
  let product = 10;
  for (const digit of digits.slice(0, 10)) product = (((Number(digit) + product) % 10 || 10) * 2) % 11;
  return (11 - product) % 10 === Number(digits[10]) && isVaried(digits);
};

/** Estonian and Lithuanian personal code: weights 1 to 9 and 1, else 3 to 9 and 1 to 3, modulo 11 (EVS 585). */
export const isBalticCode = (digits: string): boolean => {
  const first = weigh(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const second = weigh(digits, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
  return (
    /^[1-8]/.test(digits) &&
    isDayOfYear(numberAt(digits, 5, 7), numberAt(digits, 3, 5)) &&
    (first < 10 ? first : second % 10) === Number(digits[10])
  );
};

/** Turkish identity number: the tenth digit out of odd and even places, the last one out of all (5490 sayılı Kanun). */
export const isTrKimlik = (digits: string): boolean => {
  const odd = weigh(digits, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weigh(digits, [0, 1, 0, 1, 0, 1, 0, 1]);
  return (
    digits[0] !== '0' &&
    (((odd * 7 - even) % 10) + 10) % 10 === Number(digits[9]) &&
    weigh(digits, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) % 10 === Number(digits[10])
  );
};

export const EUROPE: readonly NumericId[] = [
  {
    country: 'PT',
    subtype: 'nif',
    digits: 9,
    isValid: isPtNif,
    context: /\bnif\b|contribuinte|numero fiscal|n[.º°]? ?fiscal/,
  },
  {
    country: 'BE',
    subtype: 'national-register',
    digits: 11,
    isValid: isBeRegister,
    context: /rijksregister|registre national|\bniss\b|\binsz\b|nationalregister|national register/,
    written: /^\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}$/,
    score: 0.95,
  },
  {
    country: 'AT',
    subtype: 'svnr',
    digits: 10,
    isValid: isAtSvnr,
    context: /\bsvnr\b|sv-?nummer|sozialversicherung|versicherungsnummer/,
  },
  {
    country: 'DE',
    subtype: 'steuer-id',
    digits: 11,
    isValid: isSteuerId,
    context: /steuer-?id|idnr|identifikationsnummer|steuerliche|tax id/,
  },
  {
    country: 'DK',
    subtype: 'cpr',
    digits: 10,
    isValid: isDkCpr,
    context: /\bcpr\b|personnummer/,
    written: /^\d{6}-\d{4}$/,
    score: 0.75,
  },
  {
    country: 'NO',
    subtype: 'fodselsnummer',
    digits: 11,
    isValid: isNoFnr,
    context: /f(?:o|ø)dselsnummer|personnummer|\bfnr\b|d-nummer/,
    written: /^\d{6} \d{5}$/,
    score: 0.8,
  },
  {
    country: 'CZ',
    subtype: 'birth-number',
    digits: 10,
    isValid: isCzBirthNumber,
    context: /rodne c|\br\.? ?c\.?\b|birth number/,
    written: /^\d{6}\/\d{4}$/,
    score: 0.85,
  },
  { country: 'RO', subtype: 'cnp', digits: 13, isValid: isRoCnp, context: /\bcnp\b|cod(?:ul)? numeric personal/ },
  { country: 'BG', subtype: 'egn', digits: 10, isValid: isBgEgn, context: /\begn\b|егн|единен граждански/ },
  { country: 'HR', subtype: 'oib', digits: 11, isValid: isHrOib, context: /\boib\b|osobni identifikacijski/ },
  {
    country: 'EE',
    subtype: 'personal-code',
    digits: 11,
    isValid: isBalticCode,
    context: /isikukood|asmens kod|personal code/,
  },
  {
    country: 'TR',
    subtype: 'kimlik',
    digits: 11,
    isValid: isTrKimlik,
    context: /kimlik|\btckn\b|t\.?c\.? ?no\b/,
  },
  {
    country: 'GR',
    subtype: 'amka',
    digits: 11,
    isValid: (digits) => isDayOfYear(numberAt(digits, 0, 2), numberAt(digits, 2, 4)) && isLuhn(digits),
    context: /\bamka\b|αμκα/,
  },
];
