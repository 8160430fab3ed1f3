// The e-mails of bench/mail.mjs, made from their number: an order with a PDF invoice, a list as CSV, and one without anything.
import { message } from '../scripts/samples/mime.mjs';
import { amount, bill, decimal } from '../scripts/samples/numbers.mjs';
import { BOLD, pdf, put, putLines, putPairs, table } from '../scripts/samples/pdf.mjs';
import { writer } from '../scripts/samples/corpus/words.mjs';

const COLUMNS = [
  { title: 'Description', width: 240 },
  { title: 'Quantity', width: 65, align: 'right' },
  { title: 'Price', width: 85, align: 'right' },
  { title: 'Amount', width: 105, align: 'right' },
];

function billOf({ whole, word, heading }, rows) {
  const items = Array.from({ length: rows }, () => ({
    text: `${heading()} ${word()}`,
    quantity: 1 + whole(40),
    price: 100 + whole(90_000),
  }));
  return bill(items, 20);
}

/** The bytes of an invoice of so many rows; the same number makes the same one. */
export function invoicePdf(seed, rows) {
  const words = writer(seed);
  const { whole, word, heading } = words;
  const { lines, subtotal, tax, total } = billOf(words, rows);
  return pdf(
    (doc) => {
      put(doc, `${heading()} Ltd`, 50, 50, { font: BOLD, size: 16 });
      putLines(doc, [`${1 + whole(90)} ${word()} street`, `Exampleton EX${1 + whole(9)} ${1 + whole(9)}AB`], 50, 74);
      put(doc, 'Invoice', 50, 124, { font: BOLD, size: 18 });
      const pairs = [
        ['Invoice no.', `INV-${seed}`],
        ['Date', `${1 + whole(28)} April 2026`],
        ['Due date', `${1 + whole(28)} May 2026`],
      ];
      putPairs(doc, pairs, 345, 124);
      putLines(doc, ['Bill to:', `${heading()} Ltd`, `${1 + whole(90)} ${word()} row`, 'Testville TS1 4DP'], 50, 160);
      const rowsOf = lines.map((line) => [line.text, String(line.quantity), amount(line.price), amount(line.amount)]);
      const y = table(doc, { columns: COLUMNS, rows: rowsOf, x: 50, y: 240 });
      const sums = [
        ['Net', amount(subtotal)],
        ['VAT 20%', amount(tax)],
        ['Total due', amount(total)],
      ];
      putPairs(doc, sums, 385, y + 10, { labelWidth: 85 });
    },
    { title: `Invoice INV-${seed}` },
  );
}

function csv(seed) {
  const words = writer(seed);
  const rows = billOf(words, 12).lines.map(({ text, quantity, price }) => `${text};${quantity};${decimal(price)}`);
  return Buffer.from(`article;quantity;price\n${rows.join('\n')}\n`);
}

const KINDS = [
  async (seed, { whole, paragraph }) => ({
    subject: `Order ${seed}: invoice attached`,
    text: `Dear Sir or Madam,\n\nplease find the invoice for our order ${seed} attached. ${paragraph(40)}\n\nPlease confirm the delivery.`,
    attachments: [
      { name: `INV-${seed}.pdf`, mediaType: 'application/pdf', bytes: await invoicePdf(seed, 3 + whole(10)) },
    ],
  }),
  async (seed, { paragraph }) => ({
    subject: `Price list ${seed}`,
    text: `Hello,\n\nthe current list is attached. ${paragraph(30)}`,
    attachments: [{ name: `list-${seed}.csv`, mediaType: 'text/csv', bytes: csv(seed) }],
  }),
  async (seed, { paragraph }) => ({
    subject: `Where is delivery ${seed}?`,
    text: `Hello,\n\nwe ordered on 20 January and have not received anything yet. ${paragraph(60)}\n\nPlease answer by Friday.`,
    attachments: [],
  }),
];

/** One e-mail; kinds go in turn. */
export async function mailOf(seed) {
  const words = writer(seed);
  const { text, ...made } = await KINDS[seed % KINDS.length](seed, words);
  return message({
    id: `bench-${seed}`,
    from: { name: 'Mira Samplewood', address: `mira.${words.word()}@example.test` },
    to: { name: 'Example Traders', address: 'service@example.test' },
    date: 'Mon, 27 Apr 2026 09:14:00 +0100',
    text: `${text}\n\nKind regards,\nMira Samplewood\n`,
    ...made,
  });
}
