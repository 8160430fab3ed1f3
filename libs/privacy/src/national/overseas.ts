import { isLuhn } from '../checksums.js';
import { isDayOfYear, isVaried, numberAt, type NumericId, weigh } from './numeric-id.js';

/** American taxpayer number for those without an SSN: 9, and the middle pair 50 to 65, 70 to 88, 90 to 92, 94 to 99 (IRS Publication 1915). */
export const isUsItin = (digits: string): boolean => /^9\d\d(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/.test(digits);

/** Australian tax file number: weights 1 4 3 7 5 8 6 9 10, modulo 11 (Australian Taxation Office). */
export const isAuTfn = (digits: string): boolean =>
  isVaried(digits) && weigh(digits, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0;

/** Australian Medicare card: weights 1 3 7 9 twice, modulo 10, the ninth digit checks; begins with 2 to 6 (Services Australia). */
export const isAuMedicare = (digits: string): boolean =>
  /^[2-6]/.test(digits) && weigh(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(digits[8]);

/** Canadian social insurance number: Luhn; 0 and 8 do not begin one (Employment and Social Development Canada). */
export const isCaSin = (digits: string): boolean => /^[1-79]/.test(digits) && isVaried(digits) && isLuhn(digits);

/** South African identity number: a date of birth, and Luhn (Department of Home Affairs). */
export const isZaId = (digits: string): boolean =>
  isDayOfYear(numberAt(digits, 4, 6), numberAt(digits, 2, 4)) && /^[0-2]$/.test(digits[10] ?? '') && isLuhn(digits);

/** Korean resident number: weights 2 to 9 and 2 to 5, modulo 11; numbers given out since October 2020 need not pass (주민등록법). */
export const isKrResident = (digits: string): boolean =>
  isDayOfYear(numberAt(digits, 4, 6), numberAt(digits, 2, 4)) &&
  (11 - (weigh(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 === Number(digits[12]);

/** Israeli identity number: nine digits, Luhn read from the left with weights 1 and 2. */
export const isIlId = (digits: string): boolean => isVaried(digits) && isLuhn(digits);

/** Argentine CUIT and CUIL: weights 5 4 3 2 7 6 5 4 3 2, modulo 11 (AFIP). */
export const isArCuit = (digits: string): boolean =>
  /^(?:2[0347]|3[034])/.test(digits) && weigh(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;

/** New Zealand IRD number of nine digits: weights 3 2 7 6 5 4 3 2, else 7 4 3 2 5 2 7 6, modulo 11 (Inland Revenue). */
export const isNzIrd = (digits: string): boolean => {
  const check = (weights: readonly number[]): number => (11 - (weigh(digits, weights) % 11)) % 11;
  const first = check([3, 2, 7, 6, 5, 4, 3, 2]);
  const found = first === 10 ? check([7, 4, 3, 2, 5, 2, 7, 6]) : first;
  return numberAt(digits, 0, 9) >= 10_000_000 && found === Number(digits[8]);
};

export const OVERSEAS: readonly NumericId[] = [
  {
    country: 'US',
    subtype: 'itin',
    digits: 9,
    isValid: isUsItin,
    context: /\bitin\b|taxpayer|tax id|tin\b/,
    written: /^\d{3}-\d{2}-\d{4}$/,
    score: 0.8,
  },
  {
    country: 'CA',
    subtype: 'sin',
    digits: 9,
    isValid: isCaSin,
    context: /\bsin\b|social insurance|\bnas\b|assurance sociale/,
  },
  { country: 'AU', subtype: 'tfn', digits: 9, isValid: isAuTfn, context: /\btfn\b|tax file/ },
  { country: 'AU', subtype: 'medicare', digits: 10, isValid: isAuMedicare, context: /medicare/ },
  { country: 'NZ', subtype: 'ird', digits: 9, isValid: isNzIrd, context: /\bird\b|inland revenue/ },
  {
    country: 'ZA',
    subtype: 'id',
    digits: 13,
    isValid: isZaId,
    context: /\bid (?:no|number|nr)|\brsa id\b|identity number|identiteitsnommer|south african id/,
  },
  {
    country: 'KR',
    subtype: 'resident-number',
    digits: 13,
    isValid: isKrResident,
    context: /주민등록|\brrn\b|resident registration/,
    written: /^\d{6}-\d{7}$/,
    score: 0.85,
  },
  { country: 'IL', subtype: 'id', digits: 9, isValid: isIlId, context: /teudat zehut|תעודת זהות|ת\.ז|israeli id/ },
  {
    country: 'AR',
    subtype: 'cuit',
    digits: 11,
    isValid: isArCuit,
    context: /\bcui[tl]\b/,
    written: /^\d{2}-\d{8}-\d$/,
    score: 0.85,
  },
];
