/** An n-gram of at most six characters below U+0100, each standing for one byte, and what it says of languages. */
export interface NgramRow {
  readonly ngram: string;
  /** Pairs of a language's number and its score, each 0..255. */
  readonly scores: readonly number[];
}

const LONGEST = 6;

/** The end of a key, its quotation marks included. */
function keyEnd(source: string, start: number): number {
  const quote = source[start];
  if (quote !== "'" && quote !== '"') return source.indexOf(':', start);
  let end = start + 1;
  while (end < source.length && source[end] !== quote) end += source[end] === '\\' ? 2 : 1;
  return end + 1;
}

function keyOf(source: string, start: number, end: number): string {
  const raw = source.slice(start, end);
  return raw.startsWith("'") || raw.startsWith('"') ? raw.slice(1, -1).replace(/\\(.)/g, '$1') : raw;
}

function numbersIn(source: string, from: number, to: number): number[] {
  const numbers: number[] = [];
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = source.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else {
      numbers.push(value);
      value = 0;
    }
  }
  numbers.push(value);
  return numbers;
}

/**
 * Reads the rows of an object literal `{ab:{0:167,5:12},' c':{3:9}}`, whose values are objects of small integers.
 *
 * @param start the offset of its opening brace
 */
export function* readNgrams(source: string, start: number): Generator<NgramRow> {
  let at = start + 1;
  while (source[at] !== '}') {
    const end = keyEnd(source, at);
    if (!source.startsWith(':{', end)) throw new Error(`No row of n-grams at ${at}`);
    const close = source.indexOf('}', end);
    yield { ngram: keyOf(source, at, end), scores: numbersIn(source, end + 2, close) };
    at = source[close + 1] === ',' ? close + 2 : close + 1;
  }
}

/** The first four bytes of an n-gram as one number, and the rest as another. */
const firstOf = (ngram: string): number =>
  (ngram.charCodeAt(0) | (ngram.charCodeAt(1) << 8) | (ngram.charCodeAt(2) << 16) | (ngram.charCodeAt(3) << 24)) >>> 0;
const restOf = (ngram: string): number => ngram.charCodeAt(4) | (ngram.charCodeAt(5) << 8);

/** A place in a table of `mask + 1` places; the first multiplier is Knuth's (2^32 over the golden ratio). */
export function placeOf(first: number, rest: number, mask: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(rest + 1, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
}

/** A third of the places stay empty at least, so that a search ends after a few of them. */
const ROOM = 1.5;

/**
 * N-grams in typed arrays, some 20 bytes each, where objects take several hundred. Open addressing with linear probing.
 */
export class NgramTable {
  private readonly mask: number;
  private readonly firsts: Uint32Array;
  private readonly rests: Uint16Array;
  /** Where the scores of the n-gram at a place begin, behind their count; 0 where the place is empty. */
  private readonly starts: Uint32Array;
  private readonly scores: Uint8Array;
  private used = 0;

  /**
   * @param rows how many rows there are at most
   * @param numbers how many numbers their scores are at most
   */
  constructor(rows: number, numbers: number) {
    this.mask = 2 ** Math.ceil(Math.log2(rows * ROOM + 2)) - 1;
    this.firsts = new Uint32Array(this.mask + 1);
    this.rests = new Uint16Array(this.mask + 1);
    this.starts = new Uint32Array(this.mask + 1);
    this.scores = new Uint8Array(numbers + rows);
  }

  add({ ngram, scores }: NgramRow): void {
    if (ngram.length > LONGEST || scores.some((score) => score > 255)) throw new Error(`Not a row of bytes: ${ngram}`);
    const [first, rest] = [firstOf(ngram), restOf(ngram)];
    let place = placeOf(first, rest, this.mask);
    while (this.starts[place] !== 0) place = (place + 1) & this.mask;
    this.firsts[place] = first;
    this.rests[place] = rest;
    this.starts[place] = this.used + 1;
    this.scores[this.used] = scores.length;
    this.scores.set(scores, this.used + 1);
    this.used += scores.length + 1;
  }

  /** Adds to the total of each language of an n-gram its score and `base`. */
  sum(first: number, rest: number, base: number, totals: Int32Array): void {
    const { firsts, rests, starts, scores, mask } = this;
    let place = placeOf(first, rest, mask);
    for (let start = starts[place] ?? 0; start !== 0; start = starts[place] ?? 0) {
      if (firsts[place] === first && rests[place] === rest) {
        const end = start + (scores[start - 1] ?? 0);
        for (let i = start; i < end; i += 2) {
          const language = scores[i] ?? 0;
          totals[language] = (totals[language] ?? 0) + (scores[i + 1] ?? 0) + base;
        }
        return;
      }
      place = (place + 1) & mask;
    }
  }
}
