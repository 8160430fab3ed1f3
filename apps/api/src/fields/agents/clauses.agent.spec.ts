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
    { name: 'title', type: 'string' },
    { name: 'agreementDate', type: 'date' },
  ],
});

function read(text: string) {
  const { fields } = extractFields({ documentId: 'doc_1', reading: textReading(text), schema, language: 'en' });
  const of = (name: string) => fields.find((field) => field.name === name);
  return {
    parties: (of('party')?.items ?? []).map((item) => item.fields[0]?.value),
    jurisdiction: of('jurisdiction')?.value,
    term: of('term')?.value,
    title: of('title')?.value,
    agreementDate: of('agreementDate')?.value,
  };
}

describe('clauses of agreements', () => {
  it.each([
    ['the State of New Jersey. This Agreement sets forth all', 'New Jersey'],
    ['the State of Oregon WITHOUT GIVING EFFECT TO its rules', 'Oregon'],
    ['New York State, except for its rules', 'New York'],
    ['St. Lucia, except for its rules', 'St. Lucia'],
  ])('names the place of "governed by the laws of %s" only', (law, place) =>
    expect(read(`This Agreement shall be governed by the laws of ${law}.`).jurisdiction).toBe(place),
  );

  it.each([
    ['ACME TOOLS, INC.\nSUPPLY AGREEMENT\nThis Supply Agreement is made by', 'SUPPLY AGREEMENT'],
    ['Exhibit 4 ACME TOOLS, INC. EXCLUSIVE SUPPLY AGREEMENT\nThis agreement is made by', 'EXCLUSIVE SUPPLY AGREEMENT'],
    [
      'SERVICE AGREEMENT\nFOR\nCLAIMS SERVICES\nMay 2009\nThis Service Agreement for Claims Services (this "Agreement") is',
      'SERVICE AGREEMENT FOR CLAIMS SERVICES',
    ],
    [
      'LEASE AGREEMENT\n(Second Floor)\nThis Lease Agreement (Second Floor) (this "Lease")',
      'LEASE AGREEMENT (Second Floor)',
    ],
    ['SUPPLY AGREEMENT\nThis Supply Agreement (this "Agreement") is made', 'SUPPLY AGREEMENT'],
    ['SUPPLY AGREEMENT\nDated May 2, 2019\nThis Supply Agreement dated May 2, 2019 is made', 'SUPPLY AGREEMENT'],
    ['1. Goods. Acme sells by this Supply Agreement. This Supply Agreement ends in May.', 'Supply Agreement'],
  ])('takes the whole title of "%s" and nothing else', (text, title) => expect(read(text).title).toBe(title));

  it.each([
    'WHEREAS, Acme and Bolt concluded a Split Lease Agreement, dated as of May 5, 1995 (the "Lease"). Signed as of May 4, 2003.',
    'This Amendment to the Supply Agreement (“Supply Agreement”) entered into on May 5, 1995 is made as of May 4, 2003.',
    'This is an Agreement made on May 4, 2003 between Acme, Inc. and Bolt, Inc.',
  ])('tells the date of the contract from those of others in "%s"', (text) =>
    expect(read(`AGREEMENT\n${text}`).agreementDate).toBe('2003-05-04'),
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
