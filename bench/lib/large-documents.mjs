// Documents of any size that are real ones of their format, written piece by piece.
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writer } from '../../scripts/samples/corpus/words.mjs';
import { largePdf } from './large-files.mjs';

const PARAGRAPH_WORDS = 80;

/** Repeats what `piece` makes until there is enough of it, between a beginning and an end. */
function* repeated(bytes, piece, { open = '', close = '' } = {}) {
  yield open;
  for (let made = 0, index = 0; made < bytes; index++) {
    const text = piece(index);
    made += text.length;
    yield text;
  }
  yield close;
}

/** A thousand paragraphs, over and over: to make words costs more than to read them. */
function paragraphs() {
  const { paragraph } = writer(7);
  const made = Array.from({ length: 1_000 }, () => paragraph(PARAGRAPH_WORDS));
  return (index) => made[index % made.length];
}

const base64Lines = (text) =>
  Buffer.from(text)
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n');
const HEADERS =
  'From: a@example.test\r\nTo: b@example.test\r\nSubject: Large\r\nDate: Mon, 27 Apr 2026 09:14:00 +0100\r\nMIME-Version: 1.0\r\n';

/** Pages of one PDF, each with its own content, the cross-reference table at its end. */
function* manyPages(bytes, text) {
  const offsets = [0, 0, 0];
  let at = 0;
  const put = (string) => ((at += string.length), string);
  const object = (number, body) => ((offsets[number] = at), put(`${number} 0 obj\n${body}\nendobj\n`));
  yield put('%PDF-1.7\n');
  yield object(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  const kids = [];
  for (let page = 0; at < bytes; page++) {
    const lines = Array.from({ length: 40 }, (_, line) => `(${text(page * 40 + line).slice(0, 90)}) ' `).join('');
    const content = `BT /F1 9 Tf 12 TL 40 800 Td ${lines} ET`;
    const number = 4 + 2 * page;
    kids.push(`${number} 0 R`);
    yield object(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${number + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    yield object(number + 1, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  yield object(2, `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`);
  yield object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  const start = at;
  yield `xref\n0 ${offsets.length}\n0000000000 65535 f \n`;
  for (const offset of offsets.slice(1)) yield `${String(offset).padStart(10, '0')} 00000 n \n`;
  yield `trailer\n<< /Size ${offsets.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
}

/** What there is, by file name: its media type and what it is written from. */
export function largeDocuments(bytes) {
  const text = paragraphs();
  return {
    'text.txt': ['text/plain', repeated(bytes, (index) => `${text(index)}\n\n`)],
    'one-line.txt': ['text/plain', repeated(bytes, (index) => `${text(index)} `)],
    'table.csv': ['text/csv', repeated(bytes, (index) => `${index},"${text(index).slice(0, 60)}",${index * 7},x\n`)],
    'table.tsv': [
      'text/tab-separated-values',
      repeated(bytes, (index) => `${index}\t${text(index).slice(0, 60)}\tx\n`),
    ],
    'list.json': [
      'application/json',
      repeated(bytes, (index) => `${index ? ',' : ''}{"id":${index},"text":"${text(index)}"}\n`, {
        open: '[',
        close: ']',
      }),
    ],
    'list.xml': [
      'application/xml',
      repeated(bytes, (index) => `<item id="${index}"><text>${text(index)}</text></item>\n`, {
        open: '<?xml version="1.0"?><list>',
        close: '</list>',
      }),
    ],
    'page.html': [
      'text/html',
      repeated(bytes, (index) => `<p>${text(index)}</p>\n`, {
        open: '<!DOCTYPE html><html><body>',
        close: '</body></html>',
      }),
    ],
    'text.md': ['text/markdown', repeated(bytes, (index) => `## ${index}\n\n${text(index)}\n\n`)],
    'text.rtf': [
      'application/rtf',
      repeated(bytes, (index) => `${text(index)}\\par\n`, { open: '{\\rtf1\\ansi ', close: '}' }),
    ],
    'body.eml': [
      'message/rfc822',
      repeated(bytes, (index) => `${text(index)}\r\n`, { open: `${HEADERS}Content-Type: text/plain\r\n\r\n` }),
    ],
    'attachment.eml': [
      'message/rfc822',
      repeated(bytes, (index) => base64Lines(text(index).padEnd(570, '.').slice(0, 570)), {
        open: `${HEADERS}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee the file.\r\n--b\r\nContent-Type: text/plain; name=large.txt\r\nContent-Disposition: attachment; filename=large.txt\r\nContent-Transfer-Encoding: base64\r\n\r\n`,
        close: '\r\n--b--\r\n',
      }),
    ],
    'mails.mbox': [
      'application/mbox',
      repeated(
        bytes,
        (index) =>
          `From a@example.test Mon Apr 27 09:14:00 2026\r\n${HEADERS}Message-ID: <${index}@example.test>\r\n\r\n${text(index)}\r\n\r\n`,
      ),
    ],
    'pages.pdf': ['application/pdf', manyPages(bytes, text)],
    'one-page.pdf': ['application/pdf', largePdf(bytes, 3).pieces()],
  };
}

export const writeLarge = (path, pieces) => pipeline(Readable.from(pieces), createWriteStream(path));
