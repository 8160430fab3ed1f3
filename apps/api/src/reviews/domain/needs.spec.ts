import { describe, expect, it } from 'vitest';
import { needsOf, type Standing } from './needs.js';

type Fields = Standing['answer']['fields'];
const field = (name: string, value: string | null, confidence: number, more: object = {}) =>
  ({ name, type: 'string', value, confidence, ruleFailures: [], verdict: null, ...more }) as unknown as Fields[number];
const schema: Standing['schema'] = {
  fields: [
    { name: 'total', type: 'money', family: 'money', labels: {}, required: true },
    { name: 'date', type: 'date', family: 'dates', labels: {}, priority: 'high' },
    { name: 'note', type: 'string', family: 'identifiers', labels: {} },
  ],
};
const standing = (fields: Fields, more: Partial<Standing['answer']> & { typeConfidence?: number | null } = {}) => {
  const { typeConfidence = 1, ...answer } = more;
  return {
    answer: { fields, confidence: 0.9, ruleFailures: [], ...answer },
    schema,
    typeConfidence,
    isSplitProposed: false,
  };
};
const DEMAND = { field: 0.8, document: null };
const GOOD = [field('total', '1.00', 0.95), field('date', '2026-01-01', 0.9), field('note', 'a', 0.3)];

describe('what needs eyes', () => {
  it('is nothing where all that matters is sure', () => {
    expect(needsOf(standing(GOOD), DEMAND)).toEqual({ reasons: [], urgency: 150 });
  });

  it.each<[string, Standing, string[]]>([
    [
      'a value below the threshold',
      standing([field('total', '1.00', 0.5), ...GOOD.slice(1)]),
      ['low_confidence total'],
    ],
    ['one that is missing', standing([field('total', null, 0), ...GOOD.slice(1)]), ['missing total']],
    [
      'one that a person took away',
      standing([field('total', null, 0, { verdict: 'rejected' }), ...GOOD.slice(1)]),
      ['missing total'],
    ],
    [
      'not one that a person knows not to be there',
      standing([field('total', null, 1, { verdict: 'corrected' }), ...GOOD.slice(1)]),
      [],
    ],
    ['not one of low priority', standing(GOOD.slice(0, 2)), []],
    [
      'a broken rule, for each field in it',
      standing([field('total', '1.00', 0.9, { ruleFailures: ['sum'] }), ...GOOD.slice(1)], { ruleFailures: ['sum'] }),
      ['rule_failed total'],
    ],
    ['a broken rule of no field', standing(GOOD, { ruleFailures: ['sum'] }), ['rule_failed null']],
    ['not a document whose doubts add up', standing(GOOD, { confidence: 0.3 }), []],
    ['a document in which nothing was found', standing(GOOD, { confidence: 0 }), ['doubtful_document null']],
    ['a doubtful type', standing(GOOD, { typeConfidence: 0.4 }), ['doubtful_type null']],
    ['several documents in one file', { ...standing(GOOD), isSplitProposed: true }, ['several_documents null']],
    ['not a type that nobody looked for', standing(GOOD, { typeConfidence: null }), []],
  ])('is %s', (_, given, expected) => {
    expect(needsOf(given, DEMAND).reasons.map(({ code, field: about }) => `${code} ${about}`)).toEqual(expected);
  });

  it('is decided by the document as a whole where the tenant has set a share of errors', () => {
    const doubtful = standing([field('total', '1.00', 0.5), ...GOOD.slice(1)], { confidence: 0.45 });
    expect(needsOf(doubtful, { field: 0.8, document: 0.4 }).reasons).toEqual([]);
    expect(needsOf(doubtful, { field: 0.8, document: 0.5 }).reasons.map(({ code }) => code)).toEqual([
      'low_confidence',
      'doubtful_document',
    ]);
    expect(needsOf(standing(GOOD, { confidence: 0.45 }), { field: 0.8, document: 0.5 }).reasons).toHaveLength(1);
  });

  it('comes first where most errors are to be expected', () => {
    const urgencies = [
      standing(GOOD),
      standing(GOOD, { typeConfidence: 0.5 }),
      standing([field('total', null, 0), ...GOOD.slice(1)]),
      standing([field('total', null, 0), field('date', null, 0)], { confidence: 0 }),
    ].map((one) => needsOf(one, DEMAND).urgency);
    expect(urgencies).toEqual(urgencies.toSorted((a, b) => a - b));
    expect(new Set(urgencies).size).toBe(urgencies.length);
  });
});
