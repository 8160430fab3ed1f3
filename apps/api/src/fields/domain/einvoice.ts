import { atPath, readXml, type XmlElement, type XmlHit } from './xml-reader.js';

/** A value of an electronic invoice: as a field's value, as printed, and where it stands. */
export interface EmbeddedValue {
  readonly value: string;
  readonly raw: string;
  readonly currency: string | null;
  readonly path: string;
  /** Where it was read; where it is an attribute of that, `isAttribute`. */
  readonly element: XmlElement;
  readonly isAttribute: boolean;
}

export interface EmbeddedInvoice {
  /** `cii` (Factur-X, ZUGFeRD, XRechnung), `ubl` or `fatturapa`. */
  readonly format: string;
  readonly root: XmlElement;
  readonly fields: ReadonlyMap<string, EmbeddedValue>;
  readonly lineItems: readonly ReadonlyMap<string, EmbeddedValue>[];
}

type Kind = 'text' | 'date' | 'money' | 'number' | 'join' | 'percent' | 'unit';
/** Field, kind, paths in order of preference; a join takes all children of the first path that has any. */
type Mapping = readonly (readonly [string, Kind, readonly string[]])[];

const CII_PARTY = (party: string, name: string, address: string, tax: string | null): Mapping => {
  const base = `SupplyChainTradeTransaction|SpecifiedSupplyChainTradeTransaction/ApplicableHeaderTradeAgreement|ApplicableSupplyChainTradeAgreement/${party}`;
  return [
    [name, 'text', [`${base}/Name`]],
    [address, 'join', [`${base}/PostalTradeAddress`]],
    ...(tax
      ? ([[tax, 'text', [`${base}/SpecifiedTaxRegistration/ID[VA]`, `${base}/SpecifiedTaxRegistration/ID`]]] as const)
      : []),
  ];
};
const CII = 'SupplyChainTradeTransaction|SpecifiedSupplyChainTradeTransaction';
const CII_SETTLEMENT = `${CII}/ApplicableHeaderTradeSettlement|ApplicableSupplyChainTradeSettlement`;
const CII_SUM = `${CII_SETTLEMENT}/SpecifiedTradeSettlementHeaderMonetarySummation|SpecifiedTradeSettlementMonetarySummation`;
const CII_FIELDS: Mapping = [
  ['invoiceNumber', 'text', ['ExchangedDocument|HeaderExchangedDocument/ID']],
  ['issueDate', 'date', ['ExchangedDocument|HeaderExchangedDocument/IssueDateTime/DateTimeString']],
  ['dueDate', 'date', [`${CII_SETTLEMENT}/SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString`]],
  ...CII_PARTY('SellerTradeParty', 'vendorName', 'vendorAddress', 'vendorTaxId'),
  ...CII_PARTY('BuyerTradeParty', 'customerName', 'customerAddress', null),
  [
    'customerId',
    'text',
    [`${CII}/ApplicableHeaderTradeAgreement|ApplicableSupplyChainTradeAgreement/BuyerTradeParty/ID`],
  ],
  [
    'purchaseOrder',
    'text',
    [
      `${CII}/ApplicableHeaderTradeAgreement|ApplicableSupplyChainTradeAgreement/BuyerOrderReferencedDocument/IssuerAssignedID|ID`,
    ],
  ],
  ['currency', 'text', [`${CII_SETTLEMENT}/InvoiceCurrencyCode`]],
  ['subtotal', 'money', [`${CII_SUM}/TaxBasisTotalAmount`, `${CII_SUM}/LineTotalAmount`]],
  ['totalTax', 'money', [`${CII_SUM}/TaxTotalAmount`]],
  ['totalDiscount', 'money', [`${CII_SUM}/AllowanceTotalAmount`]],
  ['total', 'money', [`${CII_SUM}/GrandTotalAmount`]],
  ['amountDue', 'money', [`${CII_SUM}/DuePayableAmount`]],
  [
    'iban',
    'text',
    [`${CII_SETTLEMENT}/SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/IBANID`],
  ],
  [
    'bic',
    'text',
    [`${CII_SETTLEMENT}/SpecifiedTradeSettlementPaymentMeans/PayeeSpecifiedCreditorFinancialInstitution/BICID`],
  ],
  ['paymentTerms', 'text', [`${CII_SETTLEMENT}/SpecifiedTradePaymentTerms/Description`]],
  [
    'serviceStartDate',
    'date',
    [
      `${CII_SETTLEMENT}/BillingSpecifiedPeriod/StartDateTime/DateTimeString`,
      `${CII}/ApplicableHeaderTradeDelivery|ApplicableSupplyChainTradeDelivery/ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString`,
    ],
  ],
  ['serviceEndDate', 'date', [`${CII_SETTLEMENT}/BillingSpecifiedPeriod/EndDateTime/DateTimeString`]],
];
const CII_LINE: Mapping = [
  ['description', 'text', ['SpecifiedTradeProduct/Name', 'SpecifiedTradeProduct/Description']],
  ['quantity', 'number', ['SpecifiedLineTradeDelivery|SpecifiedSupplyChainTradeDelivery/BilledQuantity']],
  ['unit', 'unit', ['SpecifiedLineTradeDelivery|SpecifiedSupplyChainTradeDelivery/BilledQuantity']],
  [
    'unitPrice',
    'money',
    ['SpecifiedLineTradeAgreement|SpecifiedSupplyChainTradeAgreement/NetPriceProductTradePrice/ChargeAmount'],
  ],
  [
    'taxRate',
    'percent',
    [
      'SpecifiedLineTradeSettlement|SpecifiedSupplyChainTradeSettlement/ApplicableTradeTax/RateApplicablePercent|ApplicablePercent',
    ],
  ],
  ['productCode', 'text', ['SpecifiedTradeProduct/SellerAssignedID', 'SpecifiedTradeProduct/GlobalID']],
  [
    'amount',
    'money',
    [
      'SpecifiedLineTradeSettlement|SpecifiedSupplyChainTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation|SpecifiedTradeSettlementMonetarySummation/LineTotalAmount',
    ],
  ],
];

const UBL_PARTY = (role: string, name: string, address: string): Mapping => [
  [name, 'text', [`${role}/Party/PartyLegalEntity/RegistrationName`, `${role}/Party/PartyName/Name`]],
  [address, 'join', [`${role}/Party/PostalAddress`]],
];
const UBL_FIELDS: Mapping = [
  ['invoiceNumber', 'text', ['ID']],
  ['issueDate', 'date', ['IssueDate']],
  ['dueDate', 'date', ['DueDate', 'PaymentMeans/PaymentDueDate']],
  ...UBL_PARTY('AccountingSupplierParty', 'vendorName', 'vendorAddress'),
  ...UBL_PARTY('AccountingCustomerParty', 'customerName', 'customerAddress'),
  ['vendorTaxId', 'text', ['AccountingSupplierParty/Party/PartyTaxScheme/CompanyID']],
  ['customerId', 'text', ['AccountingCustomerParty/Party/PartyIdentification/ID']],
  ['purchaseOrder', 'text', ['OrderReference/ID']],
  ['currency', 'text', ['DocumentCurrencyCode']],
  ['subtotal', 'money', ['LegalMonetaryTotal/TaxExclusiveAmount', 'LegalMonetaryTotal/LineExtensionAmount']],
  ['totalTax', 'money', ['TaxTotal/TaxAmount']],
  ['totalDiscount', 'money', ['LegalMonetaryTotal/AllowanceTotalAmount']],
  ['total', 'money', ['LegalMonetaryTotal/TaxInclusiveAmount', 'LegalMonetaryTotal/PayableAmount']],
  ['amountDue', 'money', ['LegalMonetaryTotal/PayableAmount']],
  ['iban', 'text', ['PaymentMeans/PayeeFinancialAccount/ID']],
  ['bic', 'text', ['PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch/ID']],
  ['paymentTerms', 'text', ['PaymentTerms/Note']],
  ['serviceStartDate', 'date', ['InvoicePeriod/StartDate', 'Delivery/ActualDeliveryDate']],
  ['serviceEndDate', 'date', ['InvoicePeriod/EndDate']],
];
const UBL_LINE: Mapping = [
  ['description', 'text', ['Item/Name', 'Item/Description']],
  ['quantity', 'number', ['InvoicedQuantity|CreditedQuantity']],
  ['unit', 'unit', ['InvoicedQuantity|CreditedQuantity']],
  ['unitPrice', 'money', ['Price/PriceAmount']],
  ['taxRate', 'percent', ['Item/ClassifiedTaxCategory/Percent']],
  ['productCode', 'text', ['Item/SellersItemIdentification/ID', 'Item/StandardItemIdentification/ID']],
  ['amount', 'money', ['LineExtensionAmount']],
];

const IT_PARTY = (role: string, name: string, address: string): Mapping => [
  [name, 'text', [`FatturaElettronicaHeader/${role}/DatiAnagrafici/Anagrafica/Denominazione`]],
  [name, 'join', [`FatturaElettronicaHeader/${role}/DatiAnagrafici/Anagrafica`]],
  [address, 'join', [`FatturaElettronicaHeader/${role}/Sede`]],
];
const IT_DOCUMENT = 'FatturaElettronicaBody/DatiGenerali/DatiGeneraliDocumento';
const IT_PAYMENT = 'FatturaElettronicaBody/DatiPagamento/DettaglioPagamento';
const IT_FIELDS: Mapping = [
  ['invoiceNumber', 'text', [`${IT_DOCUMENT}/Numero`]],
  ['issueDate', 'date', [`${IT_DOCUMENT}/Data`]],
  ['dueDate', 'date', [`${IT_PAYMENT}/DataScadenzaPagamento`]],
  ...IT_PARTY('CedentePrestatore', 'vendorName', 'vendorAddress'),
  ...IT_PARTY('CessionarioCommittente', 'customerName', 'customerAddress'),
  ['vendorTaxId', 'text', ['FatturaElettronicaHeader/CedentePrestatore/DatiAnagrafici/IdFiscaleIVA/IdCodice']],
  ['purchaseOrder', 'text', ['FatturaElettronicaBody/DatiGenerali/DatiOrdineAcquisto/IdDocumento']],
  ['currency', 'text', [`${IT_DOCUMENT}/Divisa`]],
  ['total', 'money', [`${IT_DOCUMENT}/ImportoTotaleDocumento`]],
  ['amountDue', 'money', [`${IT_PAYMENT}/ImportoPagamento`]],
  ['subtotal', 'money', ['FatturaElettronicaBody/DatiBeniServizi/DatiRiepilogo/ImponibileImporto']],
  ['totalTax', 'money', ['FatturaElettronicaBody/DatiBeniServizi/DatiRiepilogo/Imposta']],
  ['iban', 'text', [`${IT_PAYMENT}/IBAN`]],
];
const IT_LINE: Mapping = [
  ['description', 'text', ['Descrizione']],
  ['quantity', 'number', ['Quantita']],
  ['unit', 'text', ['UnitaMisura']],
  ['unitPrice', 'money', ['PrezzoUnitario']],
  ['taxRate', 'percent', ['AliquotaIVA']],
  ['productCode', 'text', ['CodiceArticolo/CodiceValore']],
  ['amount', 'money', ['PrezzoTotale']],
];

interface Format {
  readonly format: string;
  readonly roots: readonly string[];
  readonly fields: Mapping;
  readonly lines: string;
  readonly line: Mapping;
}
const FORMATS: readonly Format[] = [
  {
    format: 'cii',
    roots: ['CrossIndustryInvoice', 'CrossIndustryDocument'],
    fields: CII_FIELDS,
    lines: `${CII}/IncludedSupplyChainTradeLineItem`,
    line: CII_LINE,
  },
  {
    format: 'ubl',
    roots: ['Invoice', 'CreditNote'],
    fields: UBL_FIELDS,
    lines: 'InvoiceLine|CreditNoteLine',
    line: UBL_LINE,
  },
  {
    format: 'fatturapa',
    roots: ['FatturaElettronica'],
    fields: IT_FIELDS,
    lines: 'FatturaElettronicaBody/DatiBeniServizi/DettaglioLinee',
    line: IT_LINE,
  },
];

function isoDate(text: string): string | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text.trim());
  const iso = match ? `${match[1]}-${match[2]}-${match[3]}` : '';
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) && iso !== '' ? iso : null;
}

const decimal = (text: string): string | null =>
  /^[-+]?\d+(?:\.\d+)?$/.test(text.trim()) ? text.trim().replace(/^\+/, '') : null;

/** At least two decimals, without zeros that only pad: 86.5500 → 86.55. */
function money(text: string): string | null {
  const plain = decimal(text);
  if (plain === null) return null;
  const [whole = '0', rest = ''] = plain.split('.');
  return `${whole}.${rest.replace(/0+$/, '').padEnd(2, '0')}`;
}

const ADDRESS_ORDER = [
  'LineOne',
  'LineTwo',
  'LineThree',
  'StreetName',
  'AdditionalStreetName',
  'Indirizzo',
  'NumeroCivico',
  'PostcodeCode',
  'PostalZone',
  'CAP',
  'CityName',
  'Comune',
  'Nome',
  'Cognome',
];
function join(hit: XmlHit): string {
  const parts = new Map(
    hit.element.children.map((child) => [
      child.name,
      child.name === 'Country' ? (child.children[0]?.text ?? '') : child.text,
    ]),
  );
  return ADDRESS_ORDER.map((name) => parts.get(name) ?? '')
    .filter(Boolean)
    .join(' ');
}

function valueOf(kind: Kind, hit: XmlHit): string | null {
  const { text, attributes } = hit.element;
  const readers: Record<Kind, () => string | null> = {
    text: () => text.replace(/\s+/g, ' ') || null,
    date: () => isoDate(text),
    money: () => money(text),
    number: () =>
      decimal(text)
        ?.replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '') ?? null,
    percent: () =>
      decimal(text)
        ?.replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '') ?? null,
    join: () => join(hit) || null,
    unit: () => attributes['unitCode'] ?? null,
  };
  return readers[kind]();
}

const SCHEME = /^(.*)\[(\w+)\]$/;
function hitsAt(root: XmlHit, path: string): XmlHit[] {
  const scheme = SCHEME.exec(path);
  if (!scheme) return atPath(root, path);
  return atPath(root, scheme[1] ?? '').filter((hit) => hit.element.attributes['schemeID'] === scheme[2]);
}

function readMapping(root: XmlHit, mapping: Mapping, currency: string | null): Map<string, EmbeddedValue> {
  const values = new Map<string, EmbeddedValue>();
  for (const [field, kind, paths] of mapping) {
    for (const path of values.has(field) ? [] : paths) {
      const hit = hitsAt(root, path).find((one) => valueOf(kind, one) !== null);
      const value = hit ? valueOf(kind, hit) : null;
      if (!hit || value === null) continue;
      const own = hit.element.attributes['currencyID'] ?? currency;
      values.set(field, {
        value,
        raw: (kind === 'unit' ? '' : hit.element.text) || value,
        currency: kind === 'money' ? own : null,
        path: hit.path,
        element: hit.element,
        isAttribute: kind === 'unit',
      });
      break;
    }
  }
  return values;
}

/** Reads Factur-X, ZUGFeRD 1 and 2, XRechnung (CII and UBL), Peppol BIS and FatturaPA; null for any other XML. */
export function readEinvoice(xml: string): EmbeddedInvoice | null {
  const element = readXml(xml);
  const format = element && FORMATS.find((one) => one.roots.includes(element.name));
  if (!element || !format) return null;
  const root: XmlHit = { element, path: `/${element.name}` };
  const currency =
    readMapping(
      root,
      format.fields.filter(([field]) => field === 'currency'),
      null,
    ).get('currency')?.value ?? null;
  const fields = readMapping(root, format.fields, currency);
  if (!fields.has('invoiceNumber') && !fields.has('total')) return null;
  const lineItems = atPath(root, format.lines).map((hit, index) =>
    readMapping({ ...hit, path: `${hit.path}[${index + 1}]` }, format.line, currency),
  );
  return { format: format.format, root: element, fields, lineItems };
}

/** A cheap look at the beginning of a file: is this an electronic invoice of a known format? */
export const isEinvoice = (text: string): boolean =>
  /<(?:[\w-]+:)?(?:CrossIndustryInvoice|CrossIndustryDocument|Invoice|CreditNote|FatturaElettronica)[\s>]/.test(
    text.slice(0, 8_000),
  ) && readEinvoice(text) !== null;
