// What arrives as a picture: a till receipt, an identity card, a scanned letter.
import { bill, amount, decimal, mrzCheckDigit } from './numbers.mjs';
import { BOLD, MONO, MONO_BOLD, pdf, put, putLines, rule } from './pdf.mjs';
import { photographed, rendered, scanned } from './picture.mjs';

const TILL = bill(
  [
    { text: 'WHOLEMEAL BREAD', quantity: 1, price: 285 },
    { text: 'MILK 1 L', quantity: 2, price: 119 },
    { text: 'FREE RANGE EGGS', quantity: 1, price: 349 },
    { text: 'APPLES 1 KG', quantity: 1, price: 260 },
    { text: 'GROUND COFFEE', quantity: 2, price: 575 },
    { text: 'DISH SOAP', quantity: 1, price: 199 },
  ],
  10,
);

function drawReceipt(doc) {
  const centred = (text, y, style) =>
    put(doc, text, 10, y, { width: 206, align: 'center', font: MONO, size: 9, ...style });
  const across = (left, right, y, style = {}) => {
    put(doc, left, 12, y, { font: MONO, size: 9, ...style });
    put(doc, right, 120, y, { font: MONO, size: 9, width: 94, align: 'right', ...style });
  };
  centred('EXAMPLE CORNER MARKET', 16, { font: MONO_BOLD, size: 12 });
  centred('45 Sample Avenue', 34);
  centred('Testville, TS 00003', 46);
  centred('Tel: 555-0134', 58);
  across('Date: 07/25/2026', 'Time: 17:42', 82);
  across('Receipt No: 004871', 'Till: 3', 94);
  rule(doc, 12, 110, 214);
  let y = 118;
  for (const { text, quantity, amount: sum } of TILL.lines) {
    across(quantity > 1 ? `${quantity} x ${text}` : text, amount(sum), y);
    y += 14;
  }
  rule(doc, 12, y + 2, 214);
  across('SUBTOTAL', amount(TILL.subtotal), y + 10);
  across('TAX 10%', amount(TILL.tax), y + 24);
  across('TOTAL', `$${amount(TILL.total)}`, y + 40, { font: MONO_BOLD, size: 13 });
  across('VISA **** 0000', `$${amount(TILL.total)}`, y + 62);
  centred('THANK YOU FOR SHOPPING WITH US', y + 90);
  centred('Please keep this receipt', y + 102);
}

const NUMBER = 'X7K204815';
const BORN = '880412';
const EXPIRES = '310930';
const FILL = '<';

/** The three lines of a card of size TD1 (ICAO Doc 9303-5, 4.2) of Utopia, the state that the document invents. */
function machineReadableZone() {
  const first = `I<UTO${NUMBER}${mrzCheckDigit(NUMBER)}`.padEnd(30, FILL);
  const second = `${BORN}${mrzCheckDigit(BORN)}F${EXPIRES}${mrzCheckDigit(EXPIRES)}UTO`.padEnd(29, FILL);
  const covered = first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29);
  return [first, second + mrzCheckDigit(covered), 'SAMPLEWOOD<<MIRA<TESSA'.padEnd(30, FILL)];
}

function drawCard(doc) {
  const field = (label, value, x, y) => {
    put(doc, label, x, y, { size: 6.5, color: '#444444' });
    put(doc, value, x, y + 8, { font: BOLD, size: 10.5 });
  };
  doc.roundedRect(12, 12, 316, 200, 10).lineWidth(1).fillAndStroke('#f3f6f4', '#555555');
  put(doc, 'UTOPIA', 24, 22, { font: BOLD, size: 14 });
  put(doc, 'IDENTITY CARD', 205, 24, { font: BOLD, size: 12 });
  doc.rect(24, 50, 82, 104).fillAndStroke('#d9dedb', '#888888');
  doc.circle(65, 86, 17).fill('#a9b2ad');
  doc.ellipse(65, 138, 31, 16).fill('#a9b2ad');
  field('Surname', 'SAMPLEWOOD', 120, 48);
  field('Given names', 'MIRA TESSA', 120, 74);
  field('Date of birth', '12 APR 1988', 120, 100);
  field('Sex', 'F', 235, 100);
  field('Nationality', 'UTO', 270, 100);
  field('Date of issue', '01 OCT 2021', 120, 126);
  field('Date of expiry', '30 SEP 2031', 222, 126);
  field('Document number', NUMBER, 120, 156);
  field('Authority', 'City of Exampleton', 222, 156);
  doc.roundedRect(12, 226, 316, 100, 10).lineWidth(1).fillAndStroke('#f3f6f4', '#555555');
  machineReadableZone().forEach((text, index) => put(doc, text, 26, 250 + index * 21, { font: MONO_BOLD, size: 15.8 }));
}

function drawLetter(doc) {
  put(doc, 'Sample Valley Housing Association', 60, 56, { font: BOLD, size: 14 });
  putLines(doc, ['90 Model Road, Placeholder PL4 0XY', 'Telephone 01632 960 120'], 60, 76, { size: 10 });
  putLines(doc, ['Ms Mira Samplewood', 'Flat 6, 31 Test Close', 'Placeholder PL4 1AB'], 60, 130, {
    size: 11,
    step: 16,
  });
  put(doc, '3 June 2026', 60, 196, { size: 11 });
  put(doc, 'Subject: Replacement of windows in your building', 60, 230, { font: BOLD, size: 11.5 });
  doc.font('Helvetica').fontSize(11.5);
  doc.text('Dear Ms Samplewood,', 60, 262, { width: 470 });
  doc.y += 8;
  for (const paragraph of LETTER) {
    doc.text(paragraph, 60, doc.y, { width: 470, lineGap: 3 });
    doc.y += 9;
  }
  doc.text('Yours sincerely,', 60, doc.y + 6);
  doc.text('Tenant Services', 60, doc.y + 40);
  doc.text('Sample Valley Housing Association', 60, doc.y + 2);
}

const LETTER = [
  'We are writing to let you know that the windows on the street side of your building will be replaced this summer. ' +
    'The work starts on 6 July 2026 and will take about two weeks in all.',
  'In your flat the fitters need one day. They will ring at your door between eight and ten in the morning. Please ' +
    'clear the window sills and take down curtains, and keep pets in another room while the work goes on.',
  'Nothing has to be paid by you, and your rent stays as it is. If the proposed day does not suit you, please call us ' +
    'before 20 June so that we can find another one together.',
  'Thank you for your patience. We know that building work is a nuisance, and hope that a warmer flat makes up for it.',
];

const SCAN_DPI = 150;
const LETTER_TITLE = 'Letter';

async function scannedLetter() {
  const [page] = await rendered(await pdf(drawLetter, { title: LETTER_TITLE }), SCAN_DPI);
  const picture = await scanned(page, { angle: 0.5, seed: 20260603 });
  return pdf((doc) => doc.image(picture, 0, 0, { fit: [595.28, 841.89] }), { title: LETTER_TITLE, margin: 0 });
}

const pictureOf = async (draw, { size, dpi, ...wear }) => {
  const [page] = await rendered(await pdf(draw, { title: 'Picture', size, margin: 8 }), dpi);
  return photographed(page, wear);
};

export const pictures = [
  {
    name: 'receipt.png',
    make: () => pictureOf(drawReceipt, { size: [226, 330], dpi: 250, angle: 1.2, seed: 4871 }),
    truth: {
      type: 'receipt',
      language: 'en',
      pages: 1,
      scanned: true,
      fields: {
        merchantName: 'EXAMPLE CORNER MARKET',
        transactionDate: '2026-07-25',
        receiptNumber: '004871',
        subtotal: decimal(TILL.subtotal),
        total: decimal(TILL.total),
      },
    },
  },
  {
    name: 'identity-card.png',
    make: () => pictureOf(drawCard, { size: [340, 338], dpi: 250, angle: -0.8, seed: 204815, border: 40 }),
    truth: {
      type: 'identity_document',
      pages: 1,
      scanned: true,
      fields: {
        documentNumber: NUMBER,
        lastName: 'SAMPLEWOOD',
        firstName: 'MIRA TESSA',
        dateOfBirth: '1988-04-12',
        dateOfExpiration: '2031-09-30',
      },
    },
  },
  {
    name: 'letter-scanned.pdf',
    make: scannedLetter,
    truth: { type: 'letter', language: 'en', pages: 1, scanned: true, fields: {} },
  },
];
