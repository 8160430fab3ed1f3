import { xmlText } from '@model/reading';
import { describe, expect, it } from 'vitest';
import { type PlacedText, placedReading } from '../../../../test/support/placed-reading.js';
import { type EmbeddedFile, extractFields } from './extract-fields.js';
import { textReading } from '../../../../test/support/placed-reading.js';
import { schemaForType } from '../schemas/index.js';

type Values = Readonly<Record<string, string | null>>;

const UBL = (root: string, lines: string, totals: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<ubl:${root} xmlns:ubl="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cac="urn:cac" xmlns:cbc="urn:cbc">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
  <cbc:ID>CN-88-2</cbc:ID>
  <cbc:IssueDate>2026-03-09</cbc:IssueDate>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cac:OrderReference><cbc:ID>PO-4</cbc:ID></cac:OrderReference>
  <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>INV-88</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>
  <cac:AccountingSupplierParty><cac:Party>
    <cac:PostalAddress><cbc:StreetName>Quay 3</cbc:StreetName><cbc:CityName>Ostend</cbc:CityName><cbc:PostalZone>8400</cbc:PostalZone></cac:PostalAddress>
    <cac:PartyTaxScheme><cbc:CompanyID>BE0123456749</cbc:CompanyID></cac:PartyTaxScheme>
    <cac:PartyLegalEntity><cbc:RegistrationName>Harbour Supplies NV</cbc:RegistrationName></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty><cac:Party><cac:PartyName><cbc:Name>Dune Hotel</cbc:Name></cac:PartyName></cac:Party></cac:AccountingCustomerParty>
  <cac:PaymentMeans><cac:PayeeFinancialAccount><cbc:ID>BE68539007547034</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
  <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">21.00</cbc:TaxAmount></cac:TaxTotal>
  <cac:LegalMonetaryTotal>${totals}</cac:LegalMonetaryTotal>
  ${lines}
</ubl:${root}>`;

const UBL_TOTALS = `<cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount currencyID="EUR">100.00</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="EUR">121.00</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">121.00</cbc:PayableAmount>`;
const CREDIT_LINE = `<cac:CreditNoteLine><cbc:ID>1</cbc:ID><cbc:CreditedQuantity unitCode="C62">4</cbc:CreditedQuantity><cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount><cac:Item><cbc:Name>Rope, returned</cbc:Name><cac:ClassifiedTaxCategory><cbc:Percent>21</cbc:Percent></cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount currencyID="EUR">25.00</cbc:PriceAmount></cac:Price></cac:CreditNoteLine>`;

const FATTURA_PARTY = (role: string, name: string, place: string, code: string): string =>
  `<${role}><DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>${code}</IdCodice></IdFiscaleIVA><Anagrafica><Denominazione>${name}</Denominazione></Anagrafica></DatiAnagrafici><Sede><Indirizzo>Via del Porto</Indirizzo><NumeroCivico>7</NumeroCivico><CAP>16100</CAP><Comune>${place}</Comune><Nazione>IT</Nazione></Sede></${role}>`;
const FATTURA = `<?xml version="1.0" encoding="UTF-8"?>
<p:FatturaElettronica versione="FPR12" xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2">
  <FatturaElettronicaHeader>
    ${FATTURA_PARTY('CedentePrestatore', 'Cordami Liguri S.r.l.', 'Genova', '01234567890')}
    ${FATTURA_PARTY('CessionarioCommittente', 'Albergo Duna', 'Savona', '09876543210')}
  </FatturaElettronicaHeader>
  <FatturaElettronicaBody>
    <DatiGenerali>
      <DatiGeneraliDocumento><TipoDocumento>TD01</TipoDocumento><Divisa>EUR</Divisa><Data>2026-03-10</Data><Numero>FT/26/31</Numero><ImportoTotaleDocumento>244.00</ImportoTotaleDocumento></DatiGeneraliDocumento>
      <DatiOrdineAcquisto><IdDocumento>ORD-9</IdDocumento></DatiOrdineAcquisto>
    </DatiGenerali>
    <DatiBeniServizi>
      <DettaglioLinee><NumeroLinea>1</NumeroLinea><CodiceArticolo><CodiceTipo>ART</CodiceTipo><CodiceValore>C-12</CodiceValore></CodiceArticolo><Descrizione>Corda 12 mm</Descrizione><Quantita>50.00</Quantita><UnitaMisura>m</UnitaMisura><PrezzoUnitario>3.00000</PrezzoUnitario><PrezzoTotale>150.00</PrezzoTotale><AliquotaIVA>22.00</AliquotaIVA></DettaglioLinee>
      <DettaglioLinee><NumeroLinea>2</NumeroLinea><Descrizione>Moschettoni</Descrizione><Quantita>10.00</Quantita><UnitaMisura>pz</UnitaMisura><PrezzoUnitario>5.00</PrezzoUnitario><PrezzoTotale>50.00</PrezzoTotale><AliquotaIVA>22.00</AliquotaIVA></DettaglioLinee>
      <DatiRiepilogo><AliquotaIVA>22.00</AliquotaIVA><ImponibileImporto>200.00</ImponibileImporto><Imposta>44.00</Imposta></DatiRiepilogo>
    </DatiBeniServizi>
    <DatiPagamento><CondizioniPagamento>TP02</CondizioniPagamento><DettaglioPagamento><ModalitaPagamento>MP05</ModalitaPagamento><DataScadenzaPagamento>2026-04-09</DataScadenzaPagamento><ImportoPagamento>244.00</ImportoPagamento><IBAN>IT60X0542811101000000123456</IBAN></DettaglioPagamento></DatiPagamento>
  </FatturaElettronicaBody>
</p:FatturaElettronica>`;

const read = (xml: string, reading = textReading(''), isWhole = true, shown?: EmbeddedFile['shown']) =>
  extractFields({
    documentId: 'doc_1',
    reading,
    schema: schemaForType('invoice'),
    language: 'en',
    embedded: [{ name: 'invoice.xml', text: xml, isWhole, ...(shown && { shown }) }],
  });

describe('electronic invoices', () => {
  it.each<[string, string, Values, readonly Values[]]>([
    [
      'a credit note in UBL',
      UBL('CreditNote', CREDIT_LINE, UBL_TOTALS),
      {
        invoiceNumber: 'CN-88-2',
        issueDate: '2026-03-09',
        vendorName: 'Harbour Supplies NV',
        vendorAddress: 'Quay 3 8400 Ostend',
        vendorTaxId: 'BE0123456749',
        customerName: 'Dune Hotel',
        purchaseOrder: 'PO-4',
        currency: 'EUR',
        subtotal: '100.00',
        totalTax: '21.00',
        total: '121.00',
        amountDue: '121.00',
        iban: 'BE68539007547034',
      },
      [
        {
          description: 'Rope, returned',
          quantity: '4',
          unit: 'C62',
          unitPrice: '25.00',
          taxRate: '21',
          amount: '100.00',
        },
      ],
    ],
    [
      'FatturaPA',
      FATTURA,
      {
        invoiceNumber: 'FT/26/31',
        issueDate: '2026-03-10',
        dueDate: '2026-04-09',
        vendorName: 'Cordami Liguri S.r.l.',
        vendorAddress: 'Via del Porto 7 16100 Genova',
        vendorTaxId: '01234567890',
        customerName: 'Albergo Duna',
        customerAddress: 'Via del Porto 7 16100 Savona',
        purchaseOrder: 'ORD-9',
        currency: 'EUR',
        subtotal: '200.00',
        totalTax: '44.00',
        total: '244.00',
        amountDue: '244.00',
        iban: 'IT60X0542811101000000123456',
      },
      [
        {
          description: 'Corda 12 mm',
          quantity: '50',
          unit: 'm',
          unitPrice: '3.00',
          taxRate: '22',
          productCode: 'C-12',
          amount: '150.00',
        },
        { description: 'Moschettoni', quantity: '10', unit: 'pz', unitPrice: '5.00', taxRate: '22', amount: '50.00' },
      ],
    ],
  ])('are read exactly: %s', (_, xml, fields, lines) => {
    const result = read(xml);
    const given = (all: readonly { name: string; value: string | null }[]): Values =>
      Object.fromEntries(all.filter(({ value }) => value !== null).map(({ name, value }) => [name, value]));
    expect(given(result.fields)).toEqual(fields);
    expect(result.fields.find(({ name }) => name === 'lineItems')?.items?.map((item) => given(item.fields))).toEqual(
      lines,
    );
    expect(result.disagreements).toEqual([]);
  });
});

describe('the page beside embedded data', () => {
  const INVOICE_LINE = CREDIT_LINE.replaceAll('CreditNoteLine', 'InvoiceLine').replaceAll('Credited', 'Invoiced');
  const XML = UBL('Invoice', INVOICE_LINE, UBL_TOTALS);
  const page = (change: Readonly<Record<string, string>> = {}): PlacedText[][] => {
    const printed: Record<string, string> = {
      number: 'CN-88-2',
      date: '2026-03-09',
      subtotal: '100.00',
      tax: '21.00',
      total: '121.00',
      iban: 'BE68 5390 0754 7034',
      seller: 'Harbour Supplies NV',
      ...change,
    };
    return [
      [[printed['seller'] ?? '', 40, 30]],
      [['Quay 3, 8400 Ostend', 40, 44]],
      [['INVOICE', 40, 90]],
      [
        ['Invoice number:', 40, 120],
        [printed['number'] ?? '', 200, 120],
      ],
      [
        ['Invoice date:', 40, 136],
        [printed['date'] ?? '', 200, 136],
      ],
      [
        ['Description', 40, 200],
        ['Quantity', 260, 200],
        ['Unit price', 360, 200],
        ['Amount', 480, 200],
      ],
      [
        ['Rope, returned', 40, 216],
        ['4', 260, 216],
        ['25.00', 360, 216],
        [printed['subtotal'] ?? '', 480, 216],
      ],
      [
        ['Subtotal', 360, 260],
        [printed['subtotal'] ?? '', 480, 260],
      ],
      [
        ['VAT 21%', 360, 276],
        [printed['tax'] ?? '', 480, 276],
      ],
      [
        ['Total EUR', 360, 292],
        [printed['total'] ?? '', 480, 292],
      ],
      [
        ['IBAN:', 40, 340],
        [printed['iban'] ?? '', 200, 340],
      ],
    ];
  };
  const findings = (change?: Readonly<Record<string, string>>) => read(XML, placedReading(page(change)), false);

  const shownAs = (text: string | null) => ({ documentId: 'doc_2', text });

  /** Where each value stands, by `name of its field`: document and quote. */
  const places = (shown: EmbeddedFile['shown']): Map<string, readonly [string, string] | null> => {
    const { fields } = read(XML, placedReading(page()), false, shown);
    const rows = fields.flatMap((field) => (field.items ?? []).flatMap((item) => item.fields));
    return new Map(
      [...fields.filter(({ items }) => !items), ...rows]
        .filter(({ value }) => value !== null)
        .map(({ name, grounding }) => [name, grounding && [grounding.documentId, grounding.quote]]),
    );
  };

  it.each([
    ['that has been read', xmlText(XML)],
    ['that is read later', null],
  ])('shows a value, or the text of the data does: one %s', (_, text) => {
    const found = places(shownAs(text));
    expect(Object.fromEntries(found)).toMatchObject({
      total: ['doc_1', expect.stringContaining('121.00')],
      quantity: ['doc_1', expect.stringContaining('Rope, returned')],
      unit: ['doc_2', 'Invoiced Quantity: 4 (unit Code C62)'],
      purchaseOrder: ['doc_2', 'Order Reference ID: PO-4'],
      vendorTaxId: ['doc_2', 'Party Tax Scheme Company ID: BE0123456749'],
    });
    expect([...found.values()]).not.toContain(null);
  });

  it('alone can show values of data without a text', () =>
    expect([...places(undefined)].filter(([, place]) => place === null).map(([name]) => name)).toEqual([
      'vendorTaxId',
      'customerName',
      'purchaseOrder',
      'unit',
    ]));

  it('is no finding where it says the same', () => {
    const { disagreements, ruleFailures, fields } = findings();
    expect([disagreements, ruleFailures]).toEqual([[], []]);
    expect(fields.find(({ name }) => name === 'total')?.grounding?.quote).toContain('121.00');
  });

  it.each([
    ['number', 'CN-89-7', 'invoiceNumber', 'CN-89-7'],
    ['date', '2026-05-19', 'issueDate', '2026-05-19'],
    ['total', '1,121.00', 'total', '1121.00'],
    ['iban', 'BE71 0961 2345 6769', 'iban', 'BE71096123456769'],
    ['seller', 'Quite Another Ltd', 'vendorName', 'Quite Another Ltd'],
  ])('is a finding where its %s is %s', (part, printed, field, value) => {
    const { disagreements, ruleFailures, fields } = findings({ [part]: printed });
    expect(disagreements).toMatchObject([
      { rule: 'page-disagrees', field, chosen: { source: 'embedded-data' }, other: { value, source: 'body' } },
    ]);
    expect(disagreements[0]?.other.grounding?.quote).toContain(printed);
    expect(ruleFailures).toEqual(['page-disagrees']);
    const own = fields.find(({ name }) => name === field);
    expect(own?.ruleFailures).toEqual(['page-disagrees']);
    expect(own?.confidence).toBeLessThan(0.9);
  });

  it('is a finding also where the data has a text of its own', () => {
    const { disagreements } = read(XML, placedReading(page({ number: 'CN-89-7' })), false, shownAs(null));
    expect(disagreements).toMatchObject([
      { field: 'invoiceNumber', chosen: { grounding: { documentId: 'doc_2' } }, other: { value: 'CN-89-7' } },
    ]);
  });

  it('is a finding for each amount where all of them are others', () => {
    const { disagreements } = findings({ subtotal: '300.00', tax: '63.00', total: '363.00' });
    expect(disagreements.map(({ field, other }) => [field, other.value])).toEqual([
      ['subtotal', '300.00'],
      ['totalTax', '63.00'],
      ['total', '363.00'],
    ]);
  });
});
