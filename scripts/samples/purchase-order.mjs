// An order from a buyer's point of view: the vendor is the other party.
import { item, itemRows } from './bill-item.mjs';
import { amount, bill, decimal } from './numbers.mjs';
import { BOLD, pdf, put, putLines, putPairs, table } from './pdf.mjs';

const ORDER = bill(
  [
    item('RV-08', 'Pop rivets 4.8 x 12 mm, box of 500', 25, 1485),
    item('AL-22', 'Aluminium sheet 2 mm, 1000 x 2000 mm', 40, 5630),
    item('HG-05', 'Hinge, stainless steel, 80 mm', 120, 374),
    item('PT-31', 'Primer, grey, 5 l', 18, 4215),
  ],
  10,
);

function drawOrder(doc) {
  put(doc, 'PURCHASE ORDER', 50, 46, { font: BOLD, size: 20 });
  putLines(doc, ['Placeholder Boats Inc.', '400 Harbor Road', 'Sampleport, ME 00001'], 50, 78, { step: 13 });
  putPairs(
    doc,
    [
      ['PO Number', '4500-7731'],
      ['Order Date', '2026-05-06'],
      ['Delivery Date', '2026-05-27'],
      ['Payment Terms', 'Net 45'],
    ],
    345,
    78,
    { labelWidth: 100 },
  );
  doc.rect(50, 150, 240, 82).rect(305, 150, 240, 82).lineWidth(0.6).stroke();
  put(doc, 'Vendor', 58, 156, { font: BOLD });
  putLines(doc, ['Fictional Metals LLC', '88 Foundry Way', 'Testburg, OH 00002'], 58, 172, { step: 13 });
  put(doc, 'Ship To', 313, 156, { font: BOLD });
  putLines(doc, ['Placeholder Boats Inc., Dock 3', '402 Harbor Road', 'Sampleport, ME 00001'], 313, 172, { step: 13 });
  const dollars = (cents) => `$${amount(cents)}`;
  const y = table(doc, {
    columns: [
      { title: 'Part No.', width: 65 },
      { title: 'Description', width: 225 },
      { title: 'Quantity', width: 55, align: 'right' },
      { title: 'Unit Price', width: 70, align: 'right' },
      { title: 'Line Total', width: 80, align: 'right' },
    ],
    rows: ORDER.lines.map((line) => [
      line.code,
      line.text,
      String(line.quantity),
      dollars(line.price),
      dollars(line.amount),
    ]),
    x: 50,
    y: 258,
  });
  putPairs(
    doc,
    [
      ['Subtotal', dollars(ORDER.subtotal)],
      ['Sales tax 10%', dollars(ORDER.tax)],
      ['Order total', dollars(ORDER.total)],
    ],
    385,
    y + 10,
    { labelWidth: 95, step: 17 },
  );
  putLines(
    doc,
    [
      'Please confirm this order within two working days and quote the PO number on all papers.',
      'Authorized by: Purchasing Department',
    ],
    50,
    y + 90,
    { size: 9 },
  );
}

export const purchaseOrder = {
  name: 'purchase-order.pdf',
  make: () => pdf(drawOrder, { title: 'Purchase order 4500-7731' }),
  truth: {
    type: 'purchase_order',
    language: 'en',
    pages: 1,
    fields: {
      poNumber: '4500-7731',
      orderDate: '2026-05-06',
      deliveryDate: '2026-05-27',
      vendorName: 'Fictional Metals LLC',
      buyerName: 'Placeholder Boats Inc.',
      total: decimal(ORDER.total),
    },
    rows: itemRows(ORDER),
  },
};
