import { describe, expect, it } from 'vitest';
import type { PageType } from './boundary-features.js';
import type { TypeOf } from './find-boundaries.js';
import { findParts } from './find-parts.js';
import { type Paper, type PrintedLine, readingOf } from './papers.builder.js';

const typeOf: TypeOf = ({ text }): PageType =>
  /INVOICE/.test(text)
    ? { type: 'invoice', confidence: 0.98 }
    : /Agreement/.test(text)
      ? { type: 'contract', confidence: 0.97 }
      : { type: 'generic', confidence: 0.9 };

const PROSE = 'the committee shall review every proposal that was received during the previous season and';
const prose = (from: number, count: number): PrintedLine[] =>
  Array.from({ length: count }, (_, at) => [`${PROSE} number ${from + at}`, 0.15 + at * 0.03]);

const invoice = (number: number): Paper => ({
  lines: [
    [`Firm ${'ABCDEFGH'.charAt(number)}lder and Company Ltd`, 0.05, 0.02],
    [`Phone +44 20 1234 56${number}0   office@firm${number}.test   VAT 00${number}4423`, 0.08],
    ['INVOICE', 0.2, 0.026],
    [`Invoice number: INV-${5000 + 13 * number}`, 0.25],
    [`Invoice date: 1${number}.03.2026`, 0.27],
    [`Goods of lot ${number}   20.00`, 0.35],
    [`Total   2${number}.00`, 0.4],
    ['Page 1 of 1', 0.96],
  ],
});

/** Pages of one agreement, numbered. */
const contract = (pages: number, isNumbered = true): Paper[] =>
  Array.from({ length: pages }, (_, at) => ({
    lines: [
      ...(at === 0 ? [['Agreement', 0.1, 0.02] as PrintedLine] : []),
      ...prose(at * 25, 25),
      ...(isNumbered ? [[`Page ${at + 1} of ${pages}`, 0.96] as PrintedLine] : []),
    ],
  }));

const sheet: Paper = { lines: [['Separator sheet', 0.4, 0.03]] };
const blank: Paper = { lines: [] };
const partsOf = (papers: readonly Paper[]) => findParts(readingOf(papers), typeOf);

describe('documents in a file', () => {
  it('are told apart by numbering, letterheads, what they say of themselves, and types', () => {
    const found = partsOf([invoice(1), invoice(2), ...contract(3), invoice(4)]);
    expect(found?.parts.map(({ pages, type }) => [pages, type])).toEqual([
      [[1, 1], 'invoice'],
      [[2, 2], 'invoice'],
      [[3, 5], 'contract'],
      [[6, 6], 'invoice'],
    ]);
    expect(found?.isCertain).toBe(true);
    for (const { confidence } of found?.parts ?? []) expect(confidence).toBeGreaterThan(0.7);
  });

  it.each<[string, readonly Paper[]]>([
    ['a page', [invoice(1)]],
    ['an agreement with numbers', contract(4)],
    ['an agreement without', contract(6, false)],
    [
      'an invoice with terms on its back',
      [invoice(1), { lines: [['General terms and conditions', 0.05], ...prose(0, 25)] }],
    ],
    ['an invoice and an empty back', [invoice(1), blank]],
    ['nothing', [blank, blank]],
  ])('are one in %s', (_, papers) => expect(partsOf(papers)).toBeNull());

  it('are parted by sheets that belong to none of them', () => {
    const found = partsOf([...contract(2, false), sheet, ...contract(2, false)]);
    expect(found).toMatchObject({ parts: [{ pages: [1, 2] }, { pages: [4, 5] }], isCertain: true });
  });

  it('keep the empty pages behind them', () => {
    const found = partsOf([invoice(1), blank, invoice(2), blank]);
    expect(found?.parts.map(({ pages }) => pages)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('are looked for without asking for the type of each page of a long one', () => {
    let asked = 0;
    findParts(readingOf(contract(200)), (reading) => {
      asked++;
      return typeOf(reading);
    });
    expect(asked).toBeLessThan(5);
  });
});
