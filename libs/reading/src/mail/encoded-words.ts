import { decodeCharset } from './charsets.js';
import { decodeQuotedPrintable } from './transfer-encodings.js';

interface EncodedWord {
  readonly charset: string;
  readonly encoding: 'b' | 'q';
  readonly content: string;
  /** Behind it. */
  readonly end: number;
}

/** RFC 2047, 2: charset (with a language, RFC 2231, 5), encoding. */
const START = /=\?([^?\s*]{1,60})(?:\*[^?\s]{0,40})?\?([bq])\?/iy;
const BLANKS = /[ \t\r\n]*/y;
// eslint-disable-next-line no-control-regex -- bytes that are no ASCII, and escapes
const NOT_ASCII = /[\u001b\u0080-\u00ff]/;

/**
 * The text of a header's value, or a part of one. `raw` has a character for each byte. Encoded words (RFC 2047) are
 * decoded wherever they stand: mail puts them inside quotes and next to letters. What is not encoded and no ASCII is in
 * UTF-8 (RFC 6532) or in `charset`, that of the message's body.
 */
export function headerText(raw: string, charset: string | null = null): string {
  const first = raw.indexOf('=?');
  return first < 0 ? literal(raw, charset) : new WordScan(raw, charset).decode(first);
}

function literal(raw: string, charset: string | null): string {
  if (!NOT_ASCII.test(raw)) return raw;
  const bytes = Buffer.from(raw, 'latin1');
  const text = decodeCharset(bytes, null);
  // UTF-8 and the escapes of ISO-2022 make fewer characters of more bytes, and are not mistaken for anything else.
  return charset === null || text.length < raw.length ? text : decodeCharset(bytes, charset);
}

class WordScan {
  /** Where the next `?=` is, if it was looked for: no text is searched twice for it. */
  private nextEnd = -1;

  constructor(
    private readonly raw: string,
    private readonly charset: string | null,
  ) {}

  decode(first: number): string {
    const { raw, charset } = this;
    const parts: string[] = [];
    let from = 0;
    for (let at = first; at >= 0;) {
      const run = this.runAt(at);
      if (run === null) at = raw.indexOf('=?', at + 2);
      else {
        parts.push(literal(raw.slice(from, at), charset), run.text);
        from = run.end;
        at = raw.indexOf('=?', from);
      }
    }
    parts.push(literal(raw.slice(from), charset));
    return parts.join('');
  }

  /**
   * The encoded words that begin at `at` with nothing but blanks between them. Neighbours in the same charset are joined
   * before they are decoded, since many mailers part them inside a character.
   */
  private runAt(at: number): { text: string; end: number } | null {
    let word = this.wordAt(at);
    if (word === null) return null;
    let { end, charset } = word;
    let text = '';
    let bytes: Buffer[] = [];
    while (word !== null) {
      if (word.charset !== charset) {
        text += decodeCharset(Buffer.concat(bytes), charset);
        bytes = [];
        ({ charset } = word);
      }
      bytes.push(bytesOf(word));
      ({ end } = word);
      BLANKS.lastIndex = end;
      BLANKS.test(this.raw);
      word = this.wordAt(BLANKS.lastIndex);
    }
    return { text: text + decodeCharset(Buffer.concat(bytes), charset), end };
  }

  private wordAt(at: number): EncodedWord | null {
    const { raw } = this;
    START.lastIndex = at;
    const [start, charset = '', encoding] = START.exec(raw) ?? [];
    if (start === undefined) return null;
    const from = at + start.length;
    const end = this.endFrom(from);
    const another = raw.indexOf('=?', from);
    // Another one begins before this one ends: this one never ended. Padding before the end looks like a beginning.
    if (end === raw.length || (another >= 0 && another < end - 1)) return null;
    return {
      charset: charset.toLowerCase(),
      encoding: encoding?.toLowerCase() === 'b' ? 'b' : 'q',
      content: raw.slice(from, end),
      end: end + 2,
    };
  }

  /** Where the word's content ends; the end of all where it does not. */
  private endFrom(from: number): number {
    if (this.nextEnd < from) {
      const found = this.raw.indexOf('?=', from);
      this.nextEnd = found < 0 ? this.raw.length : found;
    }
    return this.nextEnd;
  }
}

const bytesOf = ({ encoding, content }: EncodedWord): Buffer =>
  encoding === 'b'
    ? Buffer.from(content, 'base64')
    : decodeQuotedPrintable(Buffer.from(content.replaceAll('_', ' '), 'latin1'));
