// Messages as mail programs send them: RFC 5322 headers, MIME parts (RFC 2045 to 2047), lines that end in CRLF.
const LINE = 76;
const WORD_BYTES = 45;
const isAscii = (text) => /^[\x20-\x7e]*$/.test(text);

/** A header's text; where it is not ASCII, as encoded words (RFC 2047), none of which splits a character. */
function encodedWords(text) {
  if (isAscii(text)) return text;
  const words = [''];
  for (const char of text)
    if (Buffer.byteLength(words.at(-1) + char) > WORD_BYTES) words.push(char);
    else words[words.length - 1] += char;
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}

const quotedByte = (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** RFC 2045, 6.7: soft line breaks before the 76th character, spaces at the end of a line quoted. */
function quotedPrintable(text) {
  return text
    .split('\n')
    .map((line) => {
      const pieces = [...Buffer.from(line)].map((byte, index, all) => {
        const plain = (byte >= 33 && byte <= 126 && byte !== 61) || (byte === 32 && index < all.length - 1);
        return plain ? String.fromCharCode(byte) : quotedByte(byte);
      });
      const lines = [''];
      for (const piece of pieces)
        if (lines.at(-1).length + piece.length > LINE - 1) lines.push(piece);
        else lines[lines.length - 1] += piece;
      return lines.join('=\r\n');
    })
    .join('\r\n');
}

const inLines = (base64) => base64.replace(/(.{76})(?=.)/g, '$1\r\n');

const textPart = (subtype, text) => ({
  headers: [`Content-Type: text/${subtype}; charset=utf-8`, 'Content-Transfer-Encoding: quoted-printable'],
  body: quotedPrintable(text),
});

const filePart = ({ name, mediaType, bytes }) => ({
  headers: [
    `Content-Type: ${mediaType}; name="${name}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${name}"`,
  ],
  body: inLines(bytes.toString('base64')),
});

/** Parts under one boundary, which no part can contain: quoted-printable would quote its `=`, base64 has no `_`. */
function multipart(subtype, boundary, parts) {
  const written = parts.map(({ headers, body }) => `--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n${body}\r\n`);
  return {
    headers: [`Content-Type: multipart/${subtype}; boundary="${boundary}"`],
    body: `${written.join('')}--${boundary}--\r\n`,
  };
}

const mailbox = ({ name, address }) =>
  name ? `${isAscii(name) ? `"${name}"` : encodedWords(name)} <${address}>` : address;

/** The bytes of a message. `date` is RFC 5322; attachments are {name, mediaType, bytes}. */
export function message({ id, from, to, subject, date, text, html, attachments = [], headers = [] }) {
  const plain = textPart('plain', text);
  const body = html ? multipart('alternative', `=_alternative_${id}`, [plain, textPart('html', html)]) : plain;
  const whole = attachments.length ? multipart('mixed', `=_mixed_${id}`, [body, ...attachments.map(filePart)]) : body;
  const lines = [
    `From: ${mailbox(from)}`,
    `To: ${mailbox(to)}`,
    `Subject: ${encodedWords(subject)}`,
    `Date: ${date}`,
    `Message-ID: <${id}@${from.address.split('@')[1]}>`,
    ...headers,
    'MIME-Version: 1.0',
    ...whole.headers,
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${whole.body}`, 'utf8');
}
