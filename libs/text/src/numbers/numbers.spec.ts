import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyOf } from './currencies.js';
import { inferDecimalMark } from './decimal-mark.js';
import { findMoney } from './find-money.js';
import { findNumbers } from './find-numbers.js';
import { parseAmount } from './parse-amount.js';

const money = (text: string): string[] =>
  findMoney(text).map(({ start, end, value, currency }) => `${text.slice(start, end)} = ${value} ${currency ?? '-'}`);

describe('findMoney', () => {
  it.each([
    ['TOTAL 60.30', ['60.30 = 60.30 -']],
    ['TotalRM60.30', ['RM60.30 = 60.30 MYR']],
    ['1.234,56 EUR and 12,00 €', ['1.234,56 EUR = 1234.56 EUR', '12,00 € = 12.00 EUR']],
    ['1 234,56 €', ['1 234,56 € = 1234.56 EUR']],
    ['1\u00a0234 kr', ['1\u00a0234 kr = 1234 SEK']],
    ["CHF 1'234.50", ["CHF 1'234.50 = 1234.50 CHF"]],
    ['₹12,34,567.00', ['₹12,34,567.00 = 1234567.00 INR']],
    ['R$ 10,00 US$ 5.00', ['R$ 10,00 = 10.00 BRL', 'US$ 5.00 = 5.00 USD']],
    ['¥1,200 and 1200円', ['¥1,200 = 1200 JPY', '1200円 = 1200 JPY']],
    ['5 EUR 10 EUR', ['5 EUR = 5 EUR', '10 EUR = 10 EUR']],
    ['2 RM 5.00 RM 10.00', ['RM 5.00 = 5.00 MYR', 'RM 10.00 = 10.00 MYR']],
    ['-$5.00 $-6.00 7.00-', ['-$5.00 = -5.00 USD', '$-6.00 = -6.00 USD', '7.00- = -7.00 -']],
    ['USD (1,234.56)', ['USD (1,234.56) = -1234.56 USD']],
    ['one hundred dollars ($100)', ['$100 = 100 USD']],
    ['10.00 CR 11.00 DR', ['10.00 CR = 10.00 -', '11.00 DR = -11.00 -']],
    ['$1.2 million, €5 Mio., $10k', ['$1.2 million = 1200000 USD', '€5 Mio. = 5000000 EUR', '$10k = 10000 USD']],
    ['12.5% of 30, on 12.03.2019 at 10:30, v1.25', []],
  ])('%s', (text, amounts) => {
    expect(money(text)).toEqual(amounts);
  });

  it('lets a hint decide between currencies of one sign', () => {
    expect(findMoney('$5.00', { currencyHint: 'CAD' })[0]?.currency).toBe('CAD');
    expect(findMoney('$5.00', { currencyHint: 'EUR' })[0]?.currency).toBe('USD');
    expect(currencyOf('kr', 'NOK')).toBe('NOK');
    expect(currencyOf('?')).toBeNull();
  });

  it('reads 1.234 by the marks of the whole text', () => {
    expect(findMoney('EUR 1.234 and EUR 2,50')[0]?.value).toBe('1234');
    expect(findMoney('EUR 1.234 and EUR 2.50')[0]?.value).toBe('1.234');
  });
});

describe('findNumbers', () => {
  it.each([
    ['A4, 500 sheets of 80g, 12.5 %', ['500', '80', '12.5']],
    ['from -5 to 1,000', ['-5', '1000']],
    ['INV-001, v1.2.3, 10:30, 12/03/2019, 007', []],
    ['the 3rd of 2 000 000,5', ['2000000.5']],
  ])('%s', (text, values) => {
    expect(findNumbers(text).map((number) => number.value)).toEqual(values);
  });

  it('says which are percentages and how many decimals were written', () => {
    expect(findNumbers('19,00 %')).toEqual([{ start: 0, end: 7, value: '19.00', decimals: 2, percent: true }]);
  });
});

describe('parseAmount', () => {
  it.each([
    ['RM 60.30', '60.30'],
    ['€ 1.234,56', '1234.56'],
    ['1 234.5', '1234.5'],
    ['1,234', '1234'],
    ['(5.00)', '-5.00'],
    ['5.00-', '-5.00'],
    ['120.-', '120'],
    ['5.00 DR', '-5.00'],
    ['.5', '0.5'],
    ['$1.5m', '1500000'],
    ['12.03.2019', null],
    ['5 or 6', null],
    ['abc', null],
    ['', null],
  ])('%s is %s', (raw, value) => {
    expect(parseAmount(raw)).toBe(value);
  });

  it('reads back what a locale writes', () => {
    const locale = fc.constantFrom('en-US', 'de-DE', 'de-CH', 'en-IN', 'fr-FR', 'sv-SE', 'pt-BR');
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), locale, (cents, name) => {
        const written = (cents / 100).toLocaleString(name, { minimumFractionDigits: 2 });
        expect(Number(parseAmount(written))).toBeCloseTo(cents / 100, 2);
      }),
    );
  });
});

describe('inferDecimalMark', () => {
  it.each([
    ['1.234,50 und 3,50', ','],
    ['1,234.50', '.'],
    ['1,234,567', '.'],
    ['1.234 and 1,234', null],
    ['on 12.03 at 10:30', '.'],
  ])('%s', (text, mark) => {
    expect(inferDecimalMark(text)).toBe(mark);
  });
});
