export interface Attached {
  readonly name: string;
  readonly type?: string;
  readonly content: string | Uint8Array;
}

export interface Letter {
  readonly subject: string;
  readonly body: string;
  readonly from?: string;
  /** As a header has it. */
  readonly date?: string;
  readonly attachments?: readonly Attached[];
}

let letters = 0;
const DATE = 'Thu, 05 Mar 2026 09:00:00 +0000';

/** An e-mail as a mail server hands it over; each one is new. */
export function eml({
  subject,
  body,
  from = 'Anna Muster <anna@customer.test>',
  date = DATE,
  attachments = [],
}: Letter): string {
  const boundary = `part-${++letters}-${crypto.randomUUID()}`;
  const head = [
    `From: ${from}`,
    'To: Accounts <accounts@company.test>',
    `Subject: ${subject}`,
    `Date: ${date}`,
    `Message-ID: <${crypto.randomUUID()}@customer.test>`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
  ];
  const text = ['Content-Type: text/plain; charset=utf-8', '', body.replaceAll('\n', '\r\n')];
  const files = attachments.flatMap(({ name, type = 'application/octet-stream', content }) =>
    type === 'message/rfc822'
      ? [`--${boundary}`, `Content-Type: ${type}; name="${name}"`, '', String(content)]
      : [
          `--${boundary}`,
          `Content-Type: ${type}; name="${name}"`,
          `Content-Disposition: attachment; filename="${name}"`,
          'Content-Transfer-Encoding: base64',
          '',
          Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n'),
        ],
  );
  return [...head, '', `--${boundary}`, ...text, ...files, `--${boundary}--`, ''].join('\r\n');
}

export interface InvoiceFacts {
  readonly number: string;
  readonly net?: number;
  readonly due?: string;
  readonly order?: string;
}

const money = (value: number): string => value.toFixed(2);

/** An invoice as plain text, with 20 % tax. */
export function invoiceText({ number, net = 150, due = '4 April 2026', order }: InvoiceFacts): string {
  return [
    'Example Traders Ltd',
    '1 Harbour Road, Bristol BS1 4ST',
    '',
    'INVOICE',
    `Invoice number: ${number}`,
    'Invoice date: 5 March 2026',
    `Due date: ${due}`,
    ...(order === undefined ? [] : [`Purchase order: ${order}`]),
    '',
    'Description   Quantity   Unit price   Amount',
    `Copper pipe   10   ${money(net / 10)}   ${money(net)}`,
    '',
    `Subtotal   ${money(net)}`,
    `VAT 20%   ${money(net * 0.2)}`,
    `Total   GBP ${money(net * 1.2)}`,
    '',
  ].join('\n');
}

/** The same invoice as UBL. */
export const invoiceXml = ({
  number,
  net = 150,
  due = '2026-04-04',
}: InvoiceFacts): string => `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:ID>${number}</cbc:ID>
  <cbc:IssueDate>2026-03-05</cbc:IssueDate>
  <cbc:DueDate>${due}</cbc:DueDate>
  <cbc:DocumentCurrencyCode>GBP</cbc:DocumentCurrencyCode>
  <cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Example Traders Ltd</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty><cac:Party><cac:PartyName><cbc:Name>Company plc</cbc:Name></cac:PartyName></cac:Party></cac:AccountingCustomerParty>
  <cac:TaxTotal><cbc:TaxAmount currencyID="GBP">${money(net * 0.2)}</cbc:TaxAmount></cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    <cbc:TaxExclusiveAmount currencyID="GBP">${money(net)}</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="GBP">${money(net * 1.2)}</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount currencyID="GBP">${money(net * 1.2)}</cbc:PayableAmount>
  </cac:LegalMonetaryTotal>
  <cac:InvoiceLine>
    <cbc:ID>1</cbc:ID>
    <cbc:InvoicedQuantity unitCode="C62">10</cbc:InvoicedQuantity>
    <cbc:LineExtensionAmount currencyID="GBP">${money(net)}</cbc:LineExtensionAmount>
    <cac:Item><cbc:Name>Copper pipe</cbc:Name></cac:Item>
    <cac:Price><cbc:PriceAmount currencyID="GBP">${money(net / 10)}</cbc:PriceAmount></cac:Price>
  </cac:InvoiceLine>
</Invoice>`;
