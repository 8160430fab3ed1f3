import { describe, expect, it } from 'vitest';
import { schemaForType } from '../../schemas/index.js';
import { placedReading } from '../../../../../test/support/placed-reading.js';
import { concludeFields, findFields } from '../../fields/index.js';
import { type GivenVerdict, judgementsOf } from './judgements.js';
import { placesIn } from './places.js';
import { reviseFields } from './revise-fields.js';
import { reviseResult } from './revise-result.js';

const schema = schemaForType('invoice');
const reading = placedReading([
  [['Pelican Works Ltd', 40, 40]],
  [
    ['Invoice No:', 40, 80],
    ['PW-2207', 140, 80],
  ],
  [
    ['Invoice Date:', 40, 95],
    ['2026-03-14', 140, 95],
  ],
  [
    ['Description', 40, 140],
    ['Quantity', 260, 140],
    ['Unit price', 360, 140],
    ['Amount', 480, 140],
  ],
  [
    ['Pump', 40, 155],
    ['2', 260, 155],
    ['20.00', 360, 155],
    ['40.00', 480, 155],
  ],
  [
    ['Valve', 40, 170],
    ['1', 260, 170],
    ['10.00', 360, 170],
    ['10.00', 480, 170],
  ],
  [
    ['Subtotal', 360, 210],
    ['50.00', 480, 210],
  ],
  [
    ['VAT', 360, 225],
    ['10.00', 480, 225],
  ],
  [
    ['Total', 360, 240],
    ['60.00', 480, 240],
  ],
]);
const findings = findFields({ documentId: 'doc_1', runId: 'run_1', reading, schema, language: 'en' });
const parent = concludeFields(findings);
const review = (given: readonly GivenVerdict[]) => {
  const { judgements, problems } = judgementsOf(parent.fields, schema, given, 'en');
  expect(problems).toEqual([]);
  const revision = reviseFields(parent, judgements, { schema, runId: 'run_2', places: placesIn([findings]) });
  const field = (name: string) => revision.result.fields.find((one) => one.name === name);
  return { ...revision, field, rows: field('lineItems')?.items ?? [] };
};
const valuesOf = (row: { fields: readonly { name: string; value: string | null }[] } | undefined) =>
  Object.fromEntries((row?.fields ?? []).filter(({ value }) => value !== null).map(({ name, value }) => [name, value]));

it('is about a document with two lines whose sums hold', () => {
  expect(parent.ruleFailures).toEqual([]);
  expect(parent.fields.find(({ name }) => name === 'lineItems')?.items).toHaveLength(2);
});

describe('a review of values', () => {
  it('makes accepted ones sure, and changes nothing else', () => {
    const { field, changes, result } = review([{ name: 'total', verdict: 'accepted' }]);
    expect(field('total')).toMatchObject({
      value: '60.00',
      confidence: 1,
      verdict: 'accepted',
      origin: { engine: 'person', runId: 'run_2' },
      grounding: { match: 'exact' },
    });
    expect(changes).toMatchObject([{ name: 'total', origin: { engine: 'local' }, before: { value: '60.00' } }]);
    expect(changes[0]?.confidence).toBeLessThan(1);
    expect(result.confidence).toBeGreaterThan(parent.confidence);
    expect(field('issueDate')).toEqual(parent.fields.find(({ name }) => name === 'issueDate'));
  });

  it('takes values as people write them, and says where they stand', () => {
    const { field } = review([
      { name: 'issueDate', verdict: 'corrected', value: '14 March 2026' },
      { name: 'invoiceNumber', verdict: 'corrected', value: '2207' },
    ]);
    // A correction to what stands there already is an acceptance.
    expect(field('issueDate')).toMatchObject({ value: '2026-03-14', verdict: 'accepted' });
    expect(field('invoiceNumber')).toMatchObject({ value: '2207', raw: '2207', verdict: 'corrected' });
    const [start, end] = field('invoiceNumber')?.grounding?.span ?? [0, 0];
    expect(reading.text.slice(start, end)).toBe('2207');
    expect(field('invoiceNumber')?.grounding?.box).not.toBeNull();
  });

  it('checks the rules again, both ways', () => {
    const wrong = review([{ name: 'total', verdict: 'corrected', value: 61 }]);
    expect(wrong.result.ruleFailures).not.toEqual([]);
    expect(wrong.field('total')?.ruleFailures).not.toEqual([]);
    const { judgements } = judgementsOf(
      wrong.result.fields,
      schema,
      [{ name: 'total', verdict: 'corrected', value: '60.00' }],
      'en',
    );
    const again = reviseFields(wrong.result, judgements, { schema, runId: 'run_3', places: placesIn([findings]) });
    expect(again.result.ruleFailures).toEqual([]);
  });

  it('is the same where places are found elsewhere, which is told only what is to be found', async () => {
    const given = [
      { name: 'invoiceNumber', verdict: 'corrected', value: '2207' },
      { name: 'lineItems[1].amount', verdict: 'corrected', value: '20.00' },
      { name: 'lineItems[2]', verdict: 'corrected', value: { description: 'Subtotal', amount: '50.00' } },
      { name: 'total', verdict: 'accepted' },
    ] as const;
    const { judgements } = judgementsOf(parent.fields, schema, given, 'en');
    const task = { result: parent, judgements, schema, runId: 'run_2' };
    const asked: unknown[] = [];
    const elsewhere = await reviseResult(task, (wanted) => {
      asked.push(...wanted);
      const places = placesIn([findings]);
      return Promise.resolve({ currency: places.currency, places: wanted.map((one) => places.find(one)) });
    });
    const here = review(given);
    expect(elsewhere).toEqual({ result: here.result, changes: here.changes });
    expect(asked).toMatchObject([{ value: '2207' }, { value: '20.00' }, { value: 'Subtotal' }, { value: '50.00' }]);
    const nobody = () => Promise.reject(new Error('nothing is to be found'));
    await reviseResult({ ...task, judgements: judgements.filter(({ field }) => field === 'total') }, nobody);
  });

  it('keeps a value that the text does not show, and flags it', () => {
    const { field } = review([{ name: 'total', verdict: 'corrected', value: 'EUR 999.50' }]);
    expect(field('total')).toMatchObject({
      value: '999.50',
      currency: 'EUR',
      confidence: 1,
      raw: null,
      flags: ['not-in-text'],
      grounding: { match: 'none' },
    });
  });

  it('empties rejected ones, and fills less', () => {
    const { field, result } = review([{ name: 'total', verdict: 'rejected' }]);
    expect(field('total')).toMatchObject({ value: null, confidence: 0, grounding: null, verdict: 'rejected' });
    expect(result.fillRate).toBeLessThan(parent.fillRate);
  });

  it('may say that there is none', () => {
    const { field } = review([{ name: 'invoiceNumber', verdict: 'corrected', value: null }]);
    expect(field('invoiceNumber')).toMatchObject({ value: null, confidence: 1, verdict: 'corrected' });
  });
});

describe('a review of a list', () => {
  it('corrects cells, each beside the rest of its row', () => {
    const { rows, changes, result } = review([{ name: 'lineItems[1].amount', verdict: 'corrected', value: '25' }]);
    const amount = rows[1]?.fields.find(({ name }) => name === 'amount');
    expect(amount).toMatchObject({ value: '25.00', verdict: 'corrected', confidence: 1 });
    expect(changes).toMatchObject([{ name: 'lineItems[1].amount', field: 'lineItems.amount' }]);
    expect(result.ruleFailures).not.toEqual([]);
    const description = rows[1]?.fields.find(({ name }) => name === 'description');
    expect(description?.verdict).toBeNull();
  });

  it('drops a row and adds one, by the rows as the reviewer saw them', () => {
    const { rows, field } = review([
      { name: 'lineItems[0]', verdict: 'rejected' },
      { name: 'lineItems[1].description', verdict: 'corrected', value: 'Ball valve' },
      { name: 'lineItems[2]', verdict: 'corrected', value: { description: 'Pump', amount: 40 } },
    ]);
    expect(rows.map(valuesOf)).toMatchObject([
      { description: 'Ball valve', amount: '10.00' },
      { description: 'Pump', amount: '40.00' },
    ]);
    expect(rows).toHaveLength(2);
    expect(field('lineItems')?.verdict).toBeNull();
  });

  it('takes or replaces it as a whole', () => {
    expect(review([{ name: 'lineItems', verdict: 'accepted' }]).field('lineItems')).toMatchObject({
      verdict: 'accepted',
      confidence: 1,
      origin: { engine: 'person' },
    });
    const { rows, field } = review([
      { name: 'lineItems', verdict: 'corrected', value: [{ description: 'Pump', amount: '50.00' }] },
    ]);
    expect(rows.map(valuesOf)).toMatchObject([{ description: 'Pump', amount: '50.00' }]);
    expect(field('lineItems')?.verdict).toBeNull();
    expect(review([{ name: 'lineItems', verdict: 'rejected' }]).field('lineItems')).toMatchObject({
      items: [],
      verdict: 'rejected',
    });
  });
});

describe('what does not fit', () => {
  it.each<[string, GivenVerdict, string]>([
    ['a field that is not there', { name: 'colour', verdict: 'accepted' }, '/fields/0/name'],
    ['a row that is not there', { name: 'lineItems[2]', verdict: 'accepted' }, '/fields/0/name'],
    ['a cell of it', { name: 'lineItems[2].amount', verdict: 'accepted' }, '/fields/0/name'],
    ['a column that is not there', { name: 'lineItems[0].colour', verdict: 'accepted' }, '/fields/0/name'],
    ['a correction without a value', { name: 'total', verdict: 'corrected' }, '/fields/0/value'],
    ['a value that nobody asked for', { name: 'total', verdict: 'accepted', value: '1' }, '/fields/0/value'],
    ['an amount in words', { name: 'total', verdict: 'corrected', value: 'sixty' }, '/fields/0/value'],
    ['two amounts', { name: 'total', verdict: 'corrected', value: '60.00 or 61.00' }, '/fields/0/value'],
    [
      'a date that can be read in two ways',
      { name: 'issueDate', verdict: 'corrected', value: '03/04/2026' },
      '/fields/0/value',
    ],
    ['a day that is none', { name: 'issueDate', verdict: 'corrected', value: '2026-02-31' }, '/fields/0/value'],
    ['an object for a value', { name: 'total', verdict: 'corrected', value: { a: 1 } }, '/fields/0/value'],
    ['an empty text', { name: 'invoiceNumber', verdict: 'corrected', value: ' ' }, '/fields/0/value'],
    ['a text for a list', { name: 'lineItems', verdict: 'corrected', value: 'x' }, '/fields/0/value'],
    ['a text for a row', { name: 'lineItems', verdict: 'corrected', value: ['x'] }, '/fields/0/value/0'],
    [
      'a wrong cell of a row',
      { name: 'lineItems[0]', verdict: 'corrected', value: { amount: 'x' } },
      '/fields/0/value/amount',
    ],
    [
      'an unknown cell of a new row',
      { name: 'lineItems[9]', verdict: 'corrected', value: { colour: 'x' } },
      '/fields/0/value/colour',
    ],
  ])('is told of with a pointer: %s', (_, given, pointer) => {
    const { problems } = judgementsOf(parent.fields, schema, [given], 'en');
    expect(problems.map((problem) => problem.pointer)).toEqual([pointer]);
  });

  it.each([
    ['a field twice', ['total', 'total']],
    ['a cell and its row', ['lineItems[0]', 'lineItems[0].amount']],
    ['a row and its list', ['lineItems', 'lineItems[1]']],
  ])('is told of: %s', (_, names) => {
    const given = names.map((name) => ({ name, verdict: 'rejected' as const }));
    const { problems } = judgementsOf(parent.fields, schema, given, 'en');
    expect(problems).toEqual([{ pointer: '/fields/1/name', detail: 'is judged twice' }]);
  });
});
