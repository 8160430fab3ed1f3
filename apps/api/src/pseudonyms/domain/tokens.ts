/** RFC 4648 section 6 in lower case: letters and digits that nobody mistakes for each other. */
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
/** 80 bits: a million million values of a tenant meet once in two million tenants. */
const TOKEN_BYTES = 10;

/** `[PERSON_…]` with sixteen characters of the digest. */
export const tokenOf = (type: string, digest: Uint8Array): string =>
  `[${type}_${base32(digest.subarray(0, TOKEN_BYTES))}]`;

function base32(bytes: Uint8Array): string {
  let [text, bits, held] = ['', 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32[(held >> bits) & 31] ?? '';
    }
    held &= (1 << bits) - 1;
  }
  return text;
}

const TOKEN = /\[[A-Z][A-Z_]{0,63}_[a-z2-7]{16}\]/g;

/** Each token of a text once. */
export const tokensIn = (text: string): string[] => [...new Set(text.match(TOKEN))];

/** The text with the values of the tokens that are known; others stay as they are. */
export const revealed = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(TOKEN, (token) => values.get(token) ?? token);
