/** IBM's code page 500 (Unicode's CP500.TXT) from 0x40 on; a dot stands where it has a control character. */
const TABLE =
  ' \u00a0âäàáãåçñ[.<(+!&éêëèíîïìß]$*);^-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@\'="' +
  'Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ¤µ~stuvwxyz¡¿ÐÝÞ®¢£¥·©§¶¼½¾¬|¯¨´×' +
  '{ABCDEFGHI\u00adôöòóõ}JKLMNOPQR¹ûüùúÿ\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ\u009f';
const FIRST = 0x40;
const SPACE = 0x40;
/** New line, line feed, carriage return; tab. */
const LINE_ENDS = new Set([0x15, 0x25, 0x0d]);
const TAB = 0x05;

/** Share of bytes that are letters, digits, spaces and common signs of EBCDIC in a text that is written in it. */
const MIN_SHARE = 0.9;
const MIN_SPACES = 0.05;
const LOOKED_AT = 8192;
const MIN_BYTES = 32;

/** True of a text from a mainframe: no spaces of ASCII, many of EBCDIC, and nearly all bytes where EBCDIC has its letters. */
export function isEbcdic(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, LOOKED_AT);
  let spaces = 0;
  let usual = 0;
  for (const byte of head) {
    if (byte === 0x20 || byte === 0x0a) return false;
    if (byte === SPACE) spaces++;
    if (byte === SPACE || LINE_ENDS.has(byte) || byte === TAB || isUsual(byte)) usual++;
  }
  return head.byteLength >= MIN_BYTES && spaces > head.byteLength * MIN_SPACES && usual > head.byteLength * MIN_SHARE;
}

/** ASCII's letters, digits and signs, where EBCDIC has them. */
const isUsual = (byte: number): boolean => {
  const character = TABLE[byte - FIRST];
  return character !== undefined && character > ' ' && character < '\u007f';
};

export function decodeEbcdic(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes)
    text += LINE_ENDS.has(byte) ? '\n' : byte === TAB ? '\t' : byte < FIRST ? '' : (TABLE[byte - FIRST] ?? '');
  return text;
}
