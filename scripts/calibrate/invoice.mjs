// Invoices in five languages: labels, places, orders and forms are drawn; other numbers and dates stand about.
import { amount, bill, decimal, FRENCH, GERMAN, iban, inFours } from '../samples/numbers.mjs';
import { BOLD, pdf, put, putLines, putPairs, table } from '../samples/pdf.mjs';
import { addressOf, companyOf, daysOf } from './words.mjs';

const LABELS = {
  en: {
    title: ['INVOICE', 'Tax Invoice', 'Invoice'],
    number: ['Invoice number', 'Invoice No.', 'Inv #', 'Invoice #', 'Our reference'],
    date: ['Invoice date', 'Date', 'Issued', 'Date of issue'],
    due: ['Due date', 'Payment due', 'Pay by'],
    order: ['Order number', 'PO number', 'Your order'],
    ordered: ['Order date', 'Delivery date'],
    customer: ['Customer no.', 'Account'],
    to: ['Bill to', 'Invoice to', 'Customer', ''],
    subtotal: ['Subtotal', 'Net amount', 'Total excl. VAT'],
    tax: ['VAT 20%', 'VAT', 'Sales tax'],
    total: ['Total', 'Total due', 'Amount due', 'Invoice total', 'Balance due'],
    columns: ['Description', 'Qty', 'Unit price', 'Amount'],
    items: ['Maintenance', 'Desk lamp', 'Paper A4', 'Consulting hours', 'Delivery', 'Cable 5 m'],
    rate: 20,
    currency: ['GBP', 'USD'],
  },
  de: {
    title: ['Rechnung', 'RECHNUNG'],
    number: ['Rechnungsnummer', 'Rechnungs-Nr.', 'Rechnung Nr.', 'Belegnummer'],
    date: ['Rechnungsdatum', 'Datum', 'Belegdatum'],
    due: ['Fällig am', 'Zahlbar bis', 'Fälligkeitsdatum'],
    order: ['Bestellnummer', 'Auftragsnummer', 'Lieferschein'],
    ordered: ['Lieferdatum', 'Leistungsdatum', 'Bestelldatum'],
    customer: ['Kundennummer', 'Kunden-Nr.'],
    to: ['', 'Rechnungsempfänger', 'Kunde'],
    subtotal: ['Nettobetrag', 'Zwischensumme', 'Summe netto'],
    tax: ['zzgl. 19 % MwSt.', 'USt. 19 %', 'Mehrwertsteuer'],
    total: ['Rechnungsbetrag', 'Gesamtbetrag', 'Bruttobetrag', 'Zu zahlen'],
    columns: ['Bezeichnung', 'Menge', 'Einzelpreis', 'Gesamt'],
    items: ['Wartung', 'Filtermatte', 'Arbeitszeit', 'Anfahrt', 'Schrauben M6', 'Kabel 5 m'],
    rate: 19,
    currency: ['EUR', 'CHF'],
  },
  fr: {
    title: ['FACTURE', 'Facture'],
    number: ['Facture N°', 'N° de facture', 'Numéro'],
    date: ['Date de facture', 'Date', "Date d'émission"],
    due: ["Date d'échéance", 'Échéance', 'À payer avant le'],
    order: ['N° de commande', 'Votre référence'],
    ordered: ['Date de commande', 'Date de livraison'],
    customer: ['Code client', 'N° client'],
    to: ['Facturé à', 'Client', ''],
    subtotal: ['Total HT', 'Montant HT'],
    tax: ['TVA 20 %', 'TVA'],
    total: ['Total TTC', 'Net à payer', 'Montant TTC'],
    columns: ['Désignation', 'Qté', 'Prix unitaire', 'Montant'],
    items: ['Table de réunion', 'Chaise', 'Livraison', 'Conseil', 'Papier A4'],
    rate: 20,
    currency: ['EUR'],
  },
  es: {
    title: ['FACTURA', 'Factura'],
    number: ['Factura N.º', 'Número de factura', 'Nº factura'],
    date: ['Fecha de factura', 'Fecha', 'Fecha de emisión'],
    due: ['Vencimiento', 'Fecha de vencimiento'],
    order: ['N.º de pedido', 'Su pedido'],
    ordered: ['Fecha de pedido', 'Fecha de entrega'],
    customer: ['N.º de cliente', 'Código cliente'],
    to: ['Cliente', 'Facturar a', ''],
    subtotal: ['Base imponible', 'Subtotal'],
    tax: ['IVA 21 %', 'IVA'],
    total: ['Total', 'Total factura', 'Importe total', 'Total a pagar'],
    columns: ['Descripción', 'Cantidad', 'Precio', 'Importe'],
    items: ['Silla', 'Transporte', 'Horas de taller', 'Papel A4'],
    rate: 21,
    currency: ['EUR'],
  },
  it: {
    title: ['FATTURA', 'Fattura'],
    number: ['Fattura n.', 'Numero fattura', 'N. documento'],
    date: ['Data fattura', 'Data', 'Data documento'],
    due: ['Scadenza', 'Data di scadenza'],
    order: ['Ordine n.', 'Vs. ordine'],
    ordered: ['Data ordine', 'Data consegna'],
    customer: ['Codice cliente'],
    to: ['Cliente', 'Spett.le', 'Destinatario'],
    subtotal: ['Imponibile', 'Totale netto'],
    tax: ['IVA 22 %', 'IVA'],
    total: ['Totale', 'Totale fattura', 'Totale da pagare'],
    columns: ['Descrizione', 'Quantità', 'Prezzo', 'Importo'],
    items: ['Sedia', 'Trasporto', 'Ore di lavoro', 'Carta A4'],
    rate: 22,
    currency: ['EUR'],
  },
};
const SIGNS = { EUR: '€', GBP: '£', USD: '$', CHF: 'CHF' };

function moneyOf(c, language, currency) {
  const format = language === 'en' ? {} : language === 'fr' ? FRENCH : GERMAN;
  const form = c.one([
    (text) => text,
    (text) => `${text} ${SIGNS[currency]}`,
    (text) => `${SIGNS[currency]}${SIGNS[currency].length > 1 ? ' ' : ''}${text}`,
    (text) => `${text} ${currency}`,
  ]);
  return { plain: (cents) => amount(cents, format), signed: (cents) => form(amount(cents, format)) };
}

function factsOf(c, language) {
  const words = LABELS[language];
  const day = daysOf(c, language);
  const items = Array.from({ length: 1 + c.upTo(7) }, () => ({
    text: c.one(words.items),
    quantity: 1 + c.upTo(12),
    price: 150 + c.upTo(90_000),
  }));
  const currency = c.one(words.currency);
  const number = c.one([
    () => `${c.one(['R', 'INV', 'F', 'A'])}-${c.digits(5)}`,
    () => c.digits(6),
    () => `20${20 + c.upTo(6)}/${c.digits(4)}`,
  ])();
  return {
    words,
    day,
    currency,
    number,
    sums: bill(items, words.rate),
    money: moneyOf(c, language, currency),
    seller: companyOf(c, language),
    sellerAddress: addressOf(c, language),
    buyer: companyOf(c, language),
    buyerAddress: addressOf(c, language),
    due: c.chance(0.6) ? 14 + c.upTo(30) : null,
    withTax: c.chance(0.85),
  };
}

/** Pairs beside the address: number and date in any order among others that are neither. */
function pairsOf(c, { words, day, number, due }) {
  const pairs = [
    [c.one(words.number), number],
    [c.one(words.date), day(0).printed],
  ];
  if (due !== null) pairs.push([c.one(words.due), day(due).printed]);
  if (c.chance(0.6)) pairs.push([c.one(words.order), c.digits(6)]);
  if (c.chance(0.5)) pairs.push([c.one(words.ordered), day(-3 - c.upTo(20)).printed]);
  if (c.chance(0.5)) pairs.push([c.one(words.customer), c.digits(5)]);
  return pairs
    .map((pair) => ({ pair, order: c.random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ pair }) => pair);
}

function drawSums(c, facts, doc, y) {
  const { words, sums, money } = facts;
  const lines = facts.withTax
    ? [
        [c.one(words.subtotal), sums.subtotal],
        [c.one(words.tax), sums.tax],
        [c.one(words.total), sums.total],
      ]
    : [[c.one(words.total), sums.subtotal]];
  lines.forEach(([label, cents], n) => {
    put(doc, label, 320, y + 8 + n * 16, { font: n === lines.length - 1 ? BOLD : undefined });
    put(doc, money.signed(cents), 440, y + 8 + n * 16, { width: 98, align: 'right' });
  });
}

function draw(c, facts, doc) {
  const { words, sums, money } = facts;
  const isSellerRight = c.chance(0.35);
  put(doc, facts.seller, isSellerRight ? 330 : 50, 46, {
    font: c.chance(0.7) ? BOLD : undefined,
    size: 10 + c.upTo(8),
  });
  putLines(doc, facts.sellerAddress, isSellerRight ? 330 : 50, 70, { size: 9, step: 12 });
  put(doc, c.one(words.title), isSellerRight ? 50 : c.one([50, 400]), isSellerRight ? 46 : 118, {
    font: BOLD,
    size: 16,
  });
  const [left, right] = c.chance(0.7) ? [50, 335] : [335, 50];
  const to = c.one(words.to);
  if (to) put(doc, to, left, 150, { font: BOLD });
  putLines(doc, [facts.buyer, ...facts.buyerAddress], left, 165, { step: 13 });
  const pairs = pairsOf(c, facts);
  if (c.chance(0.7))
    putPairs(doc, c.chance(0.5) ? pairs : pairs.map(([label, value]) => [`${label}:`, value]), right, 150, {
      labelWidth: 112,
      size: 9,
    });
  else
    pairs
      .slice(0, 4)
      .forEach(([label, value], n) => putLines(doc, [label, value], 50 + n * 125, 226, { size: 9, step: 12 }));
  const [text, quantity, price, total] = words.columns;
  const y = table(doc, {
    columns: [
      { title: text, width: 230 },
      { title: quantity, width: 60, align: 'right' },
      { title: price, width: 95, align: 'right' },
      { title: total, width: 105, align: 'right' },
    ],
    rows: sums.lines.map((line) => [
      line.text,
      String(line.quantity),
      money.plain(line.price),
      money.plain(line.amount),
    ]),
    x: 50,
    y: 275,
    lined: c.chance(0.4),
  });
  drawSums(c, facts, doc, y);
  if (c.chance(0.5)) put(doc, `IBAN: ${inFours(iban('DE', c.digits(18)))}`, 50, y + 90, { size: 8 });
  if (c.chance(0.4)) putLines(doc, [facts.seller, ...facts.sellerAddress], 50, 770, { size: 7, step: 9 });
}

/** One invoice: its bytes, and what is right. */
export async function invoice(c) {
  const language = c.one(Object.keys(LABELS));
  const facts = factsOf(c, language);
  const { sums, day, due, withTax } = facts;
  const bytes = await pdf((doc) => draw(c, facts, doc), { title: 'document' });
  return {
    type: 'invoice',
    language,
    bytes,
    truth: {
      invoiceNumber: facts.number,
      issueDate: day(0).iso,
      dueDate: due === null ? null : day(due).iso,
      vendorName: facts.seller,
      customerName: facts.buyer,
      currency: facts.money.signed(100) === facts.money.plain(100) ? undefined : facts.currency,
      subtotal: withTax ? decimal(sums.subtotal) : undefined,
      totalTax: withTax ? decimal(sums.tax) : undefined,
      total: decimal(withTax ? sums.total : sums.subtotal),
    },
  };
}
