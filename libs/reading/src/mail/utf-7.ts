/** A shift into base64, RFC 2152: `+`, letters of base64, and `-` where it has to be said that they end. */
const SHIFT = /\+([A-Za-z0-9+/]*)(-?)/g;

/** UTF-7 (RFC 2152) as it came: one character a byte. What is not valid stays as it is. */
export const decodeUtf7 = (ascii: string): string =>
  ascii.replace(SHIFT, (whole, base64: string, end: string) => {
    if (base64 === '') return end === '' ? whole : '+';
    const bytes = Buffer.from(base64, 'base64');
    return new TextDecoder('utf-16be').decode(bytes.subarray(0, bytes.length & ~1));
  });
