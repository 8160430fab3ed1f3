import { describe, expect, it } from 'vitest';
import { specifySchema } from '../../schemas/model.js';
import { textReading } from '../../../../../test/support/placed-reading.js';
import { extractFields } from '../extract-fields.js';

const schema = specifySchema({
  id: 'sch_own',
  key: 'secrecy',
  version: 1,
  name: 'Secrecy agreement',
  description: '',
  documentType: null,
  rules: [],
  fields: [
    {
      name: 'party',
      type: 'list',
      description: 'Full names, without a comma before Inc., LLC or Ltd.',
      fields: [{ name: 'name', type: 'string' }],
    },
    { name: 'jurisdiction', type: 'string', labels: ['Governing Law'] },
    { name: 'term', type: 'string' },
  ],
});

function read(text: string) {
  const { fields } = extractFields({ documentId: 'doc_1', reading: textReading(text), schema, language: 'en' });
  const of = (name: string) => fields.find((field) => field.name === name);
  return {
    parties: (of('party')?.items ?? []).map((item) => item.fields[0]?.value),
    jurisdiction: of('jurisdiction')?.value,
    term: of('term')?.value,
  };
}

describe('clauses of agreements', () => {
  it.each([
    ['the State of New Jersey. This Agreement sets forth all', 'New Jersey'],
    ['the State of Oregon WITHOUT GIVING EFFECT TO its rules', 'Oregon'],
    ['St. Lucia, except for its rules', 'St. Lucia'],
  ])('names the place of "governed by the laws of %s" only', (law, place) =>
    expect(read(`This Agreement shall be governed by the laws of ${law}.`).jurisdiction).toBe(place),
  );

  it('reads a law that governs, in that order', () =>
    expect(
      read('The law of the State of Ohio, U.S.A., except for conflicts, shall govern this Agreement.'),
    ).toMatchObject({ jurisdiction: 'Ohio' }));

  it.each([
    [
      'For a period of one year from the date hereof you will not solicit employees. The obligations hereunder shall terminate five years from the date hereof.',
      '5 years',
    ],
    ['This Agreement shall terminate on the second anniversary of its date.', '2 years'],
    [
      'The term of this Agreement is two years. Its obligations survive termination of this Agreement for four years.',
      '2 years',
    ],
  ])('finds the term in "%s"', (text, term) => expect(read(text).term).toBe(term));

  it.each<[string, string[]]>([
    [
      'AGREEMENT BETWEEN NORTHWIND AND ALDER. This Agreement is made as of May 1, 2020 between Northwind Traders Limited (“Northwind”) and Alder Works, Incorporated (“Alder”).',
      ['Northwind Traders Ltd.', 'Alder Works Inc.'],
    ],
    [
      'In consideration of my employment by Harbour National Bank (the “Company”), I, Jane B. Roe, residing here (“Employee”), agree to the following.',
      ['Harbour National Bank', 'Jane B. Roe'],
    ],
    [
      'This Agreement is made between the undersigned and Tidewater Systems, Inc. (the “Company”). It is signed today. /s/ Jane Roe Jane Roe Address: 4 Quay Street',
      ['Tidewater Systems Inc.', 'Jane Roe'],
    ],
  ])('names the parties of "%s"', (text, parties) => expect(read(text).parties).toEqual(parties));
});
