// Long documents, made from seeds: a report, a batch of invoices behind each other, and an e-mail.
import { message } from '../../scripts/samples/mime.mjs';
import { BOLD, flow, pdf, put, putPairs, table } from '../../scripts/samples/pdf.mjs';
import { writer } from '../../scripts/samples/corpus/words.mjs';

const pdfOf = (pages, draw) =>
  pdf(
    (doc) => {
      for (let page = 1; page <= pages; page++) {
        if (page > 1) doc.addPage();
        draw(doc, page);
      }
    },
    { title: 'Long' },
  );

export function longReport(pages) {
  const { heading, paragraph } = writer(1);
  return pdfOf(pages, (doc, page) => {
    put(doc, `Page ${page} of ${pages}`, 470, 30, { size: 8 });
    doc.y = 60;
    doc.x = 50;
    flow(doc, [{ heading: heading() }, ...Array.from({ length: 9 }, () => paragraph(75))]);
  });
}

/** An invoice on each page. */
export function longBatch(pages) {
  const { heading, word, whole } = writer(2);
  const columns = ['Description', 'Quantity', 'Price', 'Amount'].map((title, at) => ({ title, width: at ? 80 : 240 }));
  return pdfOf(pages, (doc) => {
    put(doc, `${heading()} Ltd`, 50, 50, { font: BOLD, size: 16 });
    put(doc, 'Invoice', 50, 124, { font: BOLD, size: 18 });
    const number = ['Invoice no.', `INV-${1_000 + whole(9_000)}`];
    putPairs(doc, [number, ['Date', `${1 + whole(28)} April 2026`], ['Total due', '480.00']], 345, 124);
    const rows = Array.from({ length: 20 }, () => [`${heading()} ${word()}`, String(1 + whole(40)), '12.00', '24.00']);
    table(doc, { columns, rows, x: 50, y: 200 });
  });
}

/** A letter of at least so many characters. */
export function longMail(characters) {
  const { paragraph } = writer(3);
  const paragraphs = [];
  for (let size = 0; size < characters; size += paragraphs.at(-1).length + 2) paragraphs.push(paragraph(80));
  return message({
    id: `long-${characters}`,
    from: { name: 'Mira Samplewood', address: 'mira@example.test' },
    to: { name: 'Example Traders', address: 'service@example.test' },
    subject: 'All that was agreed',
    date: 'Mon, 27 Apr 2026 09:14:00 +0100',
    text: paragraphs.join('\n\n'),
    html: '',
    attachments: [],
  });
}
