import { describe, expect, it } from 'vitest';
import { textReading } from '../../../../test/support/placed-reading.js';
import { extractFields } from './extract-fields.js';
import { schemaForType } from '../schemas/index.js';

const fieldsOf = (text: string) => {
  const { fields } = extractFields({
    documentId: 'doc_1',
    reading: textReading(text),
    schema: schemaForType('contract'),
    language: 'en',
  });
  return new Map(fields.map((field) => [field.name, field]));
};

const PREAMBLE =
  'is made as of March 3, 2015, by and between Alder Foods, Inc. ("Supplier") and Birch Retail LLC ("Buyer").';

describe('the head of a contract', () => {
  it.each([
    ['FORM OF SUPPLY AGREEMENT\n\nThis Supply Agreement', 'SUPPLY AGREEMENT'],
    ['Exhibit 10.2   SUPPLY AGREEMENT THIS SUPPLY AGREEMENT (the "Agreement")', 'SUPPLY AGREEMENT'],
  ])('takes the title alone from %j', (head, title) =>
    expect(fieldsOf(`${head} ${PREAMBLE}`).get('title')?.value).toBe(title),
  );

  it('is less sure of a title where the preamble gives the contract another name', () => {
    const sureness = (name: string): number =>
      fieldsOf(`SUPPLY AGREEMENT\n\nThis ${name} ${PREAMBLE}`).get('title')?.confidence ?? 0;
    expect(sureness('Distribution Agreement')).toBeLessThan(sureness('Supply Agreement') - 0.02);
  });

  it('is surer of parties that a legal form and a defined term bear out', () => {
    const parties = fieldsOf(
      'SUPPLY AGREEMENT\n\nThis Supply Agreement is made by and between Alder Foods, Inc. ("Supplier") and Birch Retail LLC.',
    ).get('parties')?.items;
    const [first, second] = (parties ?? []).map(({ fields }) => fields[0]?.confidence ?? 0);
    expect(first).toBeGreaterThan(second ?? 1);
  });
});
