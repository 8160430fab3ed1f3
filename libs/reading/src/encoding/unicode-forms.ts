const BYTE_ORDER_MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  // Before UTF-16, whose mark it begins with.
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  // Unicode's scheme for GB 18030.
  [[0x84, 0x31, 0x95, 0x33], 'gb18030'],
];

/** The encoding that a byte order mark tells; null where there is none. */
export function markedEncoding(bytes: Uint8Array): string | null {
  const found = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  return found?.[1] ?? null;
}

const LOOKED_AT = 4096;
/** Shorter ones say too little. */
const MIN_BYTES = 8;

/** UTF-16 or UTF-32 without a mark, by where its zeros stand; null where it is neither. */
export function wideEncoding(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, LOOKED_AT) & ~3;
  if (length < MIN_BYTES) return null;
  const [first, second, third, fourth] = zeroShares(bytes, length);
  // No character is beyond U+10FFFF, few are beyond U+FFFF.
  if (fourth === 1 && third > 0.9 && first < 0.5) return 'utf-32le';
  if (first === 1 && second > 0.9 && fourth < 0.5) return 'utf-32be';
  return utf16(bytes.subarray(0, length), (first + third) / 2, (second + fourth) / 2);
}

/** Shares of zeros among the first, second, third and fourth bytes of all groups of four. */
function zeroShares(bytes: Uint8Array, length: number): readonly [number, number, number, number] {
  const zeros: [number, number, number, number] = [0, 0, 0, 0];
  const quarter = length / 4;
  for (let index = 0; index < length; index++) if (bytes[index] === 0) zeros[(index & 3) as 0 | 1 | 2 | 3]++;
  return [zeros[0] / quarter, zeros[1] / quarter, zeros[2] / quarter, zeros[3] / quarter];
}

/** Latin text has a zero in one half of nearly each unit. Other text has them in few, but in the same half. */
function utf16(bytes: Uint8Array, even: number, odd: number): string | null {
  if (odd > 0.7 && even < 0.1) return 'utf-16le';
  if (even > 0.7 && odd < 0.1) return 'utf-16be';
  if (odd > 0 && even === 0 && isLikelyText(bytes, 'utf-16le')) return 'utf-16le';
  if (even > 0 && odd === 0 && isLikelyText(bytes, 'utf-16be')) return 'utf-16be';
  return null;
}

/** Fewer units may be anything. */
const MIN_UNITS = 16;
const USUAL =
  /[\t\n\r\u0020-\u007e\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u;

/** True where nearly all characters are of one or two usual scripts: random bytes are of all. */
function isLikelyText(bytes: Uint8Array, encoding: string): boolean {
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.length < MIN_UNITS || text.includes('\ufffd')) return false;
  const blocks = new Map<number, number>();
  let usual = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (USUAL.test(character)) usual++;
    const block = blockOf(point);
    blocks.set(block, (blocks.get(block) ?? 0) + 1);
  }
  const [first = 0, second = 0, third = 0] = [...blocks.values()].sort((a, b) => b - a);
  return usual > 0.95 * text.length && first + second + third > 0.9 * text.length;
}

/** Ideographs and Hangul as one each, everything else by 256. */
const blockOf = (point: number): number =>
  point >= 0x4e00 && point <= 0x9fff ? 0x4e : point >= 0xac00 && point <= 0xd7af ? 0xac : point >> 8;

/** True also where a few bytes are damaged, or the last character is cut: one broken byte in twenty non-ASCII characters. */
export function isMostlyUtf8(bytes: Uint8Array): boolean {
  let valid = 0;
  let broken = 0;
  for (let index = 0; index < bytes.length;) {
    const byte = bytes[index] ?? 0;
    const length = byte < 0x80 ? 1 : sequenceLength(byte);
    const left = bytes.length - index;
    // The last character may be cut.
    if (length > left && hasContinuation(bytes, index + 1, left - 1)) break;
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
