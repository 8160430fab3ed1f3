import { describe, expect, it } from 'vitest';
import { readEinvoice } from './einvoice.js';
import { slugOf } from './labels.js';
import { namedParties } from './party-names.js';
import { addressFit, isRegistrationLine, nameFit, trimName } from './party-text.js';
import { addDuration } from './prose.js';
import { checkRules } from './rules.js';
import { editDistance, tokenize } from './tokens.js';
import { identifierIn, moneyString } from './values.js';
import { readXml } from './xml-reader.js';
import type { ExtractionSchema } from '../../schemas/index.js';

describe('tokens', () => {
  it.each([
    ['Invoice No. 12', ['invoice', '#', '12']],
    ['Rechnungs-Nr.', ['rechnungs', '#']],
    ['N° de commande', ['#', 'de', 'commande']],
    ['T O T A L due', ['total', 'due']],
    ['Fälligkeit', ['falligkeit']],
  ])('of %j', (text, tokens) => expect(tokenize(text).map((token) => token.text)).toEqual(tokens));

  it('point at the text they came from', () => {
    const text = 'T O T A L: 5';
    expect(tokenize(text).map((token) => text.slice(token.start, token.end))).toEqual(['T O T A L', '5']);
  });

  it.each([
    ['total', 'tota1', 1],
    ['abc', 'xyz', 2],
    ['same', 'same', 0],
  ])('%s and %s differ', (a, b, distance) => expect(Math.min(2, editDistance(a, b, 1))).toBe(distance));
});

describe('lines of a letterhead', () => {
  it.each(['Morgenrot Handels GmbH', 'SEASIDE KITCHEN SDN BHD', 'Corner Bakery', 'Oak & Sons Ltd.'])(
    '%s is a name',
    (line) => expect(nameFit(line)).toBeGreaterThanOrEqual(0.65),
  );
  it.each([
    'TAX INVOICE',
    'Company No: 123456-A',
    'Tel: 030 1234567',
    '12/04/2020',
    'SDN BHD',
    'Total: 12.00',
    '81100 Johor Bahru, Johor',
  ])('%s is none', (line) => expect(nameFit(line)).toBeLessThan(0.45));
  it.each(['12 High Street', '20457 Hamburg', 'NO 5, JALAN BUNGA 3,', 'Suite 400, Austin TX 78701'])(
    '%s is of an address',
    (line) => expect(addressFit(line)).toBeGreaterThanOrEqual(0.4),
  );
  it.each(['TOTAL AMOUNT DUE ON August 3 , 2014', 'Gesamtbetrag, zahlbar bis Mai 2014', 'Balance due 3 May, 2014'])(
    '%s is of no address',
    (line) => expect(addressFit(line)).toBe(0),
  );
  it.each(['GST ID NO: 000123456789', '(123456-K)', 'Co. Reg No: 201812345'])('%s is a registration', (line) =>
    expect(isRegistrationLine(line)).toBe(true),
  );
  it.each([
    ['SEASIDE KITCHEN SDN BHD (123456-K)', 'SEASIDE KITCHEN SDN BHD'],
    ['Ridge Services Invoice', 'Ridge Services'],
    ['OWNER: ALDER FOODS INC', 'ALDER FOODS INC'],
  ])('%s is trimmed', (line, name) => expect(trimName(line)).toBe(name));
});

describe('identifiers', () => {
  it.each([
    ['A-2024/17 of May', 'A-2024/17'],
    ['CS 24198', 'CS 24198'],
    ['4711 0815 2', '4711 0815'],
    ['see page 3', null],
    ['12:45', null],
  ])('%s', (text, value) => expect(identifierIn(text, 0, text.length)?.value ?? null).toBe(value));
  it.each([
    ['12', '12.00'],
    ['3.5', '3.50'],
    ['1.2345', '1.2345'],
  ])('%s as money', (value, money) => expect(moneyString(value)).toBe(money));
  it('slugs', () => expect(slugOf('Date of  issue (UTC)')).toBe('dateOfIssueUtc'));
});

describe('parties of a preamble', () => {
  it.each([
    [
      'Acme Corp., a Nevada corporation ("Acme"), and Jane Q. Miller, an individual ("Author")',
      ['Acme Corp.', 'Jane Q. Miller'],
    ],
    ['North Pier Ltd. and South Pier Ltd. WHEREAS', ['North Pier Ltd.', 'South Pier Ltd.']],
    [
      'Salt and Pepper Company, Inc. ("SPC") and Vale LLC ("Vale"). Each of SPC and Vale is a party.',
      ['Salt and Pepper Company, Inc.', 'Vale LLC'],
    ],
  ])('%s', (text, names) => expect(namedParties(text, 0, text.length).map((party) => party.name)).toEqual(names));
});

describe('time', () => {
  it.each([
    ['2020-01-31', 1, 'month', '2020-02-29'],
    ['2019-03-03', 2, 'year', '2021-03-03'],
    ['2019-12-30', 3, 'day', '2020-01-02'],
    ['2019-12-30', 5, 'hour', null],
  ] as const)('%s and %s %s', (iso, value, unit, result) =>
    expect(addDuration(iso, { start: 0, end: 1, iso: '', value, unit })).toBe(result),
  );
});

describe('xml', () => {
  it('reads elements, attributes, entities and CDATA', () =>
    expect(readXml('<a:r x="1&amp;2"><b><![CDATA[<c>]]></b><d/>&#65;</a:r>')).toMatchObject({
      name: 'r',
      attributes: { x: '1&2' },
      text: 'A',
      children: [{ name: 'b', text: '<c>' }, { name: 'd' }],
    }));
  it.each(['<a><b></a></b>', '<a>', 'text', ''])('refuses %j', (source) => expect(readXml(source)).toBeNull());
  it('expands no entity of a DTD', () =>
    expect(readXml('<!DOCTYPE a [<!ENTITY x "boom">]><a>&x;</a>')?.text).toBe('&x;'));
  it('takes other XML for no invoice', () => expect(readEinvoice('<catalog><book/></catalog>')).toBeNull());
  it('reads UBL', () => {
    const ubl = `<Invoice xmlns:cbc="x"><cbc:ID>7</cbc:ID><cbc:IssueDate>2024-02-01</cbc:IssueDate><cbc:DocumentCurrencyCode>SEK</cbc:DocumentCurrencyCode>
      <LegalMonetaryTotal><cbc:TaxInclusiveAmount currencyID="SEK">12.5</cbc:TaxInclusiveAmount></LegalMonetaryTotal>
      <InvoiceLine><LineExtensionAmount>10</LineExtensionAmount><Item><Name>Rope</Name></Item></InvoiceLine></Invoice>`;
    const invoice = readEinvoice(ubl);
    expect(invoice?.format).toBe('ubl');
    expect(invoice?.fields.get('total')).toMatchObject({
      value: '12.50',
      currency: 'SEK',
      path: '/Invoice/LegalMonetaryTotal/TaxInclusiveAmount',
    });
    expect(invoice?.lineItems[0]?.get('amount')?.value).toBe('10.00');
  });
});

describe('rules', () => {
  const schema = {
    rules: [
      { kind: 'sum', name: 'sum', of: ['net', 'tax'], equals: 'total' },
      { kind: 'date-order', name: 'order', first: 'from', second: 'to' },
      { kind: 'line-sum', name: 'lines', list: 'items', column: 'amount', equalsOneOf: ['net', 'total'] },
    ],
  } as unknown as ExtractionSchema;
  const check = (values: Record<string, string>, sums: Record<string, number> = {}) =>
    checkRules(schema, new Map(Object.entries(values)), { sums: new Map(Object.entries(sums)), rows: new Map() });

  it.each([
    ['an exact sum', { net: '10.00', tax: '1.90', total: '11.90' }, [], ['net', 'tax', 'total']],
    ['a sum rounded for cash', { net: '10.00', tax: '1.88', total: '11.90' }, [], ['net', 'tax', 'total']],
    ['a wrong sum', { net: '10.00', tax: '1.90', total: '19.10' }, ['sum'], []],
    ['a missing part', { net: '10.00', total: '19.10' }, [], []],
    ['days in the wrong order', { from: '2020-02-02', to: '2020-01-01' }, ['order'], []],
  ])('%s', (_, values, failures, confirmed) => {
    const outcome = check(values);
    expect([...new Set([...outcome.failures.values()].flat())]).toEqual(failures);
    expect([...outcome.confirmed]).toEqual(confirmed);
  });

  it('compares lines with either sum', () => {
    expect(check({ net: '10.00', total: '11.90' }, { 'items.amount': 1000 }).confirmed).toContain('items');
    expect(check({ net: '10.00', total: '11.90' }, { 'items.amount': 900 }).failures.get('items')).toEqual(['lines']);
  });
});
