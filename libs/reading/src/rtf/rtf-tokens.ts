/** A piece of RTF (Rich Text Format Specification 1.9.1, "RTF syntax"). */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** A control word, or a control symbol, whose name is one character. */
  | { readonly kind: 'control'; readonly word: string; readonly parameter: number | null }
  /** Bytes of text without line ends, which mean nothing in RTF. */
  | { readonly kind: 'text'; readonly bytes: Uint8Array }
  /** `\binN` and what follows it. */
  | { readonly kind: 'binary'; readonly bytes: Uint8Array };

const OPEN: RtfToken = { kind: 'open' };
const CLOSE: RtfToken = { kind: 'close' };
/** Longest control word ("32 letters"); the longest that there is has 20. */
const MAX_WORD = 64;
/** Longest parameter: -2147483648. */
const MAX_DIGITS = 10;

const BACKSLASH = 0x5c;
const LEFT_BRACE = 0x7b;
const RIGHT_BRACE = 0x7d;
const QUOTE = 0x27;
const HYPHEN = 0x2d;
const SPACE = 0x20;
const CR = 0x0d;
const LF = 0x0a;

/** The pieces of an RTF file, one after the other. Nothing in it is wrong enough to throw. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken, void> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === LEFT_BRACE || byte === RIGHT_BRACE) {
      yield byte === LEFT_BRACE ? OPEN : CLOSE;
      at++;
    } else if (byte === BACKSLASH) {
      const [token, next] = control(bytes, at + 1);
      yield token;
      at = next;
    } else if (byte === CR || byte === LF || byte === 0) {
      at++;
    } else {
      const end = endOfText(bytes, at);
      yield { kind: 'text', bytes: bytes.subarray(at, end) };
      at = end;
    }
  }
}

function endOfText(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && !endsText(bytes[at] ?? 0)) at++;
  return at;
}

const endsText = (byte: number): boolean =>
  byte === BACKSLASH || byte === LEFT_BRACE || byte === RIGHT_BRACE || byte === CR || byte === LF || byte === 0;

/** What stands behind a backslash at `from - 1`, and where it ends. */
function control(bytes: Uint8Array, from: number): readonly [RtfToken, number] {
  const first = bytes[from];
  if (first === undefined) return [{ kind: 'text', bytes: new Uint8Array() }, from];
  if (first === QUOTE) return hexBytes(bytes, from);
  return isLetter(first) ? controlWord(bytes, from) : symbol(bytes, from);
}

function controlWord(bytes: Uint8Array, from: number): readonly [RtfToken, number] {
  const end = endOf(bytes, from, from + MAX_WORD, isLetter);
  const word = latin1(bytes, from, end);
  const digitsAt = bytes[end] === HYPHEN ? end + 1 : end;
  const digitsEnd = endOf(bytes, digitsAt, digitsAt + MAX_DIGITS, isDigit);
  const parameter = digitsEnd === digitsAt ? null : Number(latin1(bytes, end, digitsEnd));
  const after = parameter === null ? end : digitsEnd;
  const next = bytes[after] === SPACE ? after + 1 : after;
  return word === 'bin' ? binary(bytes, next, parameter ?? 0) : [{ kind: 'control', word, parameter }, next];
}

/** Where a run of bytes of a kind ends, `to` at the latest. */
function endOf(bytes: Uint8Array, from: number, to: number, isKind: (byte: number) => boolean): number {
  let at = from;
  while (at < to && isKind(bytes[at] ?? 0)) at++;
  return at;
}

/** Bytes of a run of `\'hh` that are taken at once. */
const MAX_RUN = 1024;

/** `\'hh`, and others that follow it. One hexadecimal digit alone is a byte too; none is nothing. */
function hexBytes(bytes: Uint8Array, from: number): readonly [RtfToken, number] {
  const run: number[] = [];
  let at = from;
  for (;;) {
    const high = hexValue(bytes[at + 1]);
    const low = high < 0 ? -1 : hexValue(bytes[at + 2]);
    if (high >= 0) run.push(low < 0 ? high : high * 16 + low);
    at += high < 0 ? 1 : low < 0 ? 2 : 3;
    if (run.length >= MAX_RUN || bytes[at] !== BACKSLASH || bytes[at + 1] !== QUOTE) break;
    at++;
  }
  return [{ kind: 'text', bytes: Uint8Array.from(run) }, at];
}

function symbol(bytes: Uint8Array, from: number): readonly [RtfToken, number] {
  const byte = bytes[from] ?? 0;
  if (byte === BACKSLASH || byte === LEFT_BRACE || byte === RIGHT_BRACE)
    return [{ kind: 'text', bytes: bytes.subarray(from, from + 1) }, from + 1];
  // A line end behind a backslash is a paragraph's end ("Special characters").
  if (byte === CR || byte === LF) {
    const next = byte === CR && bytes[from + 1] === LF ? from + 2 : from + 1;
    return [{ kind: 'control', word: 'par', parameter: null }, next];
  }
  return [{ kind: 'control', word: String.fromCharCode(byte), parameter: null }, from + 1];
}

function binary(bytes: Uint8Array, from: number, length: number): readonly [RtfToken, number] {
  const end = Math.min(bytes.length, from + Math.max(0, length));
  return [{ kind: 'binary', bytes: bytes.subarray(from, end) }, end];
}

/** Of a few bytes: a view of them would cost more than the text. */
function latin1(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

const hexValue = (byte: number | undefined): number => {
  if (byte === undefined) return -1;
  if (isDigit(byte)) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : -1;
};
