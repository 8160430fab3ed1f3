import { editDistance } from './similarity.js';

/** `exact`: to the letter; `normalized`: case, spaces and signs aside; `fuzzy`: but for a few letters, never for a digit. */
export type QuoteMatch = 'exact' | 'normalized' | 'fuzzy';

/** Where a quote stands: UTF-16 offsets into the text, end exclusive. */
export interface FoundQuote {
  readonly start: number;
  readonly end: number;
  readonly match: QuoteMatch;
}

/** Letters and digits of a text, and where each of them stands. */
interface Squeezed {
  readonly text: string;
  readonly offsets: Int32Array;
}

/** One character in so many may differ: recognition errors that somebody corrected while copying. */
const CHARACTERS_AN_ERROR = 12;
/** A single letter stands somewhere in any text. */
const SHORTEST_NORMALIZED = 2;
/** Shorter quotes stand somewhere by chance once characters may differ. */
const SHORTEST_FUZZY = 12;
const MAX_ERRORS = 8;
/** Places that are tried for one quote. */
const MAX_PLACES = 64;

/** Says where quotes stand in one text: the proof that what somebody, or some model, quotes is really there. */
export class QuoteFinder {
  private squeezed: Squeezed | null = null;

  constructor(private readonly text: string) {}

  /**
   * The first place of a quote from an offset on; null where it does not stand there, and for quotes without a letter or digit.
   */
  find(quote: string, from = 0): FoundQuote | null {
    const wanted = quote.trim();
    const needle = squeeze(wanted).text;
    if (needle === '') return null;
    const exact = this.text.indexOf(wanted, from);
    if (exact >= 0) return { start: exact, end: exact + wanted.length, match: 'exact' };
    this.squeezed ??= squeeze(this.text);
    const { text, offsets } = this.squeezed;
    const first = from === 0 ? 0 : offsets.findIndex((offset) => offset >= from);
    if (first < 0 || needle.length < SHORTEST_NORMALIZED) return null;
    const at = text.indexOf(needle, first);
    if (at >= 0) return this.placeOf(at, needle.length, 'normalized');
    return needle.length < SHORTEST_FUZZY ? null : this.findSimilar(needle, text, first);
  }

  /**
   * A place that differs by few characters. Of `errors + 1` pieces of the quote one at least stands unchanged (pigeonhole), so
   * only places around unchanged pieces are compared.
   */
  private findSimilar(needle: string, haystack: string, from: number): FoundQuote | null {
    const errors = Math.min(MAX_ERRORS, Math.floor(needle.length / CHARACTERS_AN_ERROR));
    const size = Math.floor(needle.length / (errors + 1));
    const digits = digitsOf(needle);
    let places = 0;
    let best: { at: number; length: number; distance: number } | null = null;
    for (let piece = 0; piece <= errors; piece++) {
      const part = needle.slice(piece * size, (piece + 1) * size);
      for (
        let hit = haystack.indexOf(part, from);
        hit >= 0 && places < MAX_PLACES;
        hit = haystack.indexOf(part, hit + 1)
      ) {
        places++;
        const at = hit - piece * size;
        if (at < from) continue;
        const place = haystack.slice(at, at + needle.length);
        if (digitsOf(place) !== digits) continue;
        const distance = editDistance(needle, place);
        if (distance <= errors && distance < (best?.distance ?? Infinity))
          best = { at, length: needle.length, distance };
      }
    }
    return best === null ? null : this.placeOf(best.at, best.length, 'fuzzy');
  }

  private placeOf(at: number, length: number, match: QuoteMatch): FoundQuote {
    const { offsets } = this.squeezed ?? squeeze(this.text);
    const last = Math.min(at + length, offsets.length) - 1;
    return { start: offsets[at] ?? 0, end: (offsets[last] ?? 0) + 1, match };
  }
}

const digitsOf = (text: string): string => text.replace(/\P{N}+/gu, '');

/** The letters and digits of a text in lower case; letters whose lower case is longer stay as they are, to keep offsets. */
function squeeze(text: string): Squeezed {
  const offsets = new Int32Array(text.length);
  const pieces: string[] = [];
  let length = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const lower = match[0].toLowerCase();
    const piece = lower.length === match[0].length ? lower : match[0];
    for (let index = 0; index < piece.length; index++) offsets[length++] = match.index + index;
    pieces.push(piece);
  }
  return { text: pieces.join(''), offsets: offsets.subarray(0, length) };
}
