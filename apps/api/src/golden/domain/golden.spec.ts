import { describe, expect, it } from 'vitest';
import type { FieldType } from '../../schemas/index.js';
import { figuresOf, isWorse } from './figures.js';
import {
  changesBetween,
  type FieldScore,
  type FoundField,
  isAllRight,
  normalized,
  scoreDocument,
  talliesOf,
} from './score.js';
import { confirmedFields, type FieldTruth, truthInput } from './truth.js';

const field = (name: string, value: string | null, type: FieldType = 'string'): FoundField => ({ name, value, type });
const list = (...rows: readonly Readonly<Record<string, string | null>>[]): FoundField => ({
  ...field('items', null, 'list'),
  items: rows.map((row) => ({ fields: Object.entries(row).map(([name, value]) => field(name, value)) })),
});
const scored = (truth: FieldTruth, found?: FoundField) =>
  scoreDocument(
    { type: null, fields: { [found?.name ?? 'items']: truth } },
    { type: null, fields: found ? [found] : [] },
  );

describe('a single value', () => {
  it.each<[string, string | null, FieldType, string | null, string]>([
    ['the same', 'ACME GmbH', 'string', 'ACME GmbH', 'right'],
    ['other case, accents and signs', 'Acmé, GmbH.', 'string', 'ACME GMBH', 'right'],
    ['another text', 'ACME', 'string', 'ACME GmbH', 'wrong'],
    ['an amount with fewer digits', '60.30', 'money', '60.3', 'right'],
    ['another amount', '60.30', 'money', '60.31', 'wrong'],
    ['a number', '1', 'number', '1.000', 'right'],
    ['text in the place of a number', 'one', 'number', 'one', 'right'],
    ['a date', '2026-03-04', 'date', '2026-03-04', 'right'],
    ['another date', '2026-03-04', 'date', '2026-04-03', 'wrong'],
    ['signs only', '+', 'string', '-', 'wrong'],
    ['nothing found', 'x', 'string', null, 'missing'],
    ['found where nothing is', null, 'string', 'x', 'invented'],
    ['rightly nothing', null, 'string', null, 'empty'],
  ])('%s', (_, expected, type, found, verdict) =>
    expect(scored(expected, field('a', found, type)).map((score) => score.verdict)).toEqual([verdict]),
  );

  it('of a field that the schema does not have is missing', () =>
    expect(scored('x').map(({ verdict }) => verdict)).toEqual(['missing']));

  it('is compared by its type', () => {
    expect(normalized('money', '1e3')).toBe('1000');
    expect(normalized('string', '1.0')).toBe('1 0');
  });
});

describe('a list', () => {
  const truth = [
    { what: 'tea', sum: '1' },
    { what: 'milk', sum: '2' },
  ];
  it.each<[string, FoundField, string, Record<string, number[]>]>([
    [
      'all right',
      list({ what: 'Tea', sum: '1' }, { what: 'milk', sum: '2' }),
      'right',
      { what: [2, 0, 0, 0], sum: [2, 0, 0, 0] },
    ],
    [
      'a wrong cell',
      list({ what: 'tea', sum: '7' }, { what: 'milk', sum: '2' }),
      'wrong',
      { what: [2, 0, 0, 0], sum: [1, 1, 0, 0] },
    ],
    [
      'a row too many at the front',
      list({ what: 'x', sum: '9' }, { what: 'tea', sum: '1' }, { what: 'milk', sum: '2' }),
      'wrong',
      { what: [2, 0, 0, 1], sum: [2, 0, 0, 1] },
    ],
    ['a row that is missing', list({ what: 'milk', sum: '2' }), 'wrong', { what: [1, 0, 1, 0], sum: [1, 0, 1, 0] }],
    ['no row', list(), 'missing', { what: [0, 0, 2, 0], sum: [0, 0, 2, 0] }],
    [
      'columns that nobody asked for',
      list({ what: 'tea', sum: '1', no: '5' }, { what: 'milk', sum: '2', no: '6' }),
      'right',
      { what: [2, 0, 0, 0], sum: [2, 0, 0, 0] },
    ],
  ])('%s', (_, found, verdict, expected) => {
    const scores = scored(truth, found);
    const tallies = talliesOf(scores);
    expect(scores[0]?.verdict).toBe(verdict);
    for (const [column, counts] of Object.entries(expected)) {
      const { right = 0, wrong = 0, missing = 0, invented = 0 } = tallies[`items.${column}`] ?? {};
      expect([right, wrong, missing, invented], column).toEqual(counts);
    }
  });

  it.each<[string, FoundField, string]>([
    ['rightly empty', list(), 'empty'],
    ['invented', list({ what: 'x' }), 'invented'],
  ])('%s', (_, found, verdict) => {
    const scores = scored([], found);
    expect([scores[0]?.verdict, talliesOf(scores)['items']]).toEqual([
      verdict,
      expect.objectContaining({ [verdict]: 1 }),
    ]);
  });
});

describe('a document', () => {
  it('is scored by its type where one is given, and only by fields that are', () => {
    const found = { type: 'receipt', fields: [field('a', 'x'), field('b', 'y')] };
    const scores = scoreDocument({ type: 'invoice', fields: { a: 'x' } }, found);
    expect(scores.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['@type', 'wrong'],
      ['a', 'right'],
    ]);
    expect(isAllRight(scores)).toBe(false);
  });

  it('tells what became worse and what became better', () => {
    const score = (name: string, verdict: FieldScore['verdict']): FieldScore => ({
      name,
      verdict,
      expected: null,
      found: null,
    });
    const before = [score('a', 'right'), score('b', 'wrong'), score('c', 'empty'), score('d', 'right')];
    const after = [
      score('a', 'missing'),
      score('b', 'right'),
      score('c', 'invented'),
      score('d', 'right'),
      score('e', 'wrong'),
    ];
    expect(changesBetween(before, after)).toEqual({ regressed: ['a', 'c'], improved: ['b'] });
  });
});

describe('the figures', () => {
  const counted = (...scores: (readonly [string, FieldScore['verdict']])[]) => {
    const all = scores.map(([name, verdict]) => ({ name, verdict, expected: null, found: null }));
    return { tallies: talliesOf(all), allRight: isAllRight(all) };
  };
  const figures = figuresOf([
    counted(['@type', 'right'], ['a', 'right'], ['b', 'right']),
    counted(['@type', 'wrong'], ['a', 'right'], ['b', 'wrong']),
    counted(['a', 'right'], ['b', 'missing'], ['c', 'empty']),
    counted(['a', 'right'], ['b', 'invented']),
  ]);

  it('are precision, recall and F1 by field', () => {
    expect(figures.fields.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(figures.fields[0]).toMatchObject({ precision: 1, recall: 1, f1: 1 });
    expect(figures.fields[1]).toMatchObject({ precision: 1 / 3, recall: 1 / 3, f1: 1 / 3 });
    expect(figures.fields[2]).toMatchObject({ precision: null, recall: null, f1: null });
  });

  it('count each value alike, or each field', () => {
    // a: 4 right; b: 1 right, 1 wrong, 1 missing, 1 invented.
    expect(figures.micro).toEqual({ precision: 5 / 7, recall: 5 / 7, f1: 5 / 7 });
    expect(figures.macro.f1).toBeCloseTo((1 + 1 / 3) / 2, 10);
    expect([figures.documents, figures.allRight, figures.typeAccuracy]).toEqual([4, 1, 0.5]);
  });

  it.each([
    [0, true],
    [0.2, true],
    [0.3, false],
  ])('are worse beyond a tolerance of %d', (tolerance, expected) => {
    const perfect = figuresOf([counted(['a', 'right'])]);
    expect(isWorse(figures, perfect, tolerance)).toBe(expected);
    expect(isWorse(figures, figures, 0)).toBe(false);
    expect(isWorse(perfect, figures, 0)).toBe(false);
  });

  it('of nothing are no worse than others', () => expect(isWorse(figuresOf([]), figuresOf([]), 0)).toBe(false));
});

describe('truth', () => {
  it('is what a person has confirmed: not what was rejected or left alone', () => {
    const judged = (name: string, value: string | null, verdict: string | null) => ({ name, value, verdict });
    expect(
      confirmedFields([
        judged('a', '1', 'accepted'),
        judged('b', '2', 'corrected'),
        judged('none', null, 'corrected'),
        judged('c', null, 'rejected'),
        judged('d', '4', null),
        { ...judged('items', null, 'accepted'), items: [{ fields: [judged('what', 'tea', 'accepted')] }] },
        { ...judged('open', null, null), items: [{ fields: [judged('what', 'tea', 'accepted')] }] },
      ]),
    ).toEqual({ a: '1', b: '2', none: null, items: [{ what: 'tea' }] });
  });

  it.each<[string, unknown, boolean]>([
    ['values, none and rows', { a: '1', b: null, items: [{ what: 'tea', sum: null }] }, true],
    ['an empty text', { a: ' ' }, false],
    ['a number', { a: 1 }, false],
    ['a name that is none', { '@type': 'x' }, false],
  ])('has %s', (_, fields, ok) => expect(truthInput.safeParse({ documentId: 'doc_1', fields }).success).toBe(ok));
});
