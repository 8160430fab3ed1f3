// An invoice of two pages with many rows.
import { item, itemRows } from './bill-item.mjs';
import { amount, bill, decimal, iban, inFours } from './numbers.mjs';
import { BOLD, pdf, put, putLines, putPairs, table } from './pdf.mjs';

const ENGLISH = bill(
  [
    item('CH-110', 'Desk chair with arm rests, grey', 12, 8450),
    item('DK-220', 'Height adjustable desk 160 x 80 cm', 6, 31900),
    item('DK-225', 'Desk screen, felt, 160 cm', 6, 6475),
    item('LM-301', 'Desk lamp with clamp, warm white', 12, 2995),
    item('CB-410', 'Filing cabinet, four drawers', 3, 18990),
    item('CB-415', 'Hanging file, box of 25', 20, 1240),
    item('PB-500', 'Copy paper A4, 80 g, box of 2,500', 15, 2180),
    item('PB-505', 'Copy paper A3, 80 g, box of 1,250', 4, 2460),
    item('PN-600', 'Ball pen blue, box of 50', 8, 1135),
    item('PN-601', 'Ball pen black, box of 50', 8, 1135),
    item('PN-610', 'Marker for white boards, set of 4', 14, 620),
    item('WB-700', 'White board 180 x 120 cm', 2, 21450),
    item('WB-710', 'White board cleaner, 250 ml', 10, 385),
    item('ST-800', 'Stapler, 30 sheets', 16, 890),
    item('ST-805', 'Staples 24/6, box of 5,000', 30, 215),
    item('FD-900', 'Ring binder A4, 80 mm, red', 60, 245),
    item('FD-901', 'Ring binder A4, 50 mm, red', 60, 225),
    item('FD-910', 'Dividers A4, 12 parts', 45, 160),
    item('EN-120', 'Envelope C5 with window, box of 500', 6, 1790),
    item('EN-125', 'Envelope C4, box of 250', 4, 1960),
    item('TP-130', 'Packing tape, brown, 66 m', 36, 145),
    item('TP-140', 'Tape dispenser', 5, 1320),
    item('SC-150', 'Scissors 21 cm', 18, 430),
    item('CL-160', 'Wall clock, 30 cm', 4, 2275),
    item('BN-170', 'Waste paper bin, 16 l', 24, 735),
    item('MT-180', 'Floor mat for chairs, 120 x 90 cm', 12, 3380),
    item('CT-190', 'Coat stand, steel', 3, 5640),
    item('DL-999', 'Delivery and assembly on site', 1, 24500),
  ],
  20,
);

const ENGLISH_META = [
  ['Invoice number', 'INV-2026-0417'],
  ['Invoice date', '14 March 2026'],
  ['Due date', '13 April 2026'],
  ['Order number', 'PO-88213'],
  ['Customer number', 'C-20457'],
];

function drawEnglish(doc) {
  put(doc, 'Example Traders Ltd', 50, 46, { font: BOLD, size: 18 });
  putLines(doc, ['12 Sample Street', 'Exampleton EX4 2AB', 'United Kingdom', 'VAT number: GB 000 1234 56'], 50, 72, {
    step: 13,
    size: 9,
  });
  put(doc, 'INVOICE', 400, 46, { font: BOLD, size: 20 });
  putPairs(doc, ENGLISH_META, 345, 80, { labelWidth: 105, size: 9 });
  put(doc, 'Bill to', 50, 172, { font: BOLD });
  putLines(doc, ['Northfield Demo School', '7 Chalk Lane', 'Placeholder PL1 9ZZ', 'United Kingdom'], 50, 187, {
    step: 13,
  });
  const y = table(doc, {
    columns: [
      { title: 'Item', width: 60 },
      { title: 'Description', width: 225 },
      { title: 'Qty', width: 45, align: 'right' },
      { title: 'Unit price', width: 75, align: 'right' },
      { title: 'Amount', width: 90, align: 'right' },
    ],
    rows: ENGLISH.lines.map((line) => [
      line.code,
      line.text,
      String(line.quantity),
      amount(line.price),
      amount(line.amount),
    ]),
    x: 50,
    y: 262,
  });
  const sums = [
    ['Subtotal', amount(ENGLISH.subtotal)],
    ['VAT 20%', amount(ENGLISH.tax)],
    ['Total GBP', amount(ENGLISH.total)],
  ];
  sums.forEach(([label, value], index) => {
    const style = { font: index === 2 ? BOLD : undefined, size: 10.5 };
    put(doc, label, 355, y + 8 + index * 17, style);
    put(doc, value, 455, y + 8 + index * 17, { ...style, width: 88, align: 'right' });
  });
  putLines(
    doc,
    [
      'Payment terms: 30 days net.',
      'Please pay by bank transfer to Example Bank plc, quoting the invoice number.',
      `IBAN: ${inFours(iban('GB', 'EXMP00000012345678'))}    BIC: EXMPGB2X`,
      'Questions about this invoice: accounts@example-traders.test',
    ],
    50,
    y + 84,
    { size: 9, step: 14 },
  );
}

export const englishInvoice = {
  name: 'invoice-english.pdf',
  make: () => pdf(drawEnglish, { title: 'Invoice INV-2026-0417' }),
  truth: {
    type: 'invoice',
    language: 'en',
    pages: 2,
    fields: {
      invoiceNumber: 'INV-2026-0417',
      issueDate: '2026-03-14',
      dueDate: '2026-04-13',
      vendorName: 'Example Traders Ltd',
      customerName: 'Northfield Demo School',
      purchaseOrder: 'PO-88213',
      subtotal: decimal(ENGLISH.subtotal),
      totalTax: decimal(ENGLISH.tax),
      total: decimal(ENGLISH.total),
    },
    rows: itemRows(ENGLISH),
  },
};
