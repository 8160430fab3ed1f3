import { readingError } from '../reading.errors.js';
import { HeaderBlock, readHeaderBlock } from './header-block.js';
import { type ParameterisedValue, parseParameters } from './parameters.js';

/** A message or a part of one. The body is `source.subarray(bodyStart, bodyEnd)`, still encoded. */
export interface MimePart {
  readonly source: Buffer;
  readonly header: HeaderBlock;
  readonly type: ParameterisedValue;
  readonly bodyStart: number;
  bodyEnd: number;
  /** Among the parts of its multipart, from 0. */
  readonly index: number;
  readonly parent: MimePart | null;
  /** Of multiparts; empty where none of its delimiters was found. */
  readonly children: MimePart[];
}

export interface MimeTree {
  readonly root: MimePart;
  /** True where multiparts lie deeper than is looked into: they are leaves then. */
  readonly isTooDeep: boolean;
}

/** Multiparts inside multiparts; real mail has six at most. */
const MAX_DEPTH = 64;
/** RFC 2046, 5.1.1 allows 70; some mailers write more. */
const LONGEST_BOUNDARY = 250;
const LF = 10;
const CR = 13;
const DASH = 45;
const DELIMITER = Buffer.from('\n--');

/**
 * The parts of a message (RFC 2046). One pass over the bytes: each line that begins with `--` is looked up among the
 * boundaries that are open. Throws `archive_too_large` where there are more than `maxParts`, `corrupt_document` where
 * all their headers together are too long.
 */
export function parseMime(bytes: Buffer, start: number, maxParts: number): MimeTree {
  return new MimeScan(bytes, maxParts).scan(start);
}

export const isMultipart = (part: MimePart): boolean => part.type.value.startsWith('multipart/');

interface Delimiter {
  /** Index of the multipart in the stack. */
  readonly depth: number;
  readonly isClosing: boolean;
  readonly lineStart: number;
  readonly next: number;
}

class MimeScan {
  /** Multiparts whose end was not seen, outermost first; `boundary` of the same index. */
  private readonly open: MimePart[] = [];
  private readonly boundaries: string[] = [];
  private readonly depths = new Map<string, number[]>();
  /** What the bytes after the last delimiter belong to. */
  private leaf: MimePart | null = null;
  private parts = 0;
  private isTooDeep = false;

  constructor(
    private readonly bytes: Buffer,
    private readonly maxParts: number,
  ) {}

  scan(start: number): MimeTree {
    const root = this.begin(start, null);
    let at = root.bodyStart;
    for (let found = this.delimiterFrom(at); found !== null; found = this.delimiterFrom(at)) {
      this.endParts(found);
      at = found.isClosing ? found.next : this.begin(found.next, this.open[found.depth] ?? null).bodyStart;
    }
    return { root, isTooDeep: this.isTooDeep };
  }

  private begin(at: number, parent: MimePart | null): MimePart {
    if (++this.parts > this.maxParts) throw readingError('archive_too_large');
    const header = readHeaderBlock(this.bytes, at);
    const part: MimePart = {
      source: this.bytes,
      header,
      type: typeOf(header, parent),
      bodyStart: header.bodyStart,
      bodyEnd: this.bytes.length,
      index: parent?.children.length ?? 0,
      parent,
      children: [],
    };
    parent?.children.push(part);
    if (!isMultipart(part) || !this.push(part)) this.leaf = part;
    return part;
  }

  /** False where the multipart's parts cannot be told. */
  private push(part: MimePart): boolean {
    const named = part.type.parameters.get('boundary')?.trimEnd() ?? '';
    const boundary = named === '' ? guessBoundary(this.bytes, part.bodyStart) : named;
    if (boundary === undefined) return false;
    if (this.open.length >= MAX_DEPTH) {
      this.isTooDeep = true;
      return false;
    }
    const depth = this.open.push(part) - 1;
    this.boundaries.push(boundary);
    const depths = this.depths.get(boundary);
    if (depths === undefined) this.depths.set(boundary, [depth]);
    else depths.push(depth);
    return true;
  }

  /** The next delimiter line of an open multipart; `from` is the beginning of a line. */
  private delimiterFrom(from: number): Delimiter | null {
    const { bytes } = this;
    if (this.open.length === 0) return null;
    let lineStart = bytes[from] === DASH && bytes[from + 1] === DASH ? from : this.nextDashes(from);
    while (lineStart >= 0) {
      const end = bytes.indexOf(LF, lineStart);
      const next = end < 0 ? bytes.length : end + 1;
      const found = this.lookUp(
        bytes.toString('latin1', lineStart + 2, Math.min(next, lineStart + LONGEST_BOUNDARY + 6)),
      );
      if (found !== null) return { ...found, lineStart, next };
      lineStart = this.nextDashes(next - 1);
    }
    return null;
  }

  private nextDashes(from: number): number {
    const at = this.bytes.indexOf(DELIMITER, Math.max(0, from));
    return at < 0 ? -1 : at + 1;
  }

  /** The line behind its dashes: exactly a boundary, or one with something behind it that blanks part from it. */
  private lookUp(line: string): { depth: number; isClosing: boolean } | null {
    const text = line.trimEnd();
    return this.exactly(text) ?? this.exactly(/^\S+/.exec(text)?.[0] ?? '');
  }

  private exactly(text: string): { depth: number; isClosing: boolean } | null {
    const depth = this.depths.get(text)?.at(-1);
    if (depth !== undefined) return { depth, isClosing: false };
    const closing = text.endsWith('--') ? this.depths.get(text.slice(0, -2))?.at(-1) : undefined;
    return closing === undefined ? null : { depth: closing, isClosing: true };
  }

  /** Ends what is open inside the delimiter's multipart, and that itself where the delimiter closes it. */
  private endParts({ depth, isClosing, lineStart }: Delimiter): void {
    const end = beforeLineEnd(this.bytes, lineStart);
    if (this.leaf !== null) this.leaf.bodyEnd = Math.max(this.leaf.bodyStart, end);
    this.leaf = null;
    for (let last = this.open.length - 1; last > depth || (isClosing && last === depth); last--) {
      const part = this.open.pop();
      if (part !== undefined) part.bodyEnd = Math.max(part.bodyStart, end);
      this.depths.get(this.boundaries.pop() ?? '')?.pop();
    }
  }
}

/** The line end before a delimiter belongs to the delimiter (RFC 2046, 5.1.1). */
function beforeLineEnd(bytes: Buffer, lineStart: number): number {
  if (bytes[lineStart - 1] !== LF) return lineStart;
  return bytes[lineStart - 2] === CR ? lineStart - 2 : lineStart - 1;
}

/** Where the header names no boundary: the first line that could be one, with a header or an empty line behind it. */
function guessBoundary(bytes: Buffer, bodyStart: number): string | undefined {
  const head = bytes.toString('latin1', bodyStart, bodyStart + 4096);
  return /^--(\S{1,70})[ \t]*\r?\n(?=content-|\r?\n)/im.exec(head)?.[1];
}

function typeOf(header: HeaderBlock, parent: MimePart | null): ParameterisedValue {
  const type = parseParameters(header.last('content-type') ?? '');
  if (/^[^/\s]+\/[^/\s]+$/.test(type.value)) return type;
  // RFC 2045, 5.2 and RFC 2046, 5.1.5.
  const isDigest = parent?.type.value === 'multipart/digest' && type.value === '';
  const value = isDigest
    ? 'message/rfc822'
    : /^(?:text)?\/?$/.test(type.value)
      ? 'text/plain'
      : 'application/octet-stream';
  return { ...type, value };
}
