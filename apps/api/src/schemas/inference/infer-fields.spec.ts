import { describe, expect, it } from 'vitest';
import { labelsOf } from '../domain/schema-model.js';
import { type PlainField, specifySchema } from './infer-fields.js';
import { meaningKey, spacedName } from './words.js';

const schemaOf = (fields: readonly PlainField[], documentType: string | null = null) =>
  specifySchema({ id: 'sch_1', key: 'k', version: 1, name: 'n', description: '', documentType, fields, rules: [] });
const specOf = (field: PlainField) => schemaOf([field]).fields[0]!;

describe('names of fields', () => {
  it.each([
    ['grossAmount', 'gross Amount'],
    ['gross_amount', 'gross amount'],
    ['gross-amount', 'gross amount'],
    ['VATNumber', 'VAT Number'],
    ['line2Text', 'line2 Text'],
  ])('%s is read as "%s"', (name, spaced) => expect(spacedName(name)).toBe(spaced));

  it.each([
    ['invoice_date', 'Date of the invoice'],
    ['orderNumber', 'Order No.'],
    ['numeroFactura', 'Factura N.º'],
    ['gross_amount', 'Gross Amount'],
  ])('%s and "%s" mean the same', (one, other) => expect(meaningKey(one)).toBe(meaningKey(other)));
});

describe('what is inferred of a field', () => {
  it.each<[PlainField, { family: string; concept?: string }]>([
    [
      { name: 'gross_amount', type: 'money' },
      { family: 'money', concept: 'total' },
    ],
    [
      { name: 'rechnungsnummer', type: 'string' },
      { family: 'identifiers', concept: 'document-number' },
    ],
    [
      { name: 'fecha_factura', type: 'date' },
      { family: 'dates', concept: 'main-date' },
    ],
    [
      { name: 'dateEcheance', type: 'date' },
      { family: 'dates', concept: 'later-date' },
    ],
    [
      { name: 'fornitore', type: 'string' },
      { family: 'parties', concept: 'issuer-name' },
    ],
    [
      { name: 'rental_from', type: 'date' },
      { family: 'dates', concept: 'period-start' },
    ],
    [
      { name: 'mietBis', type: 'date' },
      { family: 'dates', concept: 'period-end' },
    ],
    [
      { name: 'd1', type: 'date', description: 'First day of the stay' },
      { family: 'dates', concept: 'period-start' },
    ],
    [
      { name: 'x', type: 'string', description: 'The invoice number' },
      { family: 'identifiers', concept: 'document-number' },
    ],
    [
      { name: 'supplier_vat_number', type: 'string' },
      { family: 'identifiers', concept: 'tax-id' },
    ],
    [{ name: 'sponsor', type: 'string' }, { family: 'parties' }],
    [{ name: 'vehicleCode', type: 'string' }, { family: 'identifiers' }],
    [
      { name: 'remarks', type: 'string' },
      { family: 'identifiers', concept: 'free-text' },
    ],
    [
      { name: 'term', type: 'string' },
      { family: 'identifiers', concept: 'free-text' },
    ],
  ])('%j', (field, expected) => {
    const { family, concept } = specOf(field);
    expect({ family, ...(concept !== undefined && { concept }) }).toEqual(expected);
  });

  it('keeps stated labels first and takes those of the same meaning in other languages as weak ones', () => {
    const field = specOf({ name: 'due', type: 'date', labels: ['Due Date'] });
    expect(labelsOf(field.labels)).toEqual(['Due Date', 'due']);
    expect(field.weakLabels).toEqual(expect.arrayContaining(['fälligkeitsdatum', 'date d echeance']));
    expect(field.weakLabels).not.toContain('due date');
  });

  it('takes the things that a number is the number of out of its description', () => {
    const description = 'Number of the permit, licence or exemption, as printed';
    expect(specOf({ name: 'paperNumber', type: 'string', description }).weakLabels).toEqual(
      expect.arrayContaining(['permit #', 'licence #', 'exemption #']),
    );
  });

  it('does not take the words for what is left after deductions for a gross amount', () => {
    const { weakLabels = [] } = specOf({ name: 'gross_total', type: 'money' });
    expect(weakLabels).toContain('grand total');
    expect(weakLabels.filter((label) => /\bnett?\b/.test(label))).toEqual([]);
  });

  it('reads a schema of agreements by clauses, and others not', () => {
    const term: PlainField = { name: 'term', type: 'string' };
    const party: PlainField = { name: 'party', type: 'list', fields: [{ name: 'name', type: 'string' }] };
    expect(schemaOf([term, party]).fields.map((field) => field.concept)).toEqual(['term', 'contract-parties']);
    expect(schemaOf([term], 'contract').fields[0]?.concept).toBe('term');
  });

  it('gives the columns of a list the labels of line items', () => {
    const [list] = schemaOf([
      {
        name: 'items',
        type: 'list',
        fields: [
          { name: 'qty', type: 'number' },
          { name: 'unit_price', type: 'money' },
        ],
      },
    ]).fields;
    expect(list?.fields?.map((field) => [field.family, field.weakLabels?.length ?? 0])).toEqual([
      ['line-items', expect.any(Number)],
      ['line-items', expect.any(Number)],
    ]);
    expect(list?.fields?.[0]?.weakLabels).toContain('menge');
  });
});
