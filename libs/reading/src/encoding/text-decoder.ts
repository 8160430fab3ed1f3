import { decodeCodePage } from './code-pages.js';
import { decodeEbcdic } from './ebcdic.js';

/** Decodes pieces of a text in the encoding that was told; a character may be cut between them. */
export interface TextStream {
  write(bytes: Uint8Array): string;
  end(): string;
}

/** Encodings that no `TextDecoder` knows: those of DOS, by the number of the code page. */
const CODE_PAGES: Readonly<Record<string, number>> = { ibm437: 437, ibm850: 850 };

/** Decodes bytes in an encoding that `encodingOf` told; a byte order mark is left out. */
export function decodeBytes(bytes: Uint8Array, encoding: string): string {
  const stream = textStream(encoding);
  const text = stream.write(bytes) + stream.end();
  // Only the decoders of UTF-8 and UTF-16 leave it out themselves.
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

export function textStream(encoding: string): TextStream {
  const codePage = CODE_PAGES[encoding];
  if (codePage !== undefined) return { write: (bytes) => decodeCodePage(bytes, codePage), end: () => '' };
  if (encoding === 'ibm500') return { write: decodeEbcdic, end: () => '' };
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return new Utf32Stream(encoding === 'utf-32le');
  const decoder = new TextDecoder(encoding);
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

const UNIT = 4;
const REPLACEMENT = 0xfffd;
const BYTE_ORDER_MARK = 0xfeff;
/** Code points that are made into a string at a time; each is an argument of a call. */
const AT_A_TIME = 4096;

class Utf32Stream implements TextStream {
  private rest: Uint8Array = new Uint8Array(0);
  private isFirst = true;

  constructor(private readonly isLittleEndian: boolean) {}

  write(bytes: Uint8Array): string {
    const all = this.rest.byteLength === 0 ? bytes : Buffer.concat([this.rest, bytes]);
    const whole = all.byteLength - (all.byteLength % UNIT);
    this.rest = all.subarray(whole);
    const view = new DataView(all.buffer, all.byteOffset, whole);
    const parts: string[] = [];
    for (let from = 0; from < whole; from += UNIT * AT_A_TIME) parts.push(this.codePoints(view, from));
    return parts.join('');
  }

  end(): string {
    return this.rest.byteLength === 0 ? '' : String.fromCodePoint(REPLACEMENT);
  }

  private codePoints(view: DataView, from: number): string {
    const points: number[] = [];
    for (let at = from; at < Math.min(view.byteLength, from + UNIT * AT_A_TIME); at += UNIT) {
      const point = view.getUint32(at, this.isLittleEndian);
      if (!this.isFirst || point !== BYTE_ORDER_MARK) points.push(isScalar(point) ? point : REPLACEMENT);
      this.isFirst = false;
    }
    return String.fromCodePoint(...points);
  }
}

const isScalar = (point: number): boolean => point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
