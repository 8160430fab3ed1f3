import { isDayOfYear, numberAt, weigh } from './numeric-id.js';

const compactOf = (text: string): string => text.replace(/[\s./-]/g, '').toUpperCase();

/** ICAO 9303 part 3, 4.9: weights 7 3 1, letters from A = 10, the filler `<` is 0, modulo 10. */
export function icaoDigit(characters: string): number {
  let sum = 0;
  for (let i = 0; i < characters.length; i++) {
    const value = characters[i] === '<' ? 0 : Number.parseInt(characters[i] ?? '0', 36);
    sum += value * ([7, 3, 1][i % 3] ?? 0);
  }
  return sum % 10;
}

/** German identity card and passport number with its check digit (Personalausweisverordnung, ICAO 9303). */
export const isDeCardNumber = (text: string): boolean => {
  const compact = compactOf(text);
  return /\d/.test(compact.slice(0, 9)) && icaoDigit(compact.slice(0, 9)) === Number(compact[9]);
};

/** German pension insurance number: weights 2 1 2 5 7 1 2 1 2 1 2 1, the letter as two digits, cross sums, modulo 10 (§ 4 VKVV). */
export const isDeRvnr = (text: string): boolean => {
  const compact = compactOf(text);
  const letter = String(compact.charCodeAt(8) - 64).padStart(2, '0');
  const digits = compact.slice(0, 8) + letter + compact.slice(9, 11);
  const sum = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1].reduce((total, weight, i) => {
    const product = weight * Number(digits[i]);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  const day = numberAt(compact, 2, 4);
  return isDayOfYear(day > 31 ? 1 : day, Math.min(numberAt(compact, 4, 6), 12)) && sum % 10 === Number(compact[11]);
};

/** Finnish personal identity code: nine digits modulo 31 (Digi- ja väestötietovirasto). */
export const isFiHetu = (text: string): boolean => {
  const digits = text.slice(0, 6) + text.slice(7, 10);
  return (
    isDayOfYear(numberAt(text, 0, 2), numberAt(text, 2, 4)) &&
    '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(digits) % 31] === text[10]?.toUpperCase()
  );
};

/** Irish PPS number: weights 8 to 2, a second letter counts nine times, modulo 23 (Department of Social Protection). */
export const isIePps = (text: string): boolean => {
  const compact = compactOf(text);
  const second = compact[8] === undefined || compact[8] === 'W' ? 0 : compact.charCodeAt(8) - 64;
  const sum = weigh(compact, [8, 7, 6, 5, 4, 3, 2]) + 9 * second;
  return 'WABCDEFGHIJKLMNOPQRSTUV'[sum % 23] === compact[7];
};

/** Singaporean NRIC and FIN: weights 2 7 6 5 4 3 2, 4 more for T and G, modulo 11. */
export const isSgNric = (text: string): boolean => {
  const compact = compactOf(text);
  const sum = weigh(compact.slice(1), [2, 7, 6, 5, 4, 3, 2]) + (/^[TG]/.test(compact) ? 4 : 0);
  return (/^[ST]/.test(compact) ? 'JZIHGFEDCBA' : 'XWUTRQPNMLK')[sum % 11] === compact[8];
};

/** Chinese resident identity number: ISO 7064 MOD 11-2, with a date of birth (GB 11643). */
export const isCnResident = (text: string): boolean => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return (
    /^[1-8]\d{5}(?:19|20)/.test(text) &&
    isDayOfYear(numberAt(text, 12, 14), numberAt(text, 10, 12)) &&
    '10X98765432'[weigh(text, weights) % 11] === text[17]?.toUpperCase()
  );
};

const CURP_CHARACTERS = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';

/** Mexican CURP: 37 characters by place, weights 18 to 2, modulo 10 (RENAPO). */
export const isMxCurp = (text: string): boolean => {
  const compact = text.toUpperCase();
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += CURP_CHARACTERS.indexOf(compact[i] ?? '') * (18 - i);
  return (
    isDayOfYear(numberAt(compact, 8, 10), numberAt(compact, 6, 8)) && (10 - (sum % 10)) % 10 === Number(compact[17])
  );
};

/** Chilean RUT: weights 2 to 7 from the right, modulo 11; 10 is K (Registro Civil). */
export const isClRut = (text: string): boolean => {
  const compact = compactOf(text);
  const last = compact.length - 2;
  let sum = 0;
  for (let i = 0; i <= last; i++) sum += Number(compact[last - i]) * (2 + (i % 6));
  return '0K987654321'[sum % 11] === compact.at(-1);
};

/** Brazilian CNPJ, of letters and digits since July 2026: character codes less 48, weights 5 to 2 and 9 to 2, modulo 11 (IN RFB 2.229/2024). */
export const isCnpj = (text: string): boolean => {
  const compact = compactOf(text);
  const check = (length: number): number => {
    let sum = 0;
    for (let i = 0; i < length; i++) sum += (compact.charCodeAt(i) - 48) * (2 + ((length - 1 - i) % 8));
    return sum % 11 < 2 ? 0 : 11 - (sum % 11);
  };
  return (
    /^[A-Z0-9]{12}\d{2}$/.test(compact) &&
    !/^(.)\1+$/.test(compact) &&
    check(12) === Number(compact[12]) &&
    check(13) === Number(compact[13])
  );
};

/** Lines of a passport (TD3): number, date of birth, date of expiry and the whole, each with its check digit (ICAO 9303 part 4). */
export const isPassportLine = (line: string): boolean => {
  const checks = [
    [line.slice(0, 9), line[9]],
    [line.slice(13, 19), line[19]],
    [line.slice(21, 27), line[27]],
    [line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43), line[43]],
  ] as const;
  return checks.every(([characters, digit]) => icaoDigit(characters) === Number(digit));
};
