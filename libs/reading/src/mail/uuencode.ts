/** A file inside a text. */
export interface UuencodedFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** Its place in the text, from `begin` to `end`. */
  readonly start: number;
  readonly end: number;
}

/** `begin 644 name` (IEEE 1003.1, uuencode). */
const BEGIN = /^begin(-base64)? [0-7]{3,4} ([^\r\n]{1,255})\r?\n/gm;
const SPACE = 0x20;

/** The files of a text whose lines end in LF or CRLF, in order. One whose lines are damaged, or that never ends, is none. */
export function uuencodedFiles(text: string): UuencodedFile[] {
  const files: UuencodedFile[] = [];
  BEGIN.lastIndex = 0;
  for (let begin = BEGIN.exec(text); begin !== null; begin = BEGIN.exec(text)) {
    const [head, base64, name = ''] = begin;
    const found =
      base64 === undefined
        ? linesFrom(text, begin.index + head.length, UU)
        : linesFrom(text, begin.index + head.length, BASE64);
    if (found === null) continue;
    files.push({ name: name.trim(), bytes: found.bytes, start: begin.index, end: found.end });
    BEGIN.lastIndex = found.end;
  }
  return files;
}

interface LineCode {
  readonly end: string;
  /** The bytes of a line; null where it is none. */
  readonly decode: (line: string) => Buffer | null;
}

const UU: LineCode = { end: 'end', decode: uuLine };
const BASE64: LineCode = {
  end: '====',
  decode: (line) => (/^[A-Za-z0-9+/]*={0,2}$/.test(line) ? Buffer.from(line, 'base64') : null),
};

function linesFrom(text: string, from: number, { end, decode }: LineCode): { bytes: Buffer; end: number } | null {
  const parts: Buffer[] = [];
  for (let at = from; at < text.length;) {
    const found = text.indexOf('\n', at);
    const next = found < 0 ? text.length : found + 1;
    const line = text.slice(at, next).replace(/\r?\n$/, '');
    if (line.trim() === end) return { bytes: Buffer.concat(parts), end: at + line.length };
    const bytes = decode(line);
    if (bytes === null) return null;
    parts.push(bytes);
    at = next;
  }
  return null;
}

/** The first letter says how many bytes the line holds. Blanks at its end may be gone; they stand for zeros. */
function uuLine(line: string): Buffer | null {
  const count = line === '' ? 0 : (line.charCodeAt(0) - SPACE) & 0x3f;
  const letters = Math.ceil(count / 3) * 4;
  if (line.length > letters + 3 || !/^[ -`]*$/.test(line)) return null;
  const bytes = Buffer.alloc(Math.ceil(count / 3) * 3);
  const sextet = (at: number): number => (at < line.length ? (line.charCodeAt(at) - SPACE) & 0x3f : 0);
  for (let out = 0, at = 1; out < count; out += 3, at += 4) {
    const value = (sextet(at) << 18) | (sextet(at + 1) << 12) | (sextet(at + 2) << 6) | sextet(at + 3);
    bytes.writeUIntBE(value, out, 3);
  }
  return bytes.subarray(0, count);
}
