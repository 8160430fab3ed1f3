// PDF files with objects that lead nowhere, round in circles, or to more than fits into memory.
import { zlibbed } from './zeros.mjs';

const GIGABYTE = 1024;

/** Objects by number, as ISO 32000-1, 7.5, writes them down; a value may be [dictionary, stream]. */
function pdf(objects, { trailer = '' } = {}) {
  const pieces = [Buffer.from('%PDF-1.7\n')];
  const places = [];
  let at = pieces[0].length;
  for (const [number, value] of Object.entries(objects)) {
    const [dictionary, stream] = [value].flat();
    const body = [Buffer.from(`${number} 0 obj\n${dictionary}\n`)];
    if (stream !== undefined) body.push(Buffer.from('stream\n'), Buffer.from(stream), Buffer.from('\nendstream\n'));
    const whole = Buffer.concat([...body, Buffer.from('endobj\n')]);
    places.push([Number(number), at]);
    pieces.push(whole);
    at += whole.length;
  }
  const size = Math.max(...places.map(([number]) => number)) + 1;
  const byNumber = new Map(places);
  const lines = Array.from({ length: size }, (_, number) =>
    byNumber.has(number) ? `${String(byNumber.get(number)).padStart(10, '0')} 00000 n \n` : '0000000000 65535 f \n',
  );
  const end = `xref\n0 ${size}\n${lines.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...pieces, Buffer.from(end)]);
}

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const pages = (kids, count = 1) => `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`;
const page = (more = '', box = '0 0 612 792') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> /Contents 4 0 R ${more}>>`;
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const stream = (content, more = '') => [`<< /Length ${content.length} ${more}>>`, content];
const text = stream('BT /F 12 Tf 72 700 Td (visible text) Tj ET');
const drawing = stream('q 612 0 0 792 0 0 cm /X Do Q');
const image = (side, data) =>
  stream(
    data,
    `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /FlateDecode `,
  );
const one = (more) => pdf({ 1: CATALOG, 2: pages('3 0 R'), 3: page(), 4: text, 5: FONT, ...more });

/** A tree of pages whose nodes are each other's kids. */
const endlessTree = () =>
  pdf({
    1: CATALOG,
    2: pages('3 0 R 2 0 R 7 0 R', 1000),
    3: page(),
    4: text,
    5: FONT,
    7: pages('2 0 R 7 0 R 3 0 R', 1000),
  });

/** Ten levels of forms, each drawn ten times by the one above. */
function laughing() {
  const form = (name) =>
    stream(
      `/${name} Do `.repeat(10),
      `/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X ${name.slice(1)} 0 R >> >> `,
    );
  const levels = Object.fromEntries(
    Array.from({ length: 10 }, (_, level) => [
      20 + level,
      form(`X${21 + level}`).map((part) =>
        typeof part === 'string' ? part.replaceAll(`/X${21 + level}`, '/X') : part,
      ),
    ]),
  );
  return pdf({
    1: CATALOG,
    2: pages('3 0 R'),
    3: page().replace('6 0 R', '20 0 R'),
    4: stream('/X Do'),
    5: FONT,
    ...levels,
    30: stream('BT (x) Tj ET', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] '),
  });
}

async function protectedPdf() {
  const { default: PDFDocument } = await import('pdfkit');
  return new Promise((resolve) => {
    const document = new PDFDocument({ userPassword: 'secret', ownerPassword: 'owner' });
    const chunks = [];
    document.on('data', (chunk) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.text('secret text');
    document.end();
  });
}

export const pdfBombs = [
  ['giant-image.pdf', () => one({ 4: drawing, 6: image(100_000, zlibbed(1200)) })],
  ['many-large-images.pdf', () => one({ 4: stream('/X Do '.repeat(5000)), 6: image(8000, zlibbed(8)) })],
  ['protected.pdf', protectedPdf],
  ['endless-page-tree.pdf', endlessTree],
  [
    'deep-page-tree.pdf',
    () =>
      pdf({
        1: CATALOG,
        ...Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [index + 2, pages(`${index + 3} 0 R`)])),
        20_002: page(),
      }),
  ],
  [
    'ten-million-pages-claimed.pdf',
    () => pdf({ 1: CATALOG, 2: pages('3 0 R', 10_000_000), 3: page(), 4: text, 5: FONT }),
  ],
  [
    'one-page-hundred-thousand-times.pdf',
    () => pdf({ 1: CATALOG, 2: pages('3 0 R '.repeat(100_000), 100_000), 3: page(), 4: text, 5: FONT }),
  ],
  ['content-bomb.pdf', () => one({ 4: stream(zlibbed(GIGABYTE, '0 0 m 9 9 l S\n'), '/Filter /FlateDecode ') })],
  ['filters-of-filters.pdf', () => one({ 4: stream(zlibbed(500), `/Filter [${'/FlateDecode '.repeat(500)}] `) })],
  [
    'text-bomb.pdf',
    () =>
      one({
        4: stream(
          zlibbed(100, 'BT /F 1 Tf (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ET\n'),
          '/Filter /FlateDecode ',
        ),
      }),
  ],
  [
    'forms-in-circles.pdf',
    () =>
      one({
        4: stream('/X Do'),
        6: stream(
          '/X Do '.repeat(100),
          '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> ',
        ),
      }),
    { needsSandbox: true },
  ],
  ['laughing-forms.pdf', laughing, { needsSandbox: true }],
  ['length-in-circles.pdf', () => one({ 4: ['<< /Length 4 0 R >>', 'BT ET'], 7: '8 0 R', 8: '7 0 R' })],
  ['deep-array.pdf', () => one({ 7: '['.repeat(1_000_000) })],
  ['deep-dictionary.pdf', () => one({ 2: pages(`3 0 R ${'<< /A '.repeat(300_000)}`) })],
  [
    'previous-in-circles.pdf',
    () => {
      const bytes = one({}).toString('latin1');
      return Buffer.from(bytes.replace('/Root', `/Prev ${bytes.lastIndexOf('xref\n0')} /Root`), 'latin1');
    },
  ],
  [
    'page-of-a-thousand-miles.pdf',
    () => pdf({ 1: CATALOG, 2: pages('3 0 R'), 3: page('', '0 0 2000000000 2000000000'), 4: text, 5: FONT }),
  ],
  ['no-objects.pdf', () => Buffer.from(`%PDF-1.7\n${'1 0 obj\n'.repeat(500_000)}`)],
];
