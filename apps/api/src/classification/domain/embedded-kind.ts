import type { ClassificationInput } from './classification-model.js';
import type { DocumentTypeId } from './taxonomy/document-types.js';

/** What a file says itself of its kind, in data that programs read. */
export interface EmbeddedKind {
  readonly type: DocumentTypeId;
  /** Where it stands, in our words: makes sense after "found:". */
  readonly label: string;
  /** Points for its type. */
  readonly points: number;
}

/** What a program has written for programs outweighs all that stands on the page. */
const SURE = 9;
/** The XML inside a credit note is named as an invoice's; the title on its page tells. */
const NEARLY_SURE = 6;

/** The names that Factur-X, ZUGFeRD, XRechnung and Order-X prescribe for the XML inside the PDF. */
const XML_NAMES: readonly (readonly [RegExp, EmbeddedKind])[] = [
  [
    /^(?:factur-x|zugferd-invoice|xrechnung|cii-invoice)\.xml$/i,
    { type: 'invoice', label: 'an invoice as embedded XML', points: NEARLY_SURE },
  ],
  [/^order-x\.xml$/i, { type: 'purchase_order', label: 'an order as embedded XML', points: NEARLY_SURE }],
];

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

const MEDIA_TYPES: Readonly<Record<string, EmbeddedKind>> = {
  'text/vcard': { type: 'business_card', label: 'the format of a business card (vCard)', points: SURE },
};

/** UNTDID 1001 and the Italian `TipoDocumento`: the code of an invoice that takes another one back. */
const CREDIT_CODE = /(?:type ?code\W{1,4}(?:381|396|261)|tipo ?documento\W{1,4}TD04)\b/i;
const HEAD = 4_000;

/** The kind that structured data of a file names: the headers of an e-mail, an electronic business document, XMP. Null where nothing does. */
export function embeddedKind({ reading, mediaType, childNames = [] }: ClassificationInput): EmbeddedKind | null {
  if (reading.email !== null || mediaType === 'message/rfc822')
    return { type: 'email', label: 'the headers of an e-mail', points: SURE };
  const format = XML_FORMATS[reading.metadata['xmlFormat'] ?? ''];
  if (format !== undefined)
    return { type: creditedIn(reading.text, format), label: 'the vocabulary of its XML', points: SURE };
  const inside = XML_NAMES.find(([name]) => childNames.some((child) => name.test(child)))?.[1];
  if (inside !== undefined) return inside;
  const xmp = XMP_KINDS[reading.metadata['documentType']?.toUpperCase() ?? ''];
  if (xmp !== undefined) return { type: xmp, label: 'the document type in its XMP metadata', points: NEARLY_SURE };
  return MEDIA_TYPES[mediaType] ?? null;
}

const creditedIn = (text: string, type: DocumentTypeId): DocumentTypeId =>
  type === 'invoice' && CREDIT_CODE.test(text.slice(0, HEAD)) ? 'credit_note' : type;
