// Amounts are whole cents, so that totals add up; check digits are computed, so that they hold.

/** Items with `price` in cents and `quantity` to lines and totals; `rate` is the tax in whole per cent. */
export function bill(items, rate) {
  const lines = items.map(({ price, quantity, ...rest }) => ({ ...rest, price, quantity, amount: price * quantity }));
  const subtotal = lines.reduce((sum, { amount }) => sum + amount, 0);
  const tax = Math.round((subtotal * rate) / 100);
  return { lines, subtotal, tax, total: subtotal + tax, rate };
}

/** "1234567" cents with these separators: `1,234.56`. */
export function amount(cents, { group = ',', decimal = '.' } = {}) {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group);
  return `${cents < 0 ? '-' : ''}${whole}${decimal}${digits.slice(-2)}`;
}

export const GERMAN = { group: '.', decimal: ',' };
export const FRENCH = { group: ' ', decimal: ',' };

/** What the service answers for an amount. */
export const decimal = (cents) => amount(cents, { group: '' });

/** 0 to 9 and A to Z as 0 to 35, in IBANs and machine readable zones alike. */
const letterValue = (char) => parseInt(char, 36);

/** An IBAN with valid check digits (ISO 13616, ISO 7064 MOD 97-10). */
export function iban(country, account) {
  const digits = Array.from(`${account}${country}00`, letterValue).join('');
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  return `${country}${String(98 - remainder).padStart(2, '0')}${account}`;
}

export const inFours = (text) => text.replace(/(.{4})(?=.)/g, '$1 ');

/** The check digit of machine readable zones (ICAO Doc 9303-3, 4.9): weights 7, 3, 1. */
export function mrzCheckDigit(text) {
  const weights = [7, 3, 1];
  const values = Array.from(text, (char, index) => (char === '<' ? 0 : letterValue(char)) * weights[index % 3]);
  return String(values.reduce((sum, value) => sum + value, 0) % 10);
}

/** Numbers from 0 to 1, the same in every run: a linear congruential generator (constants of Numerical Recipes, 7.1). */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
