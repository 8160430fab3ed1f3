import { describe, expect, it } from 'vitest';
import type { FieldSpec } from '../../schemas/index.js';
import { asLearned, groupOf } from './belief.js';
import { BELIEFS } from './beliefs.js';
import type { Candidate } from './field-model.js';
import { type Signs, SIGNS } from './signs.js';

const signs = (over: Partial<Signs> = {}): Signs => ({
  ...(Object.fromEntries(SIGNS.map((name) => [name, 0])) as unknown as Signs),
  legible: 1,
  ...over,
});
const sure = (group: string, over: Partial<Signs>, base = 0.85): number =>
  asLearned({ group, field: 'any', base, signs: () => signs(over) });

describe('what signs make of evidence', () => {
  it.each([...BELIEFS.keys()])('%s: more evidence never makes less sure', (group) =>
    expect(sure(group, {}, 0.9)).toBeGreaterThanOrEqual(sure(group, {}, 0.6)),
  );
  it.each([
    ['party', { kinds: 1 }],
    ['party', { echo: 1 }],
    ['dates/date', { clear: 1 }],
    ['money/money', { confirmed: 1 }],
    ['governing-law', { clear: 1 }],
    ['title', { clear: 1 }],
  ] as const)('%s: %j speaks for it', (group, over) => expect(sure(group, over)).toBeGreaterThan(sure(group, {})));
  it.each([
    ['party', { longer: 1 }],
    ['agreement-date', { ambiguous: 1 }],
    ['parties/string', { long: 1 }],
  ] as const)('%s: %j speaks against it', (group, over) => expect(sure(group, over)).toBeLessThan(sure(group, {})));
  it('leaves what it has learned nothing of as sure as its evidence', () =>
    expect(sure('no such group', { clear: 1 }, 0.42)).toBe(0.42));
  it('is sure of nothing that is read beyond 0.99', () =>
    expect(sure('money/money', Object.fromEntries(SIGNS.map((name) => [name, 1])), 0.99)).toBeLessThanOrEqual(0.99));
});

const spec = (over: Partial<FieldSpec>): FieldSpec => ({
  name: 'x',
  type: 'date',
  family: 'dates',
  labels: {},
  ...over,
});
const candidate = (over: Partial<Candidate> = {}): Candidate => ({
  field: 'x',
  value: 'v',
  raw: 'v',
  start: 0,
  end: 1,
  score: 1,
  evidence: 'clause',
  agent: 'clauses',
  ...over,
});

describe('groups', () => {
  it.each([
    [spec({}), candidate(), 'dates/date'],
    [spec({ family: 'clauses', concept: 'agreement-date' }), candidate(), 'agreement-date'],
    [spec({ family: 'clauses', type: 'string', concept: 'jurisdiction' }), candidate(), 'governing-law'],
    [spec({ family: 'clauses', type: 'string', concept: 'term' }), candidate(), null],
    [spec({ family: 'money', type: 'string', concept: 'currency' }), candidate(), null],
    [spec({ family: 'parties', type: 'address' }), candidate(), null],
    [spec({}), candidate({ model: 'm' }), null],
    [spec({}), candidate({ certainty: 0.9 }), null],
  ])('of %o', (field, value, group) => expect(groupOf(field, value)).toBe(group));
});
