import { describe, expect, it } from 'vitest';
import type { ExtractedField, ExtractionAnswer } from '../../fields/index.js';
import { schemaForType } from '../../schemas/index.js';
import { keepFields, type LeftField } from './keep-fields.js';

const schema = schemaForType('invoice');
const field = (name: string, value: string | null, more: Partial<ExtractedField> = {}): ExtractedField => ({
  name,
  type: 'money',
  value,
  currency: null,
  raw: value,
  confidence: value === null ? 0 : 0.8,
  grounding: null,
  source: 'body',
  origin: { engine: 'local', agent: 'money', model: null, runId: 'run_2' },
  ruleFailures: [],
  verdict: null,
  ...more,
});
const found = (...fields: ExtractedField[]): ExtractionAnswer => ({
  runId: 'run_2',
  schemaId: schema.id,
  schemaVersion: schema.version,
  fields,
  fillRate: 0,
  confidence: 0.5,
  rawConfidence: 0.4,
  ruleFailures: [],
  disagreements: [],
});
const said = (one: ExtractedField, rejected: string | null = null): LeftField => ({ field: one, rejected });
const NUMBERS = [field('subtotal', '100.00'), field('totalTax', '20.00')];
const keep = (total: string | null, left: LeftField, documents = ['doc_1']) => {
  const kept = keepFields(found(...NUMBERS, field('total', total)), [left], schema, new Set(documents));
  return { kept, total: kept?.fields.find(({ name }) => name === 'total') };
};

describe('fields that people have judged', () => {
  it.each<[string, string | null, LeftField, [string | null, string] | undefined]>([
    ['corrected', '120.00', said(field('total', '121.00', { verdict: 'corrected' })), ['121.00', 'corrected']],
    [
      'confirmed, and not found any more',
      null,
      said(field('total', '120.00', { verdict: 'accepted' })),
      ['120.00', 'accepted'],
    ],
    ['said to have none', '120.00', said(field('total', null, { verdict: 'corrected' })), [null, 'corrected']],
    [
      'rejected, and found again',
      '12.00',
      said(field('total', null, { verdict: 'rejected' }), '12.00'),
      [null, 'rejected'],
    ],
    [
      'rejected, and found to be another',
      '120.00',
      said(field('total', null, { verdict: 'rejected' }), '12.00'),
      undefined,
    ],
  ])('stay where they were %s', (_, now, left, expected) => {
    const { total } = keep(now, left);
    expect(total && [total.value, total.verdict]).toEqual(expected);
  });

  it('break and mend rules like any other, and the confidence is concluded again', () => {
    const broken = keep('120.00', said(field('total', '130.00', { verdict: 'corrected', confidence: 1 })));
    expect(broken.kept?.ruleFailures.length).toBeGreaterThan(0);
    const whole = keep('130.00', said(field('total', '120.00', { verdict: 'corrected', confidence: 1 })));
    expect(whole.kept?.ruleFailures).toEqual([]);
    expect(whole.kept).not.toHaveProperty('rawConfidence');
    expect(whole.total?.confidence).toBe(1);
  });

  it('lose their place with the part of an e-mail that they stood in', () => {
    const grounding = {
      documentId: 'doc_2',
      page: 1,
      quote: 'Total 120.00',
      span: [6, 12],
      box: null,
      match: 'exact',
    } as const;
    const left = said(field('total', '120.00', { verdict: 'accepted', grounding }));
    expect(keep('120.00', left, ['doc_1', 'doc_2']).total?.grounding).toEqual(grounding);
    expect(keep('120.00', left).total).toMatchObject({ value: '120.00', grounding: null });
  });
});
