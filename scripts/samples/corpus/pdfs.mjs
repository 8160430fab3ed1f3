// PDF files that are read for their text: invoices, a long report, papers in two columns, pages that lie on their side.
import { amount, bill } from '../numbers.mjs';
import { BOLD, flow, pdf, put, putLines, putPairs, table } from '../pdf.mjs';
import { writer } from './words.mjs';

/** The bytes of a PDF and all that was written into it. */
export async function written(draw, options = {}) {
  const said = [];
  const bytes = await pdf(
    (doc) => {
      const { text } = doc;
      doc.text = (string, ...rest) => {
        said.push(String(string));
        return text.call(doc, string, ...rest);
      };
      draw(doc);
    },
    { title: 'Corpus', ...options },
  );
  return { bytes, text: said.join('\n') };
}

function invoice(seed) {
  const { whole, word, heading } = writer(seed);
  const items = Array.from({ length: 44 }, () => ({
    text: `${heading()} ${word()}`,
    quantity: 1 + whole(40),
    price: 100 + whole(90_000),
  }));
  const { lines, subtotal, tax, total } = bill(items, 20);
  return written((doc) => {
    put(doc, `${heading()} Ltd`, 50, 50, { font: BOLD, size: 16 });
    putLines(doc, [`${1 + whole(90)} ${word()} street`, `Exampleton EX${1 + whole(9)} ${1 + whole(9)}AB`], 50, 74);
    put(doc, 'Invoice', 50, 124, { font: BOLD, size: 18 });
    const pairs = [
      ['Invoice no.', `INV-${1_000 + whole(9_000)}`],
      ['Date', `${1 + whole(28)} April 2026`],
    ];
    putPairs(doc, pairs, 345, 124);
    const y = table(doc, {
      columns: [
        { title: 'Description', width: 240 },
        { title: 'Quantity', width: 65, align: 'right' },
        { title: 'Price', width: 85, align: 'right' },
        { title: 'Amount', width: 105, align: 'right' },
      ],
      rows: lines.map((line) => [line.text, String(line.quantity), amount(line.price), amount(line.amount)]),
      x: 50,
      y: 200,
    });
    const sums = [
      ['Net', amount(subtotal)],
      ['VAT 20%', amount(tax)],
      ['Total due', amount(total)],
    ];
    putPairs(doc, sums, 385, y + 10, { labelWidth: 85 });
  });
}

function report(seed, pages) {
  const { heading, paragraph } = writer(seed);
  return written((doc) => {
    for (let page = 1; page <= pages; page++) {
      if (page > 1) doc.addPage();
      put(doc, 'Annual report', 50, 30, { size: 8 });
      put(doc, `Page ${page} of ${pages}`, 470, 30, { size: 8 });
      doc.y = 60;
      doc.x = 50;
      flow(doc, [{ heading: heading() }, ...Array.from({ length: 9 }, () => paragraph(75))]);
    }
  });
}

function paper(seed, pages) {
  const { heading, paragraph } = writer(seed);
  return written((doc) => {
    for (let page = 1; page <= pages; page++) {
      if (page > 1) doc.addPage();
      if (page === 1) put(doc, heading(), 50, 50, { font: BOLD, size: 15 });
      for (const x of [50, 305])
        doc.font('Times-Roman').fontSize(9.5).text(paragraph(480), x, 80, { width: 240, align: 'justify' });
    }
  });
}

function rotated(seed, turn) {
  const { heading, paragraph } = writer(seed);
  return written((doc) => {
    doc.page.dictionary.data.Rotate = turn;
    flow(doc, [{ heading: heading() }, paragraph(90), paragraph(90), paragraph(90)]);
  });
}

const item = (name, pages, make) => ({ name, family: 'pdf', mediaType: 'application/pdf', pages, make });
const several = (count, make) => Array.from({ length: count }, (_, index) => make(index));

/** `scale` is how many there are of each kind; the report has fifty pages where it is more than one. */
export const pdfs = (scale) => [
  ...several(2 * scale, (index) => item(`invoice-${index}.pdf`, 2, () => invoice(100 + index))),
  item('report.pdf', scale > 1 ? 50 : 5, () => report(200, scale > 1 ? 50 : 5)),
  ...several(scale, (index) => item(`paper-${index}.pdf`, 8, () => paper(300 + index, 8))),
  ...several(scale, (index) => item(`rotated-${index}.pdf`, 1, () => rotated(400 + index, [90, 270, 180][index % 3]))),
];
