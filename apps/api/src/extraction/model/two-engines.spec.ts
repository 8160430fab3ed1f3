import { describe, expect, it } from 'vitest';
import type { ExtractionSchema, FieldSpec } from '../../schemas/index.js';
import { type Candidate, concludeFields, findFields } from '../../fields/index.js';
import { textReading } from '../../../../../test/support/placed-reading.js';
import { evidenceIn } from './answer-evidence.js';
import type { FieldAnswers } from './field-question.js';
import { betterOf } from './second-answer.js';
import { spec, schemaOf } from './field-specs.builder.js';

describe('a model and the local engine', () => {
  const text =
    'Order of 3 May 2026\nDelivered on 9 May 2026\nTea, 4.00\nBread 6.00\nIn all 10.00\nJam 3.00\nHam 9.00\nAlder & Co. Harbour';
  const found = (field: string, value: string, raw: string, score: number): Candidate => ({
    field,
    value,
    raw,
    score,
    evidence: 'label-right',
    agent: 'dates',
    start: text.indexOf(raw),
    end: text.indexOf(raw) + raw.length,
  });
  const ORDERED = found('x', '2026-05-03', '3 May 2026', 0.85);
  const DELIVERED = { value: '2026-05-09', quote: 'Delivered on 9 May 2026' };

  function concluded(fields: FieldSpec[], local: readonly Candidate[], answers: FieldAnswers, more = {}) {
    const schema = { ...schemaOf(...fields), ...more };
    const findings = findFields({ documentId: 'doc_1', reading: textReading(text), schema });
    const source = { view: findings.view, quotes: findings.grounder.quotes, model: 'm' };
    const advice = evidenceIn(source, fields, answers);
    const made = concludeFields({ ...findings, found: { candidates: local, lists: [] } }, advice).fields;
    return made.map(({ value, confidence, origin }) => ({ value, confidence, engine: origin.engine }));
  }
  const date = (local: readonly Candidate[], answers: FieldAnswers) =>
    concluded([spec('x', 'date')], local, answers)[0] ?? { value: null, confidence: 0, engine: '' };

  it('are surer together than either alone', () => {
    const both = date([ORDERED], { x: { value: '2026-05-03', quote: 'Order of 3 May 2026' } });
    expect(both).toMatchObject({ value: '2026-05-03', engine: 'llm' });
    expect(both.confidence).toBeGreaterThan(date([ORDERED], {}).confidence);
    expect(both.confidence).toBeGreaterThan(date([], { x: DELIVERED }).confidence);
  });

  it('do not agree where the local engine had seen the value and chosen another', () => {
    const seen = found('x', '2026-05-09', '9 May 2026', 0.3);
    const doubtful = { ...ORDERED, score: 0.4 };
    const { value, confidence } = date([doubtful, seen], { x: DELIVERED });
    expect(value).toBe('2026-05-09');
    expect(confidence).toBeLessThan(0.9);
  });

  it.each([
    ['a doubtful local value gives way', { ...ORDERED, score: 0.3 }, '2026-05-09', 'llm'],
    ['a sure one stays', ORDERED, '2026-05-03', 'local'],
  ])('%s, and what stays is less sure for the other', (_what, local, value, engine) => {
    const [one, alone] = [date([local], { x: DELIVERED }), date(engine === 'llm' ? [] : [local], { x: DELIVERED })];
    expect(one).toMatchObject({ value, engine });
    expect(one.confidence).toBeLessThan(engine === 'llm' ? alone.confidence : 0.9);
    expect(one.confidence).toBeGreaterThan(0.5);
  });

  it('words of a model’s own do not displace what is printed', () => {
    const printed = { ...found('x', 'Alder & Co.', 'Alder & Co.', 0.6), evidence: 'label-right' as const };
    const [field] = concluded([spec('x', 'string')], [printed], {
      x: { value: 'Alders', quote: 'Alder & Co. Harbour' },
    });
    expect(field).toMatchObject({ value: 'Alder & Co.', engine: 'local' });
  });

  it('write alike what they agree on: as the local engine has mended it', () => {
    const mended = found('x', 'Alder & Co., Harbour', 'Alder & Co. Harbour', 0.4);
    const answer = { value: 'Alder & Co. Harbour', quote: 'Alder & Co. Harbour' };
    const [field] = concluded([spec('x', 'string')], [mended], { x: answer });
    expect(field).toMatchObject({ value: 'Alder & Co., Harbour', engine: 'llm' });
    expect(field?.confidence).toBeGreaterThan(0.9);
  });

  it('stand where the model says where the local engine has only worked the value out', () => {
    const derived = { ...found('x', '2026-05-09', '3 May 2026', 0.6), evidence: 'clause-derived' as const };
    const schema = schemaOf(spec('x', 'date'));
    const findings = findFields({ documentId: 'doc_1', reading: textReading(text), schema });
    const source = { view: findings.view, quotes: findings.grounder.quotes, model: 'm' };
    const advice = evidenceIn(source, schema.fields, { x: DELIVERED });
    const [field] = concludeFields({ ...findings, found: { candidates: [derived], lists: [] } }, advice).fields;
    expect(field).toMatchObject({ raw: '9 May 2026', grounding: { match: 'normalized' } });
  });

  it('a sum that holds goes before a model’s word', () => {
    const local = [
      found('a', '4.00', '4.00', 0.7),
      found('b', '6.00', '6.00', 0.5),
      found('all', '10.00', '10.00', 0.9),
    ];
    const rules = [{ kind: 'sum', name: 'adds_up', of: ['a', 'b'], equals: 'all' }] as const;
    const fields = ['a', 'b', 'all'].map((name) => spec(name, 'money'));
    const made = concluded(fields, local, { b: { value: '10.00', quote: 'In all 10.00' } }, { rules });
    expect(made.map(({ value }) => value)).toEqual(['4.00', '6.00', '10.00']);
  });

  it('a sum of what neither has chosen does not go before what one of them has', () => {
    const local = [
      found('a', '4.00', '4.00', 0.5),
      found('b', '6.00', '6.00', 0.6),
      found('all', '10.00', '10.00', 0.9),
      found('all', '9.00', '9.00', 0.6),
    ];
    const rules = [{ kind: 'sum', name: 'adds_up', of: ['a', 'b'], equals: 'all' }] as const;
    const fields = ['a', 'b', 'all'].map((name) => spec(name, 'money'));
    const made = concluded(fields, local, { a: { value: '3.00', quote: 'Jam 3.00' } }, { rules });
    expect(made.map(({ value }) => value)).toEqual(['4.00', '6.00', '10.00']);
  });
});

describe('two lists of one field', () => {
  const text = 'Tea 4.00\nBread 6.00\nIn all 10.00';
  const schema = {
    ...schemaOf(
      spec('rows', 'list', { fields: [spec('what', 'string'), spec('amount', 'money')] }),
      spec('total', 'money'),
    ),
    rules: [{ kind: 'line-sum', name: 'adds_up', list: 'rows', column: 'amount', equalsOneOf: ['total'] }],
  } as const satisfies ExtractionSchema;
  const bread = { quote: 'Bread 6.00', cells: { what: 'Bread', amount: '6.00' } };
  const tea = { quote: 'Tea 4.00', cells: { what: 'Tea', amount: '4.00' } };
  const total = { value: '10.00', quote: 'In all 10.00' };

  /** What stands in the field where the local engine found some rows and a model others. */
  function concluded(found: readonly (typeof bread)[], advised: readonly (typeof bread)[]) {
    const findings = findFields({ documentId: 'doc_1', reading: textReading(text), schema });
    const source = { view: findings.view, quotes: findings.grounder.quotes, model: 'm' };
    const local = evidenceIn(source, schema.fields, { rows: [...found], total });
    const lists = local.lists.map((list) => ({ ...list, score: 0.9 }));
    const advice = evidenceIn(source, schema.fields, { rows: [...advised], total });
    return concludeFields({ ...findings, found: { candidates: [], lists } }, advice).fields[0];
  }

  it.each([
    ['the local one adds up', [tea, bread], [bread]],
    ['the model’s adds up', [bread], [tea, bread]],
    ['both add up, and count once', [tea, bread], [tea, bread]],
  ])('%s', (_which, found, advised) => {
    const field = concluded(found, advised);
    expect(field?.items).toHaveLength(2);
    expect(field?.ruleFailures).toEqual([]);
    expect(field?.confidence).toBeGreaterThan(0.95);
  });

  it('is the model’s where none adds up', () => {
    expect(concluded([tea], [bread])?.items?.[0]?.fields[0]?.value).toBe('Bread');
  });
});

describe('betterOf', () => {
  const text = 'Paid 10.00\nTax 4.00\nOther 3.00\nIn all 6.00';
  const fields = [spec('total', 'money'), spec('tax', 'money')];
  const schema = {
    ...schemaOf(...fields),
    rules: [{ kind: 'not-above', name: 'below', field: 'tax', limit: 'total' }],
  };
  const TAX = { value: '4.00', quote: 'Tax 4.00' };
  const total = (value: string, quote: string) => ({ total: { value, quote } });

  it.each([
    ['mends a rule', total('3.00', 'Other 3.00'), total('6.00', 'In all 6.00'), '6.00'],
    ['mends none', total('10.00', 'Paid 10.00'), total('6.00', 'In all 6.00'), '10.00'],
    ['breaks one', total('10.00', 'Paid 10.00'), total('3.00', 'Other 3.00'), '10.00'],
    ['brings evidence', total('10.00', 'Paid 11.00'), total('10.00', 'Paid 10.00'), '10.00'],
    ['brings none', total('10.00', 'Paid 10.00'), total('10.00', 'Paid 11.00'), '10.00'],
  ])('a second answer that %s', (_what, once, again, expected) => {
    const findings = findFields({ documentId: 'd', reading: textReading(text), schema: schema as ExtractionSchema });
    const none = { ...findings, found: { candidates: [], lists: [] } };
    const source = { view: findings.view, quotes: findings.grounder.quotes, model: 'm' };
    const advice = evidenceIn(source, fields, { ...once, tax: TAX });
    const first = { advice, result: concludeFields(none, advice) };
    const made = betterOf(none, first, evidenceIn(source, fields, again));
    expect(made.fields.map(({ value }) => value)).toEqual([expected, '4.00']);
  });
});
