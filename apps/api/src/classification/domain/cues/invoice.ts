import { head, layout, pattern, ramp, text, tillShape, title, type TypeCues } from './cue-model.js';

/** EN 16931 and the VAT laws behind it say what an invoice must hold; these are its labels in trade. */
export const INVOICE: TypeCues = {
  type: 'invoice',
  names: ['invoice', 'invoices', 'inv', 'rechnung', 'facture', 'factura', 'fattura', 'fatura', 'factuur'],
  cues: [
    title(
      'the title of an invoice',
      4,
      'invoice | tax invoice | commercial invoice | proforma invoice | pro forma invoice | sales invoice',
      'invoice summary | rechnung | *rechnung | rechnungs korrektur | rechnungskorrektur | facture',
      'facture proforma | factura | fattura | fatura | nota fiscal | factuur | faktura',
    ),
    title('the title of a settlement that is no invoice', -3, 'abrechnung | *abrechnung | facture acquittee'),
    head(
      'an invoice number',
      2.2,
      'invoice number | invoice no | invoice num | invoice nr | invoice id | invoice ref | inv no | our invoice',
      'rechnungsnummer | rechnungsnr | rechnungs nr | rechnung nr | *rechnung nr | belegnummer | beleg nr',
      'numero de facture | n facture | facture n | no de facture | numero de factura | no factura | factura n',
      'numero fattura | fattura n | numero da fatura | fatura n | factuurnummer | fakturanummer',
    ),
    head(
      'an invoice date or period',
      1.6,
      'invoice date | date of invoice | invoice period | invoice month | billing period | rechnungsdatum | rechnungszeitraum',
      'rechnungs datum | belegdatum | beleg datum | date de facture | date de facturation | date facture',
      'fecha de factura | fecha factura | data fattura | data da fatura | data de emissao | factuurdatum',
      'fakturadatum',
    ),
    head(
      'an addressee of the bill',
      1.2,
      'bill to | billto | billed to | invoice to | invoice for | billing address | sold to | remit to',
      'remit address | remittance address | please remit | rechnungsempfanger | rechnungsadresse | rechnung an',
      'adresse de facturation | facture a | facturar a | facturado a | direccion de facturacion | intestatario',
      'spett le | faturado a | factuuradres',
    ),
    text(
      'what is to be paid and by when',
      1.3,
      'amount due | balance due | total due | due date | payment due | payable within | payment terms | net 30',
      'terms net | pay this amount | please pay | zahlbar bis | zahlbar innerhalb | zahlungsbedingungen',
      'zahlungsziel | fallig | falligkeitstag | falligkeit | zu zahlender betrag | zu zahlender beitrag | falligkeitsdatum | rechnungsbetrag | zahlbetrag | date decheance',
      'date limite de paiement | net a payer | a payer avant | somme a payer | fecha de vencimiento',
      'vencimiento | total a pagar | data di scadenza | scadenza | totale da pagare | data de vencimento',
      'vervaldatum | te betalen',
    ),
    text(
      'where to pay to',
      0.7,
      'iban | bic | swift | bank details | wire transfer | account number | sort code | bankverbindung',
      'kontoinhaber | coordonnees bancaires | virement | datos bancarios | transferencia bancaria',
      'coordinate bancarie | bonifico',
    ),
    text(
      'tax of a seller',
      0.7,
      'vat | vat id | vat number | vat no | sales tax | gst | ust idnr | ust id | umsatzsteuer | mwst',
      'mehrwertsteuer | steuernummer | tva | iva | partita iva | p iva | nif | cif | btw | abn | ein',
      'gstin | cgst | sgst | igst | hsn code | sac code | hsn sac',
    ),
    text(
      'net and gross totals',
      0.8,
      'subtotal | sub total | total excl | net amount | nettobetrag | gesamtbetrag | bruttobetrag',
      'zwischensumme | total ht | total ttc | montant ht | base imponible | imponibile | totale fattura',
      'total facture | total fatura | exclusief btw | grand total | total for this invoice',
    ),
    text(
      'a seller and a buyer',
      0.8,
      'verkaufer | kaufer | lieferant | rechnungssteller | vendeur | acheteur | cedente prestatore',
      'cessionario committente | leistungsdatum | liefer und leistungsdatum | kundennummer | kundennr',
      'customer number | customer name | customer id | guest name | klantnummer | numero client | numero de cliente',
    ),
    text(
      'thanks for an order',
      0.9,
      'thank you for your business | thank you for your order | vielen dank fur ihren auftrag',
      'danken ihnen fur ihren auftrag | danken fur ihren auftrag | merci de votre confiance',
      'merci pour votre confiance | gracias por su confianza | grazie per la fiducia | obrigado pela confianca',
      'bedankt voor uw opdracht | bedankt voor uw bestelling',
    ),
    text(
      'columns of line items',
      0.9,
      'unit price | price each | einzelpreis | gesamtpreis | prix unitaire | precio unitario | prezzo unitario',
      'preco unitario | prijs per stuk | item description | qty description | quantity description',
      'description quantity | artikelnr | line total',
    ),
    pattern(
      'the markup of an electronic invoice',
      5,
      /CrossIndustry(?:Invoice|Document)|urn:oasis:names:specification:ubl:schema:xsd:Invoice|FatturaElettronica/,
    ),
    pattern('the profile of an electronic invoice', 2.5, /urn:cen\.eu:en16931|urn:(?:zugferd|factur-x|ferd)/i),
    layout('the strip of a till', -2.8, tillShape),
    layout('running text', -2, (page) => ramp(page.prose, 0.5, 0.8)),
  ],
};

export const CREDIT_NOTE: TypeCues = {
  type: 'credit_note',
  names: ['credit note', 'credit memo', 'gutschrift', 'avoir'],
  cues: [
    title(
      'the title of a credit note',
      4.5,
      'credit note | credit memo | credit memorandum | tax credit note | gutschrift | stornorechnung',
      'facture davoir | avoir | note de credit | nota de credito | nota di credito | creditnota',
    ),
    head(
      'a credit note number',
      2.2,
      'credit note number | credit note no | credit note date | credit memo number | gutschriftsnummer',
      'gutschrift nr | gutschriftnr | avoir n | numero davoir | numero nota di credito',
    ),
    text(
      'an amount given back',
      1,
      'amount credited | total credit | credit amount | original invoice | reason for credit',
      'gutschriftsbetrag | ursprungliche rechnung | montant de lavoir',
    ),
    text('net and gross totals', 0.5, 'subtotal | vat | mwst | tva | iva | nettobetrag'),
    layout('running text', -2, (page) => ramp(page.prose, 0.5, 0.8)),
  ],
};
