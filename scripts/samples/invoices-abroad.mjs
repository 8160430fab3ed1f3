// A German and a French invoice, each in the layout and number format of its country.
import { item, itemRows } from './bill-item.mjs';
import { amount, bill, decimal, FRENCH, GERMAN, iban, inFours } from './numbers.mjs';
import { BOLD, pdf, put, putLines, putPairs, rule, table } from './pdf.mjs';

const GERMAN_BILL = bill(
  [
    item('1', 'Wartung der Lüftungsanlage, Halle 2', 1, 48000),
    item('2', 'Filtermatte G4, 592 x 592 mm', 16, 1875),
    item('3', 'Keilriemen XPZ 1250', 4, 2240),
    item('4', 'Arbeitszeit Monteur, Stunden', 11, 6850),
    item('5', 'Anfahrtspauschale', 2, 3900),
  ],
  19,
);

function drawGerman(doc) {
  put(doc, 'Musterbau Klimatechnik GmbH', 300, 48, { font: BOLD, size: 14 });
  putLines(doc, ['Beispielweg 21', '99999 Musterstadt', 'Telefon 0000 123456'], 300, 68, { size: 9, step: 12 });
  put(doc, 'Musterbau Klimatechnik GmbH · Beispielweg 21 · 99999 Musterstadt', 50, 128, { size: 7 });
  putLines(doc, ['Beispielwerk Nord AG', 'Einkauf', 'Probenstraße 5', '88888 Testhausen'], 50, 142);
  putPairs(
    doc,
    [
      ['Rechnungsnummer', 'RE-2026-1183'],
      ['Rechnungsdatum', '05.02.2026'],
      ['Leistungsdatum', '29.01.2026'],
      ['Kundennummer', '40718'],
    ],
    345,
    142,
    { labelWidth: 110, size: 9 },
  );
  put(doc, 'Rechnung', 50, 232, { font: BOLD, size: 16 });
  putLines(doc, ['Sehr geehrte Damen und Herren,', 'für unsere Leistungen berechnen wir Ihnen:'], 50, 258);
  const euro = (cents) => `${amount(cents, GERMAN)} €`;
  const y = table(doc, {
    columns: [
      { title: 'Pos.', width: 35 },
      { title: 'Bezeichnung', width: 230 },
      { title: 'Menge', width: 50, align: 'right' },
      { title: 'Einzelpreis', width: 85, align: 'right' },
      { title: 'Gesamtpreis', width: 95, align: 'right' },
    ],
    rows: GERMAN_BILL.lines.map((line) => [
      line.code,
      line.text,
      String(line.quantity),
      euro(line.price),
      euro(line.amount),
    ]),
    x: 50,
    y: 300,
  });
  const sums = [
    ['Nettobetrag', euro(GERMAN_BILL.subtotal)],
    ['zzgl. 19 % MwSt.', euro(GERMAN_BILL.tax)],
    ['Rechnungsbetrag', euro(GERMAN_BILL.total)],
  ];
  sums.forEach(([label, value], index) => {
    const style = { font: index === 2 ? BOLD : undefined };
    put(doc, label, 315, y + 6 + index * 16, style);
    put(doc, value, 450, y + 6 + index * 16, { ...style, width: 93, align: 'right' });
  });
  putLines(
    doc,
    [
      'Zahlbar bis zum 07.03.2026 ohne Abzug.',
      'Wir danken für Ihren Auftrag.',
      '',
      'Mit freundlichen Grüßen',
      'Musterbau Klimatechnik GmbH',
    ],
    50,
    y + 80,
  );
  rule(doc, 50, 752, 545, 0.4);
  putLines(
    doc,
    ['Sitz der Gesellschaft: Musterstadt', 'Amtsgericht Musterstadt HRB 00000', 'USt-IdNr.: DE000123456'],
    50,
    758,
    { size: 7.5, step: 10 },
  );
  putLines(
    doc,
    ['Beispielbank Musterstadt', `IBAN: ${inFours(iban('DE', '000000000123456789'))}`, 'BIC: EXMPDE99'],
    330,
    758,
    {
      size: 7.5,
      step: 10,
    },
  );
}

const FRENCH_BILL = bill(
  [
    item('T-12', 'Table de réunion, chêne clair', 2, 64500),
    item('C-40', 'Chaise empilable, bleue', 16, 5890),
    item('E-07', 'Étagère murale 120 cm', 5, 8750),
    item('L-01', 'Livraison et montage', 1, 18000),
  ],
  20,
);

function drawFrench(doc) {
  put(doc, 'Mobilier Exemple SARL', 50, 48, { font: BOLD, size: 15 });
  putLines(
    doc,
    ["3 rue de l'Échantillon", '00000 Villefictive', 'SIRET 000 000 000 00000', 'N° TVA : FR00000000000'],
    50,
    70,
    {
      size: 9,
      step: 12,
    },
  );
  doc.rect(320, 44, 225, 84).lineWidth(0.7).stroke();
  put(doc, 'FACTURE', 332, 52, { font: BOLD, size: 14 });
  putPairs(
    doc,
    [
      ['Facture N°', 'F-2026-0092'],
      ['Date de facture', '19/01/2026'],
      ["Date d'échéance", '18/02/2026'],
    ],
    332,
    76,
    { labelWidth: 100, size: 9.5 },
  );
  put(doc, 'Facturé à', 320, 148, { font: BOLD });
  putLines(doc, ['Atelier Modèle SAS', '18 avenue du Prototype', '11111 Bourg-Essai'], 320, 163);
  const euro = (cents) => `${amount(cents, FRENCH)} €`;
  const y = table(doc, {
    columns: [
      { title: 'Réf.', width: 50 },
      { title: 'Désignation', width: 215 },
      { title: 'Qté', width: 45, align: 'right' },
      { title: 'Prix unitaire HT', width: 90, align: 'right' },
      { title: 'Montant HT', width: 95, align: 'right' },
    ],
    rows: FRENCH_BILL.lines.map((line) => [
      line.code,
      line.text,
      String(line.quantity),
      euro(line.price),
      euro(line.amount),
    ]),
    x: 50,
    y: 240,
    lined: true,
  });
  const sums = [
    ['Total HT', euro(FRENCH_BILL.subtotal)],
    ['TVA 20 %', euro(FRENCH_BILL.tax)],
    ['Total TTC', euro(FRENCH_BILL.total)],
  ];
  sums.forEach(([label, value], index) => {
    const style = { font: index === 2 ? BOLD : undefined };
    put(doc, label, 330, y + 8 + index * 16, style);
    put(doc, value, 450, y + 8 + index * 16, { ...style, width: 93, align: 'right' });
  });
  putLines(
    doc,
    [
      'Conditions de paiement : 30 jours par virement.',
      `IBAN : ${inFours(iban('FR', '00000000000000012345678'))}   BIC : EXMPFR2X`,
      'En cas de retard de paiement, une indemnité forfaitaire de 40 € est due.',
    ],
    50,
    y + 90,
    { size: 9, step: 14 },
  );
}

export const invoicesAbroad = [
  {
    name: 'rechnung-deutsch.pdf',
    make: () => pdf(drawGerman, { title: 'Rechnung RE-2026-1183' }),
    truth: {
      type: 'invoice',
      language: 'de',
      pages: 1,
      fields: {
        invoiceNumber: 'RE-2026-1183',
        issueDate: '2026-02-05',
        dueDate: '2026-03-07',
        vendorName: 'Musterbau Klimatechnik GmbH',
        customerName: 'Beispielwerk Nord AG',
        subtotal: decimal(GERMAN_BILL.subtotal),
        total: decimal(GERMAN_BILL.total),
      },
      rows: itemRows(GERMAN_BILL),
    },
  },
  {
    name: 'facture-francaise.pdf',
    make: () => pdf(drawFrench, { title: 'Facture F-2026-0092' }),
    truth: {
      type: 'invoice',
      language: 'fr',
      pages: 1,
      fields: {
        invoiceNumber: 'F-2026-0092',
        issueDate: '2026-01-19',
        dueDate: '2026-02-18',
        vendorName: 'Mobilier Exemple SARL',
        customerName: 'Atelier Modèle SAS',
        subtotal: decimal(FRENCH_BILL.subtotal),
        total: decimal(FRENCH_BILL.total),
      },
      rows: itemRows(FRENCH_BILL),
    },
  },
];
