const BEGIN = 0x13;
const SEPARATOR = 0x14;
const END = 0x15;

/**
 * Tells what makes a field from what it shows ([MS-DOC] 2.8.25): between the first mark and the second is the code. Marks
 * without an end count for nothing, so that a damaged field does not swallow the text behind it.
 */
export class FieldCodes {
  private readonly codes: readonly (readonly [from: number, to: number])[];
  private next = 0;

  constructor(text: string, from: number, to: number) {
    this.codes = codesIn(text, from, to);
  }

  /** True of a place in a code, marks included; places are asked for in order. */
  has(place: number): boolean {
    while ((this.codes[this.next]?.[1] ?? Number.POSITIVE_INFINITY) < place) this.next++;
    return place >= (this.codes[this.next]?.[0] ?? Number.POSITIVE_INFINITY);
  }
}

function codesIn(text: string, from: number, to: number): (readonly [number, number])[] {
  const codes: (readonly [number, number])[] = [];
  const open: { readonly from: number; separator: number | null }[] = [];
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === BEGIN) open.push({ from: at, separator: null });
    else if (code === SEPARATOR) {
      const field = open.at(-1);
      if (field !== undefined) field.separator ??= at;
    } else if (code === END) {
      const field = open.pop();
      if (field !== undefined) codes.push([field.from, field.separator ?? at]);
    }
  }
  return merged(codes);
}

/** Codes inside codes are one. */
function merged(codes: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const outer: (readonly [number, number])[] = [];
  for (const code of codes.toSorted((a, b) => a[0] - b[0])) {
    const last = outer.at(-1);
    if (last !== undefined && code[0] <= last[1]) outer[outer.length - 1] = [last[0], Math.max(last[1], code[1])];
    else outer.push(code);
  }
  return outer;
}
