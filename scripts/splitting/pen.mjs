// A pen on a PDF: it writes lines, paragraphs and tables in a look, and goes on to the next page where one is full.
import PDFDocument from 'pdfkit';

const MADE = new Date(Date.UTC(2026, 0, 2, 9, 0, 0));
const ALIGN = { left: 'left', right: 'right', centre: 'center' };

export function openPdf() {
  const doc = new PDFDocument({ autoFirstPage: false, bufferPages: true, info: { CreationDate: MADE, ModDate: MADE } });
  const chunks = [];
  doc.on('data', (chunk) => chunks.push(chunk));
  const done = new Promise((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))));
  return {
    doc,
    end: () => {
      doc.end();
      return done;
    },
  };
}

export function penOf(doc, look) {
  const [regular, bold] = look.fonts;
  const options = { size: look.paper, margin: look.margin };
  const width = () => doc.page.width - 2 * look.margin;
  const bottom = () => doc.page.height - look.margin - 20;
  const next = (more = {}) => {
    doc.addPage({ ...options, ...more });
    doc.y = look.margin + 26;
    pen.onNext?.();
  };
  const room = (height) => {
    if (doc.y + height > bottom()) next();
  };
  const line = (text, { bold: isBold = false, size = look.size, align = 'left' } = {}) => {
    room(size * 1.4);
    doc.font(isBold ? bold : regular).fontSize(size);
    doc.text(text, look.margin, doc.y, { width: width(), align: ALIGN[align], height: size * 1.3, ellipsis: true });
    doc.y += 2;
  };
  const cells = (texts, font, at) => {
    const step = width() / texts.length;
    doc.font(font).fontSize(look.size - 0.5);
    texts.forEach((text, index) =>
      doc.text(text, look.margin + index * step, at, {
        width: step - 6,
        height: look.size * 1.3,
        ellipsis: true,
        align: index === 0 ? 'left' : 'right',
      }),
    );
  };
  const pen = {
    /** What is printed at the top of each further page. */
    onNext: null,
    next,
    line,
    gap: (height) => (doc.y += height),
    title: (text) => {
      line(text, { bold: true, size: look.titleSize });
      doc.y += 6;
    },
    pairs(pairs) {
      for (const [label, value] of pairs) {
        room(look.size * 1.5);
        const at = doc.y;
        doc
          .font(bold)
          .fontSize(look.size)
          .text(label, look.margin, at, { width: 170, height: look.size * 1.3, ellipsis: true });
        doc
          .font(regular)
          .text(value, look.margin + 180, at, { width: width() - 180, height: look.size * 1.3, ellipsis: true });
        doc.y = at + look.size * 1.5;
      }
      doc.y += 4;
    },
    prose(text, { size = look.size } = {}) {
      doc.font(regular).fontSize(size);
      // Word by word, so that a paragraph breaks where the page ends.
      for (const part of wrapped(doc, text, width())) {
        room(size * 1.35);
        doc.text(part, look.margin, doc.y, { lineBreak: false });
        doc.y += size * 1.35;
      }
      doc.y += size * 0.6;
    },
    /** With `carries` (its terms) the running total is carried over at the end of a page. */
    table(header, rows, carries) {
      const step = look.size * 1.7;
      room(step * 3);
      const start = () => {
        const at = doc.y;
        cells(header, bold, at);
        doc.y = at + step;
      };
      start();
      for (const [index, row] of rows.entries()) {
        if (doc.y + 2 * step > bottom()) {
          if (carries) cells([carries.carried, row.at(-1)], regular, doc.y);
          next();
          start();
          if (carries) {
            cells([carries.brought, row.at(-1)], regular, doc.y);
            doc.y += step;
          }
        }
        const at = doc.y;
        cells(row, regular, at);
        doc.y = at + step;
        if (index === rows.length - 1) doc.y += 4;
      }
    },
  };
  return pen;
}

function wrapped(doc, text, width) {
  const lines = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (doc.widthOfString(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** Heads, feet and page numbers of pages `from` to `to` of the PDF, once it is known how many there are. */
export function frame(doc, { from, to }, { look, issuer, facts, t }) {
  const of = to - from + 1;
  for (let index = from; index <= to; index++) {
    doc.switchToPage(index);
    const page = index - from + 1;
    const put = (text, y, align) => {
      doc.font(look.fonts[0]).fontSize(7.5);
      doc.text(text, look.margin, y, { width: doc.page.width - 2 * look.margin, align, lineBreak: false, height: 10 });
    };
    const [top, bottom] = [look.margin - 22, doc.page.height - look.margin + 4];
    doc.page.margins = { top: 0, bottom: 0, left: 0, right: 0 };
    if (page > 1 && look.running !== 'none') put(running(look.running, issuer, facts), top, 'left');
    if (look.foot) put(`${issuer.name} · ${issuer.taxId} · ${issuer.city}`, bottom, 'left');
    const number = numberText(look.numbering, t, page, of);
    if (number && (page > 1 || look.numbering !== 'bare'))
      put(number, look.numberAt === 'top' ? top : bottom + 10, 'right');
  }
}

const running = (kind, issuer, facts) =>
  kind === 'reference'
    ? `${issuer.name}   ${facts.number}`
    : kind === 'name'
      ? issuer.name
      : `${issuer.name}, ${issuer.street}, ${issuer.city}`;

function numberText(kind, t, page, of) {
  if (kind === 'none') return '';
  if (kind === 'bare') return String(page);
  if (kind === 'word') return `${t.page} ${page}`;
  return kind === 'of' ? `${t.page} ${page} ${t.of} ${of}` : `${page}/${of}`;
}
