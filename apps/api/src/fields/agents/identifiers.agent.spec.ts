import { describe, expect, it } from 'vitest';
import { placedReading, textReading } from '../../../../../test/support/placed-reading.js';
import { extractFields } from '../extract-fields.js';
import { schemaForType } from '../../schemas/index.js';
import { isIban } from './identifiers.agent.js';

const valueOf = (reading: ReturnType<typeof textReading>, type: string, name: string) => {
  const { fields } = extractFields({ documentId: 'doc_1', reading, schema: schemaForType(type), language: 'en' });
  const field = fields.find((one) => one.name === name);
  return { value: field?.value, printed: field?.grounding && reading.text.slice(...field.grounding.span) };
};

describe('a number whose prefix is also a label', () => {
  it.each([
    ['Invoice number: INV-2026-0417', 'invoice', 'invoiceNumber', 'INV-2026-0417'],
    ['Invoice No. INV/2024/05/0017', 'invoice', 'invoiceNumber', 'INV/2024/05/0017'],
    ['Order number: PO-88213', 'invoice', 'purchaseOrder', 'PO-88213'],
    ['Order reference: PO_2291-B', 'purchase_order', 'poNumber', 'PO_2291-B'],
    ['Medical record number: MRN-0045217', 'medical_record', 'recordNumber', 'MRN-0045217'],
    ['INV-30551', 'invoice', 'invoiceNumber', 'INV-30551'],
  ])('%s', (text, type, name, value) =>
    expect(valueOf(textReading(text), type, name)).toEqual({ value, printed: value }),
  );

  it('keeps the prefix where the label stands in a column of its own', () => {
    const reading = placedReading([
      [
        ['Invoice number', 300, 40],
        ['INV-2026-0417', 420, 40],
      ],
    ]);
    expect(valueOf(reading, 'invoice', 'invoiceNumber').value).toBe('INV-2026-0417');
  });

  it.each([
    ['Invoice No. 30551', '30551'],
    ['INV 30551', '30551'],
    ['INVOICE NO-30551', '30551'],
    ['Invoice: CS-30551', 'CS-30551'],
  ])('but is no prefix in %s', (text, value) =>
    expect(valueOf(textReading(text), 'invoice', 'invoiceNumber').value).toBe(value),
  );
});

describe('an account number by ISO 13616', () => {
  it.each([
    ['DE89 3704 0044 0532 0130 00', true],
    ['DE88 3704 0044 0532 0130 00', false],
    ['GB82WEST12345698765432', true],
    ['DE89', false],
  ])('%s: %s', (text, valid) => expect(isIban(text)).toBe(valid));
});
