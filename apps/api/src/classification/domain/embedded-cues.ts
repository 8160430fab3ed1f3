import type { ClassificationInput, FoundCue } from './classification-model.js';
import type { DocumentTypeId } from './taxonomy/document-types.js';

/** What a program has written for programs outweighs all that stands on the page. */
const SURE = 9;
/** The XML of a credit note is named as an invoice's, and goes by the same vocabularies: the title on its page tells. */
const OF_CREDIT_NOTES = 7;

/** The names that Factur-X, ZUGFeRD, XRechnung and Order-X prescribe for the XML inside the PDF. */
const INVOICE_XML = /^(?:factur-x|zugferd-invoice|xrechnung|cii-invoice)\.xml$/i;
const ORDER_XML = /^order-x\.xml$/i;

/** Kinds in the XMP property `fx:DocumentType` (Factur-X 1.0 and Order-X 1.0, XMP extension schema). */
const XMP_KINDS: Readonly<Record<string, DocumentTypeId>> = { INVOICE: 'invoice', ORDER: 'purchase_order' };

/** Vocabularies of XML (as readings name them in `xmlFormat`) that are made for one kind of document. */
const XML_FORMATS: Readonly<Record<string, DocumentTypeId>> = {
  cii: 'invoice',
  cio: 'purchase_order',
  fatturapa: 'invoice',
  facturae: 'invoice',
  ebinterface: 'invoice',
  xbrl: 'financial_statement',
  'ubl-invoice': 'invoice',
  'ubl-self-billed-invoice': 'invoice',
  'ubl-credit-note': 'credit_note',
  'ubl-order': 'purchase_order',
  'ubl-quotation': 'quote',
  'ubl-despatch-advice': 'delivery_note',
  'ubl-packing-list': 'delivery_note',
  'ubl-bill-of-lading': 'bill_of_lading',
  'ubl-waybill': 'bill_of_lading',
  'ubl-utility-statement': 'utility_bill',
  'ubl-reminder': 'payment_reminder',
  'iso20022-camt.052': 'bank_statement',
  'iso20022-camt.053': 'bank_statement',
};

/** UNTDID 1001 and the Italian `TipoDocumento`: the code of an invoice that takes another one back. */
const CREDIT_CODE = /(?:type ?code\W{1,4}(?:381|396|261)|tipo ?documento\W{1,4}TD04)\b/i;
const HEAD = 4_000;

/**
 * What structured data of a file says of its kind: the headers of an e-mail, the format of a contact, an electronic business
 * document, XMP. The labels are in our words and say where it stands. Empty where nothing does.
 */
export function embeddedCues(input: ClassificationInput): readonly FoundCue[] {
  const { reading, mediaType, childNames = [] } = input;
  if (reading.email !== null || mediaType === 'message/rfc822') return cuesOf('email', 'the headers of an e-mail');
  if (mediaType === 'text/vcard') return cuesOf('business_card', 'the format of a contact (vCard)');
  const format = XML_FORMATS[reading.metadata['xmlFormat'] ?? ''];
  return format === undefined ? cuesInside(childNames, reading.metadata) : cuesOfXml(format, reading.text);
}

function cuesOfXml(format: DocumentTypeId, text: string): readonly FoundCue[] {
  if (format === 'invoice' && CREDIT_CODE.test(text.slice(0, HEAD)))
    return cuesOf('credit_note', 'the code of a credit note in its XML');
  return cuesOf(format, 'the vocabulary of its XML');
}

/** By the name of the XML inside a PDF, or by what its XMP says of it. */
function cuesInside(names: readonly string[], metadata: Readonly<Record<string, string>>): readonly FoundCue[] {
  if (names.some((name) => INVOICE_XML.test(name))) return cuesOf('invoice', 'an invoice as embedded XML');
  if (names.some((name) => ORDER_XML.test(name))) return cuesOf('purchase_order', 'an order as embedded XML');
  const xmp = XMP_KINDS[metadata['documentType']?.toUpperCase() ?? ''];
  return xmp === undefined ? [] : cuesOf(xmp, 'the document type in its XMP metadata');
}

const cuesOf = (type: DocumentTypeId, label: string): FoundCue[] => [
  { type, label, points: SURE },
  ...(type === 'invoice' ? [{ type: 'credit_note', label, points: OF_CREDIT_NOTES }] : []),
];
