import { describe, expect, it } from 'vitest';
import { growth, MOST_GROWTH } from '../../../../test/support/growth.js';
import { schemaForType as schema } from '../schemas/index.js';
import { specifySchema } from '../schemas/model.js';
import { placedReading, textReading } from '../../../../test/support/placed-reading.js';
import type { ExtractedField } from './domain/field-model.js';
import { extractFields, type ExtractionInput } from './extract-fields.js';

const run = (input: Partial<ExtractionInput> & Pick<ExtractionInput, 'reading' | 'schema'>) =>
  extractFields({ documentId: 'doc_1', language: 'en', ...input });
const byName = (fields: readonly ExtractedField[]) => new Map(fields.map((field) => [field.name, field]));
const valuesOf = (fields: readonly ExtractedField[]) =>
  Object.fromEntries(fields.filter((field) => field.value !== null).map((field) => [field.name, field.value]));
const rowsOf = (field: ExtractedField | undefined) => (field?.items ?? []).map((item) => valuesOf(item.fields));

const INVOICE = placedReading([
  [
    ['Nordwind Tools GmbH', 40, 40],
    ['INVOICE', 420, 40],
  ],
  [
    ['Hafenstrasse 12', 40, 54],
    ['Invoice No.', 380, 70],
    ['NW-2024-118', 480, 70],
  ],
  [
    ['20457 Hamburg', 40, 68],
    ['Invoice Date', 380, 84],
    ['14.03.2024', 480, 84],
  ],
  [
    ['VAT ID: DE811234567', 40, 82],
    ['Due Date', 380, 98],
    ['13.04.2024', 480, 98],
  ],
  [['Bill to', 40, 140]],
  [['Blue Harbour Ltd', 40, 154]],
  [['7 Quay Street', 40, 168]],
  [['Bristol BS1 4TY', 40, 182]],
  [
    ['Description', 40, 240],
    ['Qty', 300, 240],
    ['Unit price', 380, 240],
    ['Amount', 500, 240],
  ],
  [
    ['Torque wrench', 40, 260],
    ['2', 306, 260],
    ['45,00', 390, 260],
    ['90,00', 500, 260],
  ],
  [
    ['Hex key set', 40, 276],
    ['10', 300, 276],
    ['11,00', 390, 276],
    ['110,00', 494, 276],
  ],
  [
    ['Subtotal', 380, 320],
    ['200,00', 494, 320],
  ],
  [
    ['VAT 19 %', 380, 336],
    ['38,00', 500, 336],
  ],
  [
    ['Total EUR', 380, 352],
    ['238,00', 494, 352],
  ],
  [['IBAN: DE89 3704 0044 0532 0130 00', 40, 500]],
]);

describe('an invoice', () => {
  const result = run({ reading: INVOICE, schema: schema('invoice') });
  const fields = byName(result.fields);

  it.each([
    ['invoiceNumber', 'NW-2024-118'],
    ['issueDate', '2024-03-14'],
    ['dueDate', '2024-04-13'],
    ['vendorName', 'Nordwind Tools GmbH'],
    ['vendorAddress', 'Hafenstrasse 12 20457 Hamburg'],
    ['vendorTaxId', 'DE811234567'],
    ['customerName', 'Blue Harbour Ltd'],
    ['subtotal', '200.00'],
    ['totalTax', '38.00'],
    ['total', '238.00'],
    ['currency', 'EUR'],
    ['iban', 'DE89370400440532013000'],
    ['purchaseOrder', null],
  ])('reads %s', (name, value) => expect(fields.get(name)?.value).toBe(value));

  it('reads the items under the header', () =>
    expect(rowsOf(fields.get('lineItems'))).toEqual([
      { description: 'Torque wrench', quantity: '2', unitPrice: '45.00', amount: '90.00' },
      { description: 'Hex key set', quantity: '10', unitPrice: '11.00', amount: '110.00' },
    ]));

  it('grounds a value at its own words', () => {
    const { grounding } = fields.get('total')!;
    const [start, end] = grounding!.span;
    expect(INVOICE.text.slice(start, end)).toContain('238,00');
    expect(INVOICE.text).toContain(grounding!.quote);
    expect(grounding!.box!.y).toBeCloseTo(352 / 800, 2);
  });

  it('is surer of what the sum confirms', () => {
    expect(fields.get('total')!.confidence).toBeGreaterThan(0.9);
    expect(result.ruleFailures).toEqual([]);
    expect(result.fillRate).toBe(1);
  });

  it('keeps fields that were not found, with a null value', () =>
    expect(fields.get('purchaseOrder')).toMatchObject({ value: null, grounding: null, confidence: 0 }));
});

it('names the rule that a wrong sum breaks, and trusts the sum less', () => {
  const broken = placedReading([
    [
      ['Subtotal', 380, 320],
      ['200.00', 494, 320],
    ],
    [
      ['Sales tax', 380, 336],
      ['38.00', 494, 336],
    ],
    [
      ['Grand total', 380, 352],
      ['298.00', 494, 352],
    ],
  ]);
  const result = run({ reading: broken, schema: schema('invoice') });
  expect(result.ruleFailures).toContain('subtotal_plus_tax_is_total');
  expect(byName(result.fields).get('total')).toMatchObject({
    value: '298.00',
    ruleFailures: ['subtotal_plus_tax_is_total'],
  });
  expect(byName(result.fields).get('total')!.confidence).toBeLessThan(0.7);
});

const XML = `<?xml version="1.0"?><rsm:CrossIndustryInvoice xmlns:rsm="a" xmlns:ram="b" xmlns:udt="c">
<rsm:ExchangedDocument><ram:ID>NW-2024-118</ram:ID><ram:IssueDateTime><udt:DateTimeString format="102">20240314</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>
<ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedTradeProduct><ram:Name>Wrench &amp; case</ram:Name></ram:SpecifiedTradeProduct>
<ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>200.0000</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>
<ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode><ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:GrandTotalAmount>238.00</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement>
</rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`;

describe('an invoice with embedded data', () => {
  const fields = byName(
    run({ reading: INVOICE, schema: schema('invoice'), embedded: [{ name: 'factur-x.xml', text: XML }] }).fields,
  );

  it('takes the data as it is, with its path, grounded where the page says the same', () => {
    expect(fields.get('total')).toMatchObject({ value: '238.00', currency: 'EUR', source: 'embedded-data' });
    expect(fields.get('total')!.path).toContain('GrandTotalAmount');
    expect(fields.get('total')!.grounding!.quote).toContain('238,00');
  });

  it('takes the lines from the data, ungrounded where the page does not show them', () => {
    expect(rowsOf(fields.get('lineItems'))).toEqual([{ description: 'Wrench & case', amount: '200.00' }]);
    expect(fields.get('lineItems')!.items![0]!.fields[0]!.grounding).toBeNull();
  });

  it('reads what the data leave out from the page', () =>
    expect(fields.get('iban')).toMatchObject({ value: 'DE89370400440532013000', source: 'body' }));
});

describe('a receipt', () => {
  const reading = placedReading(
    [
      [['SEASIDE KITCHEN SDN BHD', 160, 20]],
      [['(123456-K)', 230, 34]],
      [['NO 5, JALAN BUNGA 3.', 170, 48]],
      [['TAMAN INDAH, 43000 KAJANG', 160, 62]],
      [['TEL: 03-8733 1122', 190, 76]],
      [['TAX INVOICE', 210, 100]],
      [['Date: 05/04/2018 12:31', 40, 130]],
      [
        ['Fried noodles', 40, 170],
        ['12.50', 420, 170],
      ],
      [
        ['Iced tea', 40, 186],
        ['3.02', 426, 186],
      ],
      [
        ['Total', 40, 220],
        ['15.52', 420, 220],
      ],
      [
        ['Rounding', 40, 236],
        ['-0.02', 420, 236],
      ],
      [
        ['Total after rounding', 40, 252],
        ['RM', 380, 252],
        ['15.50', 420, 252],
      ],
      [
        ['Cash', 40, 268],
        ['20.00', 420, 268],
      ],
      [
        ['Change', 40, 284],
        ['4.50', 426, 284],
      ],
    ],
    'ocr',
  );
  const values = valuesOf(run({ reading, schema: schema('receipt') }).fields);

  it.each([
    ['merchantName', 'SEASIDE KITCHEN SDN BHD'],
    ['merchantAddress', 'NO 5, JALAN BUNGA 3, TAMAN INDAH, 43000 KAJANG'],
    ['transactionDate', '2018-04-05'],
    ['transactionTime', '12:31'],
    ['total', '15.50'],
    ['currency', 'MYR'],
  ])('reads %s', (name, value) => expect(values[name]).toBe(value));
});

describe('a contract', () => {
  const reading = textReading(
    `SUPPLY AGREEMENT

This Supply Agreement (the "Agreement") is made and entered into as of March 3, 2015 (the "Effective Date"), by and between Alder Foods, Inc., a Delaware corporation with offices at 9 Elm Road, Dover ("Supplier"), and Birch Retail LLC, a Texas limited liability company ("Buyer").

WHEREAS, Supplier makes soup;

1. Term. The initial term of this Agreement shall be three (3) years from the Effective Date. Thereafter this Agreement shall automatically renew for successive one (1) year terms unless either party gives written notice of non-renewal at least sixty (60) days prior to the end of the then current term.

2. Law. This Agreement shall be governed by and construed in accordance with the laws of the State of Oregon, without regard to conflicts of laws.`,
  );
  const fields = byName(run({ reading, schema: schema('contract') }).fields);

  it.each([
    ['title', 'SUPPLY AGREEMENT'],
    ['agreementDate', '2015-03-03'],
    ['effectiveDate', '2015-03-03'],
    ['expirationDate', '2018-03-03'],
    ['term', '3 years'],
    ['renewalTerm', 'successive 1 year'],
    ['noticePeriod', '60 days'],
    ['governingLaw', 'Oregon'],
  ])('reads %s', (name, value) => expect(fields.get(name)?.value).toBe(value));

  it('reads the parties and what they are called', () =>
    expect(rowsOf(fields.get('parties'))).toEqual([
      { name: 'Alder Foods, Inc.', role: 'Supplier' },
      { name: 'Birch Retail LLC', role: 'Buyer' },
    ]));

  it('says of a computed day that it stands nowhere', () =>
    expect(fields.get('expirationDate')?.grounding).toMatchObject({ match: 'none' }));
});

describe("a tenant's schema of names and labels only", () => {
  const tenant = specifySchema({
    id: 'sch_1',
    key: 'moorings',
    version: 1,
    name: 'Mooring slips',
    description: '',
    documentType: null,
    rules: [],
    fields: [
      { name: 'berthNumber', type: 'string', labels: ['Berth #'] },
      { name: 'vesselName', type: 'string', labels: ['Vessel'] },
      { name: 'stayFrom', type: 'date', labels: ['Stay', 'Arrival'] },
      { name: 'stayTo', type: 'date', labels: ['Stay', 'Departure'] },
      { name: 'harbourFee', type: 'money', labels: ['Harbour fee'] },
      { name: 'status', type: 'string', labels: ['Status'], enum: ['open', 'paid'] },
    ],
  });
  const reading = placedReading([
    [
      ['Vessel', 40, 40],
      ['Sea Spray', 200, 40],
    ],
    [
      ['Berth No', 40, 60],
      ['C-114', 200, 60],
    ],
    [['Stay: 02 June 2021 - 09 June 2021', 40, 80]],
    [
      ['Harbour fee', 40, 100],
      ['$ 310.00', 200, 100],
    ],
    [
      ['Status', 40, 120],
      ['PAID', 200, 120],
    ],
  ]);
  it('is read by its labels', () =>
    expect(valuesOf(run({ reading, schema: tenant }).fields)).toEqual({
      berthNumber: 'C-114',
      vesselName: 'Sea Spray',
      stayFrom: '2021-06-02',
      stayTo: '2021-06-09',
      harbourFee: '310.00',
      status: 'paid',
    }));
});

it('turns every labelled value of an unknown document into a field', () => {
  const reading = textReading('Field report\nStation: Ridge Hut\nVisited on: 4 May 2020\nSnow depth: 112 cm');
  expect(valuesOf(run({ reading, schema: schema('generic') }).fields)).toMatchObject({
    station: 'Ridge Hut',
    visitedOn: '2020-05-04',
    snowDepth: '112 cm',
  });
});

it.each(['', '\n\n', '::::', 'total'])('answers a document without content (%j) with empty fields', (text) => {
  const result = run({ reading: textReading(text), schema: schema('invoice') });
  expect(result.fields).toHaveLength(schema('invoice').fields.length);
  expect(result.fields.every((field) => field.value === null)).toBe(true);
});

it('stays linear on a long document', () => {
  const clause =
    'This Agreement shall be governed by notice, term and total due under section 4 of the laws, renewed between parties. ';
  const extract = (clauses: number): unknown =>
    run({ reading: textReading(clause.repeat(clauses)), schema: schema('contract') });
  expect(growth(extract, 1_500)).toBeLessThan(MOST_GROWTH);
}, 60_000);
