import { readingError } from '../reading.errors.js';

/** A header field as it came, unfolded, one character a byte. */
export interface HeaderField {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
}

/** All header fields of a message or a part together; mail with more is no mail. */
export const MAX_HEADER_BYTES = 1024 * 1024;

const LF = 10;
const CR = 13;
const FIELD = /^([!-9;-~]{1,127})[ \t]*:[ \t]*/;
/** A field that somebody put a blank into, or a mailbox's quoted `From` line (RFC 4155). */
const MAILBOX_LINE = /^>?From [^:]{0,80} /;
/** Lines that are looked ahead to tell a damaged header from a body without an empty line before it. */
const LOOK_AHEAD = 3;

/** The header fields of a message or a part, in the order in which they came. */
export class HeaderBlock {
  constructor(
    readonly fields: readonly HeaderField[],
    /** Where the body begins in the bytes. */
    readonly bodyStart: number,
  ) {}

  /** The last field of this name, as it came: where there are several, the last one is what most readers show. */
  last(name: string): string | null {
    return this.fields.findLast((field) => field.name === name)?.value ?? null;
  }

  all(name: string): string[] {
    return this.fields.filter((field) => field.name === name).map(({ value }) => value);
  }
}

/**
 * Reads the header that begins at `start`; `bytes` have LF or CRLF at their line ends. It ends with an empty line, with the
 * bytes, or where lines follow that are no fields: then the body begins there. Throws `corrupt_document` where it is
 * longer than any header.
 */
export function readHeaderBlock(bytes: Buffer, start: number): HeaderBlock {
  const fields = new FieldList();
  for (let at = start; at < bytes.length;) {
    const next = lineAfter(bytes, at);
    const line = lineText(bytes, at, next);
    const isBlank = line.trim() === '';
    if (isBlank && (line === '' || !FIELD.test(lineText(bytes, next, lineAfter(bytes, next)))))
      return new HeaderBlock(fields.all(), next);
    const match = FIELD.exec(line);
    if (isFolded(line) && !fields.isEmpty) fields.fold(line);
    else if (match !== null) fields.add(match[1] ?? '', line.slice(match[0].length));
    else if (isBody(bytes, { line, next, isFirst: at === start })) return new HeaderBlock(fields.all(), at);
    else fields.fold(line);
    at = next;
    if (at - start > MAX_HEADER_BYTES) throw readingError('corrupt_document');
  }
  return new HeaderBlock(fields.all(), bytes.length);
}

/** RFC 5322, 2.2.3. */
const isFolded = (line: string): boolean => line.startsWith(' ') || line.startsWith('\t');

class FieldList {
  private readonly fields: HeaderField[] = [];
  private name = '';
  private lines: string[] = [];

  get isEmpty(): boolean {
    return this.lines.length === 0;
  }

  add(name: string, value: string): void {
    this.finish();
    this.name = name.toLowerCase();
    this.lines.push(value.trim());
  }

  /** One more line of the last field; before the first one it is thrown away. */
  fold(line: string): void {
    if (!this.isEmpty) this.lines.push(line.trim());
  }

  all(): readonly HeaderField[] {
    this.finish();
    return this.fields;
  }

  private finish(): void {
    if (this.isEmpty) return;
    this.fields.push({
      name: this.name,
      value: this.lines.length === 1 ? (this.lines[0] ?? '') : this.lines.join(' ').trim(),
    });
    this.lines = [];
  }
}

/** Of a line that is no field: whether the body begins with it. */
function isBody(bytes: Buffer, { line, next, isFirst }: { line: string; next: number; isFirst: boolean }): boolean {
  if (line.startsWith('--')) return true;
  if (isFirst && MAILBOX_LINE.test(line)) return false;
  let at = next;
  for (let count = 0; count < LOOK_AHEAD && at < bytes.length; count++) {
    const after = lineAfter(bytes, at);
    const ahead = lineText(bytes, at, after);
    if (FIELD.test(ahead)) return false;
    if (ahead.trim() === '') return true;
    at = after;
  }
  return true;
}

/** Where the next line begins. */
function lineAfter(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(LF, at);
  return end < 0 ? bytes.length : end + 1;
}

/** The line without its end. */
function lineText(bytes: Buffer, start: number, next: number): string {
  let end = next;
  while (end > start && (bytes[end - 1] === LF || bytes[end - 1] === CR)) end--;
  return bytes.toString('latin1', start, Math.min(end, start + MAX_HEADER_BYTES));
}
