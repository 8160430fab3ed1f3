import { describe, expect, it } from 'vitest';
import { schemaForType } from '../schemas/index.js';
import { balancesHold } from './domain/balances.js';
import { partsOfPages } from './domain/layout.js';
import { extractFields } from './extract-fields.js';
import { amountOf, longStatement, type StatementFacts } from '../../../../test/support/long-statement.js';

const read = (facts: StatementFacts) => {
  const reading = longStatement(facts);
  const schema = schemaForType('bank_statement');
  const result = extractFields({ documentId: 'doc_1', reading, schema, language: 'en' });
  const field = (name: string) => result.fields.find((one) => one.name === name);
  const rows = (field('transactions')?.items ?? []).map(({ fields }) =>
    Object.fromEntries(fields.map(({ name, value }) => [name, value])),
  );
  return { reading, result, field, rows };
};

describe('a statement of many pages', () => {
  it.each<[string, StatementFacts]>([
    ['of 300 pages, the header on each', { transactions: 10_000, pages: 300 }],
    ['of 265 pages, the header on the first only', { transactions: 9_200, pages: 265, isHeaderRepeated: false }],
  ])(
    'comes out whole and in order: %s',
    (_, facts) => {
      const { reading, result, field, rows } = read(facts);
      expect(rows).toHaveLength(facts.transactions);
      expect(rows.map(({ amount }) => Math.round(Number(amount) * 100))).toEqual(rows.map((_row, at) => amountOf(at)));
      expect(rows.map(({ description }) => description)).toEqual(rows.map((_row, at) => `Card payment ${at + 1} shop`));
      expect([field('openingBalance')!.value, field('closingBalance')!.value]).toEqual([
        '10000.00',
        rows.at(-1)!['balance'],
      ]);
      expect(result.ruleFailures).toEqual([]);
      // No rule has spoken against it, and one for it.
      expect(field('closingBalance')!.confidence).toBeGreaterThanOrEqual(0.97);
      expect(result.warnings).toEqual([
        expect.stringContaining('single values were searched at its beginning and its end'),
      ]);
      const last = field('transactions')!
        .items!.at(-1)!
        .fields.find(({ name }) => name === 'balance')!.grounding!;
      expect(last.page).toBe(reading.pages.length);
      expect(reading.text.slice(...last.span).replace(',', '')).toBe(rows.at(-1)!['balance']);
    },
    240_000,
  );

  it('breaks the rule where a row was lost', () => {
    const { field, result } = read({ transactions: 90, pages: 3, lost: 40 });
    expect(result.ruleFailures).toEqual(['balances_follow']);
    expect(field('transactions')?.ruleFailures).toEqual(['balances_follow']);
  });
});

describe('balances', () => {
  const columns = { amount: 'amount', balance: 'balance' };
  const rowsOf = (...rows: (readonly [string | null, string | null])[]) =>
    rows.map(
      ([amount, balance]) =>
        new Map([
          ...(amount === null ? [] : [['amount', amount] as const]),
          ...(balance === null ? [] : [['balance', balance] as const]),
        ]),
    );

  it.each<[string, (readonly [string | null, string | null])[], number | null, number | null, boolean | null]>([
    [
      'that follow',
      [
        ['-10.00', '90.00'],
        ['5.00', '95.00'],
      ],
      10_000,
      9_500,
      true,
    ],
    [
      'of amounts without signs',
      [
        ['10.00', '90.00'],
        ['5.00', '95.00'],
      ],
      10_000,
      9_500,
      true,
    ],
    [
      'printed once a day',
      [
        ['-10.00', null],
        ['-5.00', '85.00'],
        ['1.00', '86.00'],
      ],
      10_000,
      8_600,
      true,
    ],
    [
      'with the newest first',
      [
        ['5.00', '95.00'],
        ['-10.00', '90.00'],
      ],
      10_000,
      9_500,
      true,
    ],
    [
      'with a gap',
      [
        ['-10.00', '90.00'],
        ['5.00', '97.00'],
      ],
      10_000,
      9_700,
      false,
    ],
    [
      'that end elsewhere',
      [
        ['-10.00', '90.00'],
        ['5.00', '95.00'],
      ],
      10_000,
      12_345,
      false,
    ],
    [
      'of which none is printed',
      [
        ['-10.00', null],
        ['5.00', null],
      ],
      10_000,
      9_500,
      null,
    ],
  ])('%s', (_, rows, opening, closing, expected) => {
    expect(balancesHold(rowsOf(...rows), columns, opening, closing)).toBe(expected);
  });
});

it('parts of pages hold all of them in order, each at most as many words as it may', () => {
  const { pages } = longStatement({ transactions: 300, pages: 30 });
  const parts = partsOfPages(pages, 200);
  expect(parts.flat()).toEqual(pages);
  expect(parts.length).toBeGreaterThan(10);
  expect(partsOfPages(pages, 1)).toHaveLength(pages.length);
});
