// Pages by pdfkit with its built-in fonts; the same input makes the same bytes on every day and machine.
import PDFDocument from 'pdfkit';

const MADE = new Date(Date.UTC(2026, 0, 2, 9, 0, 0));
export const REGULAR = 'Helvetica';
export const BOLD = 'Helvetica-Bold';
export const MONO = 'Courier';
export const MONO_BOLD = 'Courier-Bold';

/** A PDF that `draw(doc)` fills. `size` is a name or [width, height] in points. */
export function pdf(draw, { title, size = 'A4', margin = 50 }) {
  return new Promise((resolve, reject) => {
    const doc = new PDFDocument({ size, margin, info: { Title: title, CreationDate: MADE, ModDate: MADE } });
    const chunks = [];
    doc.on('data', (chunk) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    doc.font(REGULAR).fontSize(10);
    draw(doc);
    doc.end();
  });
}

/** One line at a place, without moving what follows and without a page break. */
export function put(doc, text, x, y, { font = REGULAR, size = 10, width, align = 'left', color = 'black' } = {}) {
  doc.font(font).fontSize(size).fillColor(color);
  doc.text(text, x, y, { width, align, lineBreak: width !== undefined, height: size * 1.3 });
  doc.fillColor('black');
}

/** Lines below each other; answers the y below the last. */
export function putLines(doc, lines, x, y, { step = 14, ...style } = {}) {
  lines.forEach((line, index) => put(doc, line, x, y + index * step, style));
  return y + lines.length * step;
}

/** Labels in one column, values in another; answers the y below the last. */
export function putPairs(doc, pairs, x, y, { labelWidth = 110, step = 15, size = 10, valueFont = REGULAR } = {}) {
  pairs.forEach(([label, value], index) => {
    put(doc, label, x, y + index * step, { font: BOLD, size });
    put(doc, value, x + labelWidth, y + index * step, { size, font: valueFont });
  });
  return y + pairs.length * step;
}

export const rule = (doc, x1, y, x2, width = 0.7) => doc.moveTo(x1, y).lineTo(x2, y).lineWidth(width).stroke();

/**
 * A table whose header is repeated on each further page. A column is {title, width, align}; a row is a list of texts.
 * Answers the y below the last row.
 */
export function table(doc, { columns, rows, x, y, step = 19, bottom = 740, size = 9, top = 60, lined = false }) {
  const header = (at) => {
    line(
      doc,
      columns,
      columns.map(({ title }) => title),
      { x, y: at, font: BOLD, size },
    );
    rule(doc, x, at + step - 5, x + widthOf(columns));
    return at + step;
  };
  let at = header(y);
  for (const row of rows) {
    if (at > bottom) {
      doc.addPage();
      at = header(top);
    }
    line(doc, columns, row, { x, y: at, font: REGULAR, size });
    if (lined) rule(doc, x, at + step - 6, x + widthOf(columns), 0.2);
    at += step;
  }
  rule(doc, x, at - 3, x + widthOf(columns));
  return at + 4;
}

const widthOf = (columns) => columns.reduce((sum, { width }) => sum + width, 0);

function line(doc, columns, cells, { x, y, font, size }) {
  let left = x;
  columns.forEach(({ width, align }, index) => {
    put(doc, cells[index] ?? '', left + 2, y, { font, size, width: width - 4, align });
    left += width;
  });
}

/** Headings and paragraphs that flow over pages. A paragraph is a text, a heading is {heading}. */
export function flow(doc, parts, { size = 10.5, gap = 7 } = {}) {
  for (const part of parts) {
    if (typeof part === 'string') doc.font(REGULAR).fontSize(size).text(part, { align: 'left', lineGap: 2 });
    else
      doc
        .font(BOLD)
        .fontSize(size + 0.5)
        .text(part.heading, { lineGap: 2 });
    doc.y += typeof part === 'string' ? gap : 2;
  }
}
