/** Share of bytes outside the alphabet from which on a text that claims to be base64 is not. */
const MOST_FOREIGN = 0.1;
/** Bytes that come out of one letter, line ends among them, where most are of the alphabet; three quarters at best. */
const LEAST_YIELD = 0.7;

const CR = 13;
const LF = 10;
const SPACE = 32;
const TAB = 9;
const EQUALS = 61;

export interface Decoded {
  readonly bytes: Buffer;
  /** False where what came is not what it claims to be; `bytes` are then as they came. */
  readonly isValid: boolean;
}

/** Undoes a content transfer encoding (RFC 2045, 6). Other encodings, known or not, are left as they are. */
export function decodeTransfer(bytes: Buffer, encoding: string): Decoded {
  if (encoding === 'base64') return decodeBase64(bytes);
  return { bytes: encoding === 'quoted-printable' ? decodeQuotedPrintable(bytes) : bytes, isValid: true };
}

/**
 * Base64 as mail has it: line ends anywhere, letters outside the alphabet passed over, and several runs that each end
 * in padding, one behind the other.
 */
function decodeBase64(bytes: Buffer): Decoded {
  const text = bytes.toString('latin1').trimEnd();
  const padding = text.indexOf('=');
  const isOneRun = padding < 0 || padding > text.length - 3;
  const decoded = isOneRun ? [Buffer.from(text, 'base64')] : runsOf(text).map((run) => Buffer.from(run, 'base64'));
  const length = decoded.reduce((sum, { byteLength }) => sum + byteLength, 0);
  if (length < text.length * LEAST_YIELD && isForeign(text)) return { bytes, isValid: false };
  return { bytes: decoded.length === 1 ? (decoded[0] ?? bytes) : Buffer.concat(decoded), isValid: true };
}

/** Runs that end in padding. What follows the first one is another run only where it is whole, or else a footer or a remark. */
function runsOf(text: string): string[] {
  const runs = (text.match(/[^=]+=*/g) ?? []).map((run) => run.replace(/[\r\n]/g, ''));
  return runs.filter((run, index) => index === 0 || (run.length % 4 === 0 && /^[A-Za-z0-9+/]*=*$/.test(run)));
}

const isForeign = (text: string): boolean => {
  const foreign = text.match(/[^A-Za-z0-9+/=\s_-]| (?=\S)/g)?.length ?? 0;
  return foreign > text.length * MOST_FOREIGN;
};

/** Quoted-printable (RFC 2045, 6.7): an escape that is none stays as it is, blanks at the end of a line go. */
export function decodeQuotedPrintable(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  /** Up to here blanks are meant: they were escaped, or a soft line break stands behind them. */
  let kept = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte === EQUALS) {
      const soft = softBreakEnd(bytes, at + 1);
      const value = escaped(bytes, at + 1);
      if (soft < 0) out[length++] = value === NONE ? EQUALS : value;
      at = soft < 0 ? at + (value === NONE ? 0 : 2) : soft - 1;
      kept = length;
    } else {
      if (byte === LF || byte === CR) while (length > kept && isBlank(out[length - 1])) length--;
      out[length++] = byte;
    }
  }
  return out.subarray(0, length);
}

const isBlank = (byte: number | undefined): boolean => byte === SPACE || byte === TAB;

/** Where the next line begins, if only blanks stand between `at` and a line end (or the end of all); else -1. */
function softBreakEnd(bytes: Buffer, at: number): number {
  let end = at;
  while (isBlank(bytes[end])) end++;
  if (end >= bytes.length) return bytes.length;
  if (bytes[end] === LF) return end + 1;
  if (bytes[end] !== CR) return -1;
  return bytes[end + 1] === LF ? end + 2 : end + 1;
}

const NONE = -1;
const HEX = new Int8Array(256).fill(NONE);
for (let value = 0; value < 16; value++) {
  const digit = value.toString(16);
  HEX[digit.charCodeAt(0)] = value;
  HEX[digit.toUpperCase().charCodeAt(0)] = value;
}

/** The byte that two hexadecimal digits at `at` stand for; `NONE` where there are none. */
function escaped(bytes: Buffer, at: number): number {
  const high = HEX[bytes[at] ?? 0] ?? NONE;
  const low = HEX[bytes[at + 1] ?? 0] ?? NONE;
  return high === NONE || low === NONE ? NONE : high * 16 + low;
}
