import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inferDateOrder } from './date-order.js';
import { findDates, type DateOptions } from './find-dates.js';

const find = (text: string, options?: DateOptions): string[] =>
  findDates(text, options).map(
    ({ start, end, iso, ambiguous }) => `${text.slice(start, end)} = ${iso}${ambiguous ? ' ?' : ''}`,
  );

describe('findDates', () => {
  it.each([
    ['signed the 3rd day of May, 2012', ['3rd day of May, 2012 = 2012-05-03']],
    [
      'the 12th day of the month of May, in the year 2012',
      ['12th day of the month of May, in the year 2012 = 2012-05-12'],
    ],
    ['le 1er mars 2019', ['1er mars 2019 = 2019-03-01']],
    ['2 août 2020', ['2 août 2020 = 2020-08-02']],
    ['am 4. März 2021', ['4. März 2021 = 2021-03-04']],
    ['1 de enero de 2020', ['1 de enero de 2020 = 2020-01-01']],
    ['15 de março de 2021', ['15 de março de 2021 = 2021-03-15']],
    ['7 gennaio 2020, 3 mei 2020', ['7 gennaio 2020 = 2020-01-07', '3 mei 2020 = 2020-05-03']],
    [
      '12/Mar/2019 MAR 12 2019 12MAR19',
      ['12/Mar/2019 = 2019-03-12', 'MAR 12 2019 = 2019-03-12', '12MAR19 = 2019-03-12'],
    ],
    ['Sept. 5, 2001', ['Sept. 5, 2001 = 2001-09-05']],
    ['May 12, 2010 10:30', ['May 12, 2010 = 2010-05-12']],
    ['2019-03-12T10:00:00Z', ['2019-03-12 = 2019-03-12']],
    ['20190312', ['20190312 = 2019-03-12']],
    ['12.03.2019', ['12.03.2019 = 2019-03-12']],
    ['12.3.19', ['12.3.19 = 2019-03-12']],
    ['2019. 3. 12', ['2019. 3. 12 = 2019-03-12']],
    ['18-9-2018', ['18-9-2018 = 2018-09-18']],
    ['12 / 03 / 2019', ['12 / 03 / 2019 = 2019-12-03 ?']],
    ['25/12/201914:33', ['25/12/2019 = 2019-12-25']],
    ['25/12/1914:33', ['25/12/19 = 2019-12-25']],
    ['2019年3月12日 ２０１９年３月１３日', ['2019年3月12日 = 2019-03-12', '２０１９年３月１３日 = 2019-03-13']],
    ['令和元年5月1日, 二〇一九年十二月四日', ['令和元年5月1日 = 2019-05-01', '二〇一九年十二月四日 = 2019-12-04']],
    ['2020년 3월 4일', ['2020년 3월 4일 = 2020-03-04']],
    ['29/02/2020 29/02/2019', ['29/02/2020 = 2020-02-29']],
  ])('%s', (text, dates) => {
    expect(find(text)).toEqual(dates);
  });

  it.each([
    'tel 0312-12-2019',
    '12-03-1995-22',
    '192.168.10.12',
    'version 1.2.3',
    'section 3.2.10',
    'May 12 10:30',
    'DE89 3704 0044 05 12 2013',
    '31/02/2019',
    '+60 12 03 2019',
    '1203201912032019',
  ])('finds no date in %s', (text) => {
    expect(find(text)).toEqual([]);
  });

  it.each<[string, DateOptions | undefined, string]>([
    ['03/04/2019', undefined, '2019-03-04 ?'],
    ['03/04/2019', { language: 'fr' }, '2019-04-03 ?'],
    ['03/04/2019', { order: 'dmy' }, '2019-04-03 ?'],
    ['03/04/2019 RM 5.00', undefined, '2019-04-03 ?'],
    ['03/04/2019 ... 25/12/2018', undefined, '2019-04-03'],
    ['03/04/2019 ... 12/25/2018', undefined, '2019-03-04'],
    ['03/04/2019, that is 3 April 2019', undefined, '2019-04-03'],
    ['19/03/04', { order: 'ymd' }, '2019-03-04'],
    ['05/05/2019', undefined, '2019-05-05'],
  ])('reads %s with %o as %s', (text, options, expected) => {
    expect(find(text, options)[0]).toBe(`${/^[\d/]+/.exec(text)?.[0]} = ${expected}`);
  });

  it.each([
    ['Please reply by Friday. On 2024-06-01 we close', 'en', ['Friday = 2024-05-17', '2024-06-01 = 2024-06-01']],
    [
      'tomorrow, in 3 days, by May 20',
      'en',
      ['tomorrow = 2024-05-16', 'in 3 days = 2024-05-18', 'May 20 = 2024-05-20'],
    ],
    ['call me at 5, I sat down', 'en', []],
    ['bitte bis morgen', 'de', ['morgen = 2024-05-16']],
    ['avant demain', 'fr', ['demain = 2024-05-16']],
  ])('completes %s by the day of reference', (text, language, dates) => {
    expect(find(text, { reference: new Date('2024-05-15T23:30:00Z'), language })).toEqual(dates);
    expect(find('by Friday', { language })).toEqual([]);
  });

  it('reads back what was written in any form', () => {
    const day = fc.date({ min: new Date('1951-01-01'), max: new Date('2048-12-31'), noInvalidDate: true });
    const MONTHS = 'January February March April May June July August September October November December'.split(' ');
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 4 }), (date, form) => {
        const iso = date.toISOString().slice(0, 10);
        const [y = '', m = '', d = ''] = iso.split('-');
        const month = MONTHS[Number(m) - 1];
        const written = [
          iso,
          `${d}.${m}.${y}`,
          `${Number(d)} ${month} ${y}`,
          `${month} ${Number(d)}, ${y}`,
          `${y}年${Number(m)}月${Number(d)}日`,
        ][form];
        const text = `x ${written} y`;
        expect(findDates(text)).toEqual([{ start: 2, end: text.length - 2, iso, ambiguous: false }]);
      }),
    );
  });

  it('keeps its spans in range and in order', () => {
    const piece = fc.constantFrom(
      '1',
      '12',
      '2019',
      '/',
      '.',
      '-',
      ' ',
      'mar',
      'May',
      ', ',
      '年',
      '月',
      '日',
      ':',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const date of findDates(text)) {
          expect(date.start).toBeGreaterThanOrEqual(end);
          expect(date.iso).toMatch(/^\d{4}-\d\d-\d\d$/);
          expect(Number.isNaN(Date.parse(date.iso))).toBe(false);
          end = date.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('inferDateOrder', () => {
  it.each([
    ['paid 25/12/2018', undefined, 'dmy'],
    ['paid 12/25/2018', undefined, 'mdy'],
    ['no dates, £ 5', 'en', 'dmy'],
    ['Springfield, IL 62704', 'en', 'mdy'],
    ['nichts', 'de', 'dmy'],
    ['無', 'ja', 'ymd'],
  ])('%s (%s) is %s', (text, language, order) => {
    expect(inferDateOrder(text, language)).toBe(order);
  });
});
