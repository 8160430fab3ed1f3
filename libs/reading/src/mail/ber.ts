/** An element of BER or DER (ITU-T X.690). */
export interface BerElement {
  /** The first octet: class, form and number; numbers above 30 are not told apart. */
  readonly tag: number;
  readonly isConstructed: boolean;
  /** Of its content. */
  readonly start: number;
  readonly end: number;
  /** Behind all of it. */
  readonly next: number;
}

const CONSTRUCTED = 0x20;
const HIGH_NUMBER = 0x1f;
const INDEFINITE = 0x80;
/** Content of elements without a length is looked through for their end so deep. */
const MAX_DEPTH = 32;

/** Octets of a length; more than six are more than any file has. */
const MOST_LENGTH_OCTETS = 6;

/** The element at `at`, within `limit`; null where there is none. */
export function berElement(bytes: Uint8Array, at: number, limit = bytes.length, depth = 0): BerElement | null {
  if (at + 1 >= Math.min(limit, bytes.length)) return null;
  const tag = bytes[at] ?? 0;
  const isConstructed = (tag & CONSTRUCTED) !== 0;
  if ((tag & HIGH_NUMBER) === HIGH_NUMBER) return null;
  if (bytes[at + 1] === INDEFINITE)
    return isConstructed ? indefinite(bytes, { tag, start: at + 2, limit, depth }) : null;
  const { length, octets } = lengthAt(bytes, at + 1);
  const start = at + 1 + octets;
  if (start > limit || octets > MOST_LENGTH_OCTETS + 1) return null;
  const end = Math.min(limit, start + length);
  return { tag, isConstructed, start, end, next: end };
}

/** X.690, 8.1.3.4 and 8.1.3.5: one octet, or how many follow that hold it. */
function lengthAt(bytes: Uint8Array, at: number): { length: number; octets: number } {
  const first = bytes[at] ?? 0;
  if (first < INDEFINITE) return { length: first, octets: 1 };
  const octets = 1 + (first & 0x7f);
  let length = 0;
  for (let index = 1; index < octets; index++) length = length * 256 + (bytes[at + index] ?? 0);
  return { length, octets };
}

/** X.690, 8.1.3.6: the content goes on to two zeros where an element would begin. */
function indefinite(
  bytes: Uint8Array,
  { tag, start, limit, depth }: { tag: number; start: number; limit: number; depth: number },
): BerElement | null {
  if (depth > MAX_DEPTH) return null;
  let at = start;
  while (at < limit && !(bytes[at] === 0 && bytes[at + 1] === 0)) {
    const inner = berElement(bytes, at, limit, depth + 1);
    if (inner === null) return null;
    at = inner.next;
  }
  return { tag, isConstructed: true, start, end: at, next: Math.min(limit, at + 2) };
}

/** The elements inside a constructed one, in order; those before the first damaged one where it is damaged. */
export function berChildren(bytes: Uint8Array, { start, end }: BerElement): BerElement[] {
  const children: BerElement[] = [];
  for (let child = berElement(bytes, start, end); child !== null; child = berElement(bytes, child.next, end)) {
    children.push(child);
    if (child.next >= end) break;
  }
  return children;
}

const OCTETS = 0x04;

/** The content of an octet string, put together where it came in pieces (X.690, 8.7.3). */
export function berOctets(bytes: Uint8Array, element: BerElement): Buffer {
  const parts: Uint8Array[] = [];
  const todo = [element];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (next.isConstructed) todo.push(...berChildren(bytes, next).reverse());
    else if (next.tag === OCTETS || next === element) parts.push(bytes.subarray(next.start, next.end));
  }
  return Buffer.concat(parts);
}
