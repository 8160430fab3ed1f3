import PDFDocument from 'pdfkit';

const A4 = { width: 595, height: 842 };

type Draw = (doc: PDFKit.PDFDocument) => void;

const line = (doc: PDFKit.PDFDocument, text: string, y: number, size = 10, x = 60): void => {
  doc.fontSize(size).text(text, x, y, { lineBreak: false });
};

const clause = (number: number): string =>
  `${number}. The parties shall perform their obligations under this section ${number} in good faith and in writing.`;

/** An invoice on one page of a supplier of its own, numbered by itself. */
export const invoicePage =
  (number: number): Draw =>
  (doc) => {
    const name =
      ['Larkspur Tools Ltd', 'Quillon Paper Ltd', 'Amberley Coffee Ltd', 'Fennimore Glass Ltd'][number % 4] ?? '';
    const domain = `${name.split(' ')[0]?.toLowerCase()}.test`;
    line(doc, name, 50, 18);
    line(doc, `${10 + number} Sample Street, Exampleton EX${1 + number} 2AB`, 76);
    line(
      doc,
      `Phone +44 20 0000 00${10 + number}   accounts@${domain}   www.${domain}   VAT GB 00${number} 1234 56`,
      90,
      9,
    );
    line(doc, 'INVOICE', 150, 20);
    line(doc, `Invoice number: INV-${7_000 + 37 * number}`, 190);
    line(doc, `Invoice date: ${10 + number} March 2026`, 206);
    line(doc, `Customer number: ${4_400 + 11 * number}`, 222);
    for (const [index, text] of ['Description', 'Quantity', 'Unit price', 'Amount'].entries())
      line(doc, text, 270, 10, 60 + index * 120);
    for (const [index, text] of [`Goods of lot ${number}`, '2', `${10 + number}.00`, `${20 + 2 * number}.00`].entries())
      line(doc, text, 290, 10, 60 + index * 120);
    line(doc, `Subtotal: ${20 + 2 * number}.00`, 330);
    line(doc, `Total: GBP ${20 + 2 * number}.00`, 346, 11);
    line(doc, 'Page 1 of 1', 805, 8, 480);
  };

/** A contract on three pages, numbered, with running clauses. */
export const contractPages: readonly Draw[] = [1, 2, 3].map((page) => (doc: PDFKit.PDFDocument): void => {
  if (page === 1) line(doc, 'Service Agreement', 70, 18);
  line(doc, 'Service Agreement between Northfield Ltd and Testville Ltd', 40, 8);
  for (let at = 0; at < 22; at++) line(doc, clause((page - 1) * 22 + at + 1), 110 + at * 30, 9);
  line(doc, `Page ${page} of 3`, 805, 8, 480);
});

/** One PDF of these pages. */
export function bundle(pages: readonly Draw[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const made = new Date(Date.UTC(2026, 0, 2));
    const doc = new PDFDocument({ autoFirstPage: false, info: { CreationDate: made, ModDate: made } });
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    for (const draw of pages) {
      doc.addPage({ size: [A4.width, A4.height], margin: 0 });
      draw(doc);
    }
    doc.end();
  });
}
