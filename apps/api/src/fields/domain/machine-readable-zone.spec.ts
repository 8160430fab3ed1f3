import { describe, expect, it } from 'vitest';
import { growth, MOST_GROWTH } from '../../../../../test/support/growth.js';
import { checkDigit, readMachineReadableZone } from './machine-readable-zone.js';

const valuesOf = (lines: readonly string[]) =>
  Object.fromEntries(readMachineReadableZone(lines.join('\n')).map(({ part, value }) => [part, value]));

const CARD = ['I<ARCR0773T2Q16<<<<<<<<<<<<<<<', '1206304M2801153ARC<<<<<<<<<<<0', 'OTTWAY<<RUFUS<<<<<<<<<<<<<<<<<'];

describe('check digits', () => {
  // The first is the worked example of ICAO Doc 9303-3, 4.9.
  it.each([
    ['520727', 3],
    ['AB2134<<<', 5],
    ['<<<', 0],
  ])('of %s', (text, digit) => expect(checkDigit(text)).toBe(digit));
});

describe('the zone of a card', () => {
  it('is read from its three lines', () =>
    expect(valuesOf(['IDENTITY CARD', ...CARD])).toEqual({
      'document-number': 'R0773T2Q1',
      'birth-date': '2012-06-30',
      sex: 'M',
      'expiry-date': '2028-01-15',
      nationality: 'ARC',
      surname: 'OTTWAY',
      'given-names': 'RUFUS',
    }));

  it('gives the offsets of what it read', () => {
    const text = `Card\n${CARD.join('\n').replace('1206304', '12 06304')}`;
    const printed = readMachineReadableZone(text).map(({ part, start, end }) => [part, text.slice(start, end)]);
    expect(Object.fromEntries(printed)).toMatchObject({
      'document-number': 'R0773T2Q1',
      'birth-date': '12 0630',
      surname: 'OTTWAY',
    });
  });

  it('keeps the lines that were read well', () =>
    expect(valuesOf(['<ARCR0773TQ16<<<<<', CARD[1]!, CARD[2]!])).toMatchObject({
      'birth-date': '2012-06-30',
      surname: 'OTTWAY',
    }));
});

describe('no zone', () => {
  it.each([
    ['a wrong check digit of the birth', ['1206305M2801153ARC<<<<<<<<<<<0', CARD[2]!]],
    ['a day that does not exist', ['1202306M2801153ARC<<<<<<<<<<<0', CARD[2]!]],
    ['names alone', [CARD[2]!]],
    ['arrows in prose', ['SEE <<HERE<< FOR MORE OF <<THIS<<']],
  ])('is read from %s', (_, lines) => expect(valuesOf(lines)).toEqual({}));

  it('stays linear on long lines of fillers', () => {
    const read = (lines: number): unknown =>
      readMachineReadableZone(`${'A<'.repeat(22)}\n`.repeat(lines) + '<'.repeat(100 * lines));
    expect(growth(read, 1_250)).toBeLessThan(MOST_GROWTH);
  });
});
