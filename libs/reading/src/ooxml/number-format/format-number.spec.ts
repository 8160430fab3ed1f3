import { describe, expect, it } from 'vitest';
import { builtInFormat, systemFormat } from './built-in-formats.js';
import { formatNumber, formatText, isDateFormat } from './format-number.js';

describe('numbers as a spreadsheet shows them', () => {
  it.each([
    [1234.5, 'General', '1234.5'],
    [0.1 + 0.2, 'General', '0.3'],
    [4006381333931, 'General', '4006381333931'],
    [1e21, 'General', '1E+21'],
    [0.0000001234, 'General', '1.234E-07'],
    [-5, 'General', '-5'],
    [3.14159, '0.00', '3.14'],
    [1.005, '0.00', '1.01'],
    [2.5, '0', '3'],
    [-0.001, '0.00', '0.00'],
    [-1.5, '0.0', '-1.5'],
    [1234567.891, '#,##0.00', '1,234,567.89'],
    [0, '#,##0', '0'],
    [0.5, '#.##', '.5'],
    [12, '#.##', '12.'],
    [7, '000', '007'],
    [1234567, '#,##0,', '1,235'],
    [1234567, '0.0,,"M"', '1.2M'],
    [0.256, '0%', '26%'],
    [0.2567, '0.0%', '25.7%'],
    [-1234, '#,##0_);(#,##0)', '(1,234)'],
    [1234, '#,##0_);(#,##0)', '1,234'],
    [0, '#,##0;-#,##0;"-"', '-'],
    [1234.5, '[$€-407] #,##0.00', '€ 1,234.50'],
    [1234.5, '#,##0.00 [$kr-41D]', '1,234.50 kr'],
    [1234.5, '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\)', '$1,234.50'],
    [-1234.5, '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\)', '$(1,234.50)'],
    [5551234567, '[<=9999999]###-####;(###) ###-####', '(555) 123-4567'],
    [5551234, '[<=9999999]###-####;(###) ###-####', '555-1234'],
    [123456789, '000-00-0000', '123-45-6789'],
    [12345.678, '0.00E+00', '1.23E+04'],
    [0.00012, '0.0E-0', '1.2E-4'],
    [99999, '0.0E+0', '1.0E+5'],
    [12345, '##0.0E+0', '12.3E+3'],
    [0, '0.00E+00', '0.00E+00'],
    [2.75, '# ?/?', '2 3/4'],
    [0.333333, '# ??/??', '1/3'],
    [1.5, '# ?/8', '1 4/8'],
    [3, '# ?/?', '3'],
    [5, '"Nr. "0', 'Nr. 5'],
    [5, '[Red]0 "Stück"', '5 Stück'],
    [5, ';;;', ''],
    [-5, '0;;', ''],
    [5, '@', '5'],
    [1e25, '0', '10000000000000000905969664'],
  ])('%d by %s is %s', (value, code, expected) => expect(formatNumber(value, code)).toBe(expected));
});

describe('dates and times', () => {
  it.each([
    [44197, 'yyyy-mm-dd', '2021-01-01'],
    [44197, 'dd.mm.yyyy', '01.01.2021'],
    [44197.75, 'm/d/yy h:mm AM/PM', '1/1/21 6:00 PM'],
    [44197, 'd-mmm-yy', '1-Jan-21'],
    [44197, 'dddd, mmmm d, yyyy', 'Friday, January 1, 2021'],
    [44260, '[$-407]d. mmmm yyyy', '5. März 2021'],
    [44197, '[$-409]mmmmm', 'J'],
    [0.5, 'h:mm', '12:00'],
    [1.25, '[h]:mm:ss', '30:00:00'],
    [0.0423611111, 'mm:ss', '01:00'],
    [0.000011574, 'ss.000', '01.000'],
    [59, 'yyyy-mm-dd', '1900-02-28'],
    [61, 'yyyy-mm-dd', '1900-03-01'],
    [1, 'yyyy-mm-dd', '1900-01-01'],
    [44196.9999999, 'yyyy-mm-dd hh:mm:ss', '2021-01-01 00:00:00'],
    [44197, 'yyyy"年"m"月"d"日"', '2021年1月1日'],
    [-5, 'yyyy-mm-dd', '-5'],
    [1e9, 'yyyy-mm-dd', '1000000000'],
  ])('%d by %s is %s', (value, code, expected) => expect(formatNumber(value, code)).toBe(expected));

  it('count from 1904 where the workbook says so', () =>
    expect(formatNumber(42735, 'yyyy-mm-dd', true)).toBe('2021-01-01'));
  it.each([
    [14, true],
    [22, true],
    [31, true],
    [2, false],
    [999, false],
  ])('built-in %d is a date: %s', (id, expected) => expect(isDateFormat(builtInFormat(id))).toBe(expected));
  it.each(['[Red]0.00', '"day"0', '#,##0\\d'])('%s is none', (code) => expect(isDateFormat(code)).toBe(false));
  it('of the viewer’s system are ISO 8601', () =>
    expect(formatNumber(44197, systemFormat('[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy'))).toBe('2021-01-01'));
});

describe('texts', () => {
  it.each([
    ['abc', 'General', 'abc'],
    ['abc', '@', 'abc'],
    ['abc', '0;0;0;"Hi "@', 'Hi abc'],
    ['abc', ';;;', ''],
    ['abc', '#,##0', 'abc'],
  ])('%s by %s is %s', (text, code, expected) => expect(formatText(text, code)).toBe(expected));
});

it('takes any code in time that grows with its length', () => {
  for (const code of [
    '['.repeat(5000),
    '"'.repeat(5001),
    '#,'.repeat(5000),
    '0.'.repeat(5000),
    '_',
    '*',
    '\\',
    'E+E+/',
  ])
    expect(typeof formatNumber(1234.5, code)).toBe('string');
});
