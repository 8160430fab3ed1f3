const digitsOf = (text: string): number[] => [...text.matchAll(/\d/g)].map(([digit]) => Number(digit));

const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * (digits[i] ?? 0), 0);

/** ISO/IEC 7812 (payment cards): every second digit from the right doubled. */
export function isLuhn(text: string): boolean {
  const sum = digitsOf(text)
    .toReversed()
    .map((digit, i) => (i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2))
    .reduce((total, digit) => total + digit, 0);
  return sum % 10 === 0;
}

/** ISO 7064 MOD 97-10 over digits and letters (A is 10), as in an IBAN whose first four characters stand last. */
export function mod97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

/** ISO 13616: lengths by country, from the SWIFT registry of IBAN formats. */
const IBAN_LENGTHS: ReadonlyMap<string, number> = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18
   FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21
   MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25
   SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20`
    .trim()
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))] as const),
);

/** Length of the country and check digits. Spaces are allowed. */
export function isIban(text: string): boolean {
  const compact = text.replace(/[\s-]/g, '').toUpperCase();
  return (
    IBAN_LENGTHS.get(compact.slice(0, 2)) === compact.length && mod97(compact.slice(4) + compact.slice(0, 4)) === 1
  );
}

/** The IBAN's length in its country, or undefined. */
export const ibanLength = (country: string): number | undefined => IBAN_LENGTHS.get(country.toUpperCase());

const VERHOEFF_STEP = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
/** Multiplication in the dihedral group D5: rotations 0 to 4, reflections 5 to 9. */
const dihedral = (a: number, b: number): number => {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b - 5) % 5);
  return b < 5 ? 5 + ((a - 5 - b + 5) % 5) : (a - b + 5) % 5;
};

/** Verhoeff 1969 (Aadhaar). */
export function isVerhoeff(text: string): boolean {
  let check = 0;
  digitsOf(text)
    .toReversed()
    .forEach((digit, position) => {
      let permuted = digit;
      for (let i = 0; i < position % 8; i++) permuted = VERHOEFF_STEP[permuted] ?? 0;
      check = dihedral(check, permuted);
    });
  return check === 0;
}

/** SSA: areas 000, 666 and 9xx, group 00 and serial 0000 are never given out. */
export const isUsSsn = (text: string): boolean =>
  /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(text.replace(/\D/g, ''));

/** American Bankers Association routing number: weights 3, 7, 1. */
export function isAbaRouting(text: string): boolean {
  const digits = digitsOf(text);
  return digits.length === 9 && weighted(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0 && !/^0{9}$/.test(text);
}

/** UK NHS number: modulus 11, weights 10 to 2. */
export function isNhsNumber(text: string): boolean {
  const digits = digitsOf(text);
  const check = (11 - (weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return digits.length === 10 && check === digits[9];
}

/**
 * German Steueridentifikationsnummer: ISO 7064 MOD 11,10; the first digit is not 0; of the first ten one occurs twice or three times,
 * all others once at most (§ 139a AO, Bundeszentralamt für Steuern).
 */
export function isSteuerId(text: string): boolean {
  const digits = digitsOf(text);
  const counts = [...Map.groupBy(digits.slice(0, 10), (digit) => digit).values()].map(({ length }) => length);
  if (digits.length !== 11 || digits[0] === 0) return false;
  if (Math.max(...counts) > 3 || counts.filter((count) => count > 1).length !== 1) return false;
  let product = 10;
  for (const digit of digits.slice(0, 10)) {
    const sum = (digit + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === digits[10];
}

/** French NIR: 97 minus the first 13 digits modulo 97; Corsica's 2A and 2B count as 19 and 18. */
export function isNir(text: string): boolean {
  const compact = text.replace(/\s/g, '').toUpperCase().replace('2A', '19').replace('2B', '18');
  return /^\d{15}$/.test(compact) && 97 - Number(BigInt(compact.slice(0, 13)) % 97n) === Number(compact.slice(13));
}

/** Spanish DNI and NIE: letter by the number modulo 23; X, Y, Z stand for 0, 1, 2. */
export function isDni(text: string): boolean {
  const compact = text.replace(/[\s-]/g, '').toUpperCase();
  const number = Number(compact.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter))));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === compact.at(-1);
}

const ODD_VALUES = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/** Italian codice fiscale: odd places by the table of the decree of 12 March 1974, even places by position. */
export function isCodiceFiscale(text: string): boolean {
  const compact = text.toUpperCase();
  if (!/^[A-Z]{6}[\dLMNPQRSTUV]{2}[A-EHLMPRST][\dLMNPQRSTUV]{2}[A-Z][\dLMNPQRSTUV]{3}[A-Z]$/.test(compact))
    return false;
  const sum = [...compact.slice(0, 15).matchAll(/./g)].reduce((total, [character], i) => {
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65;
    return total + (i % 2 === 0 ? (ODD_VALUES[value] ?? 0) : value);
  }, 0);
  return String.fromCharCode(65 + (sum % 26)) === compact[15];
}

/** Brazilian CPF: two check digits modulo 11; eleven equal digits are not one. */
export function isCpf(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length !== 11 || new Set(digits).size === 1) return false;
  const check = (length: number): number => {
    const weights = Array.from({ length }, (_, i) => length + 1 - i);
    return ((weighted(digits, weights) * 10) % 11) % 10;
  };
  return check(9) === digits[9] && check(10) === digits[10];
}

/** Dutch burgerservicenummer: the eleven-test with -1 for the last digit. */
export function isBsn(text: string): boolean {
  const digits = digitsOf(text);
  return digits.length === 9 && new Set(digits).size > 1 && weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;
}

/** Polish PESEL: weights 1, 3, 7, 9; the month carries the century. */
export function isPesel(text: string): boolean {
  const digits = digitsOf(text);
  const month = ((digits[2] ?? 0) * 10 + (digits[3] ?? 0)) % 20;
  const day = (digits[4] ?? 0) * 10 + (digits[5] ?? 0);
  if (digits.length !== 11 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  return weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0;
}

/** Swiss AHV number: EAN-13 with prefix 756. */
export function isAhv(text: string): boolean {
  const digits = digitsOf(text);
  return digits.length === 13 && weighted(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;
}

/** Swedish personnummer: Luhn over the last ten digits, which begin with a date. */
export function isPersonnummer(text: string): boolean {
  const digits = text.replace(/\D/g, '').slice(-10);
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6)) % 60;
  return digits.length === 10 && month >= 1 && month <= 12 && day >= 1 && day <= 31 && isLuhn(digits);
}
