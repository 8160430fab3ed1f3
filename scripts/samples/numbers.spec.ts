import { describe, expect, it } from 'vitest';
import { amount, bill, decimal, FRENCH, GERMAN, iban, mrzCheckDigit, randomOf } from './numbers.mjs';

describe('numbers of the samples', () => {
  it.each([
    // The examples of the IBAN registry (SWIFT) for these countries.
    ['GB', 'NWBK60161331926819', 'GB29NWBK60161331926819'],
    ['DE', '370400440532013000', 'DE89370400440532013000'],
    ['FR', '20041010050500013M02606', 'FR1420041010050500013M02606'],
  ])('an IBAN of %s has the check digits of the standard', (country, account, expected) => {
    expect(iban(country, account)).toBe(expected);
  });

  it.each([
    // The specimen of ICAO Doc 9303, part 5.
    ['D23145890', '7'],
    ['740812', '2'],
    ['120415', '9'],
  ])('the check digit of %s is %s', (text, digit) => {
    expect(mrzCheckDigit(text)).toBe(digit);
  });

  it.each([
    [123456789, undefined, '1,234,567.89'],
    [123456789, GERMAN, '1.234.567,89'],
    [129000, FRENCH, '1 290,00'],
    [-5, undefined, '-0.05'],
  ])('%i cents are written in the manner of the country', (cents, style, expected) => {
    expect(amount(cents, style)).toBe(expected);
  });

  it('totals add up to the cent', () => {
    const { lines, subtotal, tax, total } = bill(
      [
        { price: 333, quantity: 3 },
        { price: 105, quantity: 1 },
      ],
      19,
    );
    expect(lines.map((line: { amount: number }) => line.amount)).toEqual([999, 105]);
    expect([subtotal, tax, total].map(decimal)).toEqual(['11.04', '2.10', '13.14']);
  });

  it('random numbers are those of the seed', () => {
    const [one, same, other] = [randomOf(1), randomOf(1), randomOf(2)];
    const first = [one(), one(), one()];
    expect(first).toEqual([same(), same(), same()]);
    expect(first).not.toEqual([other(), other(), other()]);
    expect(first.every((value) => value >= 0 && value < 1)).toBe(true);
  });
});
