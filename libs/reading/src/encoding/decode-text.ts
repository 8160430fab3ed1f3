/** Text and the WHATWG label of the encoding that it was read with. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

const BYTE_ORDER_MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** A declaration inside the text: XML's `encoding="…"`, HTML's `charset=…`; both stand early and are ASCII. */
const DECLARATION = /(?:encoding|charset)\s*=\s*["']?\s*([A-Za-z][\w.:-]{1,39})/;
const DECLARATION_WITHIN = 2048;

/**
 * Decodes text of unknown encoding: a byte order mark decides; then zero bytes in every other place (UTF-16); then
 * valid UTF-8; then what the text declares; then windows-1252, which takes any bytes.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** As `decodeText`, and ready for a reading: lines end in `\n`, no control characters but tabs. */
export const decodePlainText = (bytes: Uint8Array): string => cleanText(decodeText(bytes).text);

/** Lines end in `\n`; form feeds end lines too; other control characters are taken away. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?|\f|\v|\u2028|\u2029|\u0085/g, '\n')
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\ufeff]/g, '');

export function encodingOf(bytes: Uint8Array): string {
  for (const [mark, encoding] of BYTE_ORDER_MARKS)
    if (mark.every((byte, index) => bytes[index] === byte)) return encoding;
  const wide = utf16WithoutMark(bytes);
  if (wide !== null) return wide;
  if (isMostlyUtf8(bytes)) return 'utf-8';
  return declaredEncoding(bytes) ?? 'windows-1252';
}

/** Latin text in UTF-16 has a zero in one half of each unit, and nearly none in the other. */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 8) return null;
  const zeros = [0, 0];
  for (let index = 0; index < length; index++) if (bytes[index] === 0) zeros[index & 1] = (zeros[index & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = length / 2;
  if (odd > 0.7 * half && even < 0.1 * half) return 'utf-16le';
  if (even > 0.7 * half && odd < 0.1 * half) return 'utf-16be';
  return null;
}

/** True also where a few bytes are damaged, or the last character is cut: one broken byte in twenty non-ASCII characters. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let valid = 0;
  let broken = 0;
  for (let index = 0; index < bytes.length;) {
    const byte = bytes[index] ?? 0;
    const length = byte < 0x80 ? 1 : sequenceLength(byte);
    if (length > 1 && index + length > bytes.length && bytes.length - index < length) break;
    const whole = length > 0 && hasContinuation(bytes, index + 1, length - 1);
    if (!whole) broken++;
    else if (length > 1) valid++;
    index += whole ? length : 1;
  }
  return broken * 20 <= valid;
}

const sequenceLength = (byte: number): number =>
  byte >= 0xc2 && byte <= 0xdf ? 2 : byte >= 0xe0 && byte <= 0xef ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;

function hasContinuation(bytes: Uint8Array, from: number, count: number): boolean {
  for (let index = from; index < from + count; index++) if (((bytes[index] ?? 0) & 0xc0) !== 0x80) return false;
  return true;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const label = DECLARATION.exec(Buffer.from(bytes.subarray(0, DECLARATION_WITHIN)).toString('latin1'))?.[1];
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    // It is not valid UTF-8, and a text whose declaration can be read as ASCII is not UTF-16, whatever it says.
    return encoding.startsWith('utf-') ? null : encoding;
  } catch {
    return null;
  }
}
