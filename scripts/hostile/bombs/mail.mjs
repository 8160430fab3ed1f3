// Mail with more parts, levels and headers than anybody sends.
const LINE = '\r\n';
const head = (type, more = '') =>
  `From: Ann <ann@example.org>${LINE}To: bob@example.org${LINE}Subject: Parts${LINE}${more}MIME-Version: 1.0${LINE}Content-Type: ${type}${LINE}${LINE}`;
const text = (body) => `Content-Type: text/plain${LINE}${LINE}${body}${LINE}`;
const file = (name, body) =>
  `Content-Type: application/octet-stream; name="${name}"${LINE}Content-Disposition: attachment; filename="${name}"${LINE}Content-Transfer-Encoding: base64${LINE}${LINE}${body}${LINE}`;

const parts = (count, make) =>
  `${head('multipart/mixed; boundary=b')}${Array.from({ length: count }, (_, index) => `--b${LINE}${make(index)}`).join('')}--b--${LINE}`;

function deep(levels) {
  const opening = Array.from(
    { length: levels },
    (_, level) => `--b${level}${LINE}Content-Type: multipart/mixed; boundary=b${level + 1}${LINE}${LINE}`,
  );
  const closing = Array.from({ length: levels }, (_, level) => `--b${levels - level}--${LINE}`);
  return `${head('multipart/mixed; boundary=b0')}${opening.join('')}--b${levels}${LINE}${text('bottom')}${closing.join('')}`;
}

const forwarded = (levels) => `${head('message/rfc822').repeat(levels)}${head('text/plain')}bottom`;

const mailbox = (count) =>
  Array.from(
    { length: count },
    (_, index) =>
      `From ann@example.org Mon Jan  1 00:00:00 2024${LINE}Subject: ${index}${LINE}From: ann@example.org${LINE}To: b@example.org${LINE}${LINE}body${LINE}${LINE}`,
  ).join('');

export const mailBombs = [
  ['ten-thousand-parts.eml', () => parts(10_000, (index) => text(`part ${index}`))],
  ['ten-thousand-files.eml', () => parts(10_000, (index) => file(`${index}.bin`, 'AAAA'))],
  ['five-thousand-deep.eml', () => deep(5000)],
  ['forwarded-two-thousand-times.eml', () => forwarded(2000)],
  ['megabyte-of-a-header.eml', () => `${head('text/plain', `X-Long: ${'a '.repeat(500_000)}${LINE}`)}body`],
  ['folded-header.eml', () => `${head('text/plain', `References:${`${LINE} <a@b>`.repeat(200_000)}${LINE}`)}body`],
  ['hundred-thousand-headers.eml', () => `${head('text/plain', `X-Many: x${LINE}`.repeat(100_000))}body`],
  [
    'hundred-thousand-recipients.eml',
    () => `${head('text/plain', `Cc: ${'"A, (b" <a@example.org>, '.repeat(100_000)}${LINE}`)}body`,
  ],
  ['nested-comments.eml', () => `${head('text/plain', `Reply-To: ${'('.repeat(300_000)}${LINE}`)}body`],
  [
    'encoded-words.eml',
    () =>
      `${head('text/plain', `X-Words: ${'=?utf-8?Q?=C3?= '.repeat(100_000)}${LINE}Thread-Topic: ${'=?utf-8?'.repeat(100_000)}${LINE}`)}body`,
  ],
  ['boundary-everywhere.eml', () => `${head('multipart/mixed; boundary=b')}${`--b${LINE}`.repeat(300_000)}`],
  [
    'parameters.eml',
    () => `${head(`text/plain${Array.from({ length: 50_000 }, (_, index) => `; name*${index}*=x`).join('')}`)}body`,
  ],
  [
    'no-base64.eml',
    () => `${head('text/plain', `Content-Transfer-Encoding: base64${LINE}`)}${'=&!'.repeat(2_000_000)}`,
  ],
  [
    'quoted-printable.eml',
    () => `${head('text/html', `Content-Transfer-Encoding: quoted-printable${LINE}`)}${`=3Cdiv=\r\n`.repeat(300_000)}`,
  ],
  ['hundred-thousand-mails.mbox', () => mailbox(100_000)],
];
