import { type Span, splitSentences } from '@app/text';

/** A part of a document that is found and cited as one; `text.slice(start, end)` is its text. */
export interface ChunkSpan extends Span {
  /** From 1. */
  readonly page: number;
}

/** What the chunker has to know of a page. */
export interface PageSpan extends Span {
  readonly number: number;
}

/** Sizes in characters of a script with spaces. */
const TARGET = 1_000;
const MAXIMUM = 1_500;
const SMALLEST_TAIL = 300;
const OVERLAP = 180;
/** A Chinese or Japanese character carries about as much as two and a half letters. */
const UNSPACED_SIZE = 2.5;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

const sizeOf = (text: string): number => text.length + (text.match(UNSPACED)?.length ?? 0) * (UNSPACED_SIZE - 1);

interface Piece extends Span {
  readonly size: number;
}

/** Cuts what is longer than a chunk may be at white space, or anywhere where there is none. */
function cutLong(text: string, span: Span): Span[] {
  const parts: Span[] = [];
  let { start } = span;
  while (start < span.end) {
    const unit = sizeOf(text.slice(start, start + TARGET)) / Math.min(TARGET, span.end - start);
    let end = Math.min(span.end, start + Math.max(1, Math.floor(TARGET / unit)));
    if (end < span.end) end = softEnd(text, start, end);
    parts.push({ start, end });
    start = end;
    while (start < span.end && /\s/.test(text.charAt(start))) start++;
  }
  return parts;
}

function softEnd(text: string, start: number, end: number): number {
  const space = text.slice(start, end).search(/\s\S*$/);
  if (space > (end - start) / 2) return start + space;
  // Never between the two halves of a surrogate pair.
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) && end - 1 > start ? end - 1 : end;
}

function piecesOf(text: string, page: PageSpan, language: string | undefined): Piece[] {
  return splitSentences(text.slice(page.start, page.end), language).flatMap((sentence) => {
    const span = { start: page.start + sentence.start, end: page.start + sentence.end };
    const size = sizeOf(text.slice(span.start, span.end));
    if (size <= MAXIMUM) return [{ ...span, size }];
    return cutLong(text, span).map((part) => ({ ...part, size: sizeOf(text.slice(part.start, part.end)) }));
  });
}

/** Index of the first piece of the next chunk: a short last sentence stands in both. */
function overlapFrom(pieces: readonly Piece[], from: number, to: number): number {
  const last = pieces[to - 1];
  return to - from > 1 && last !== undefined && last.size <= OVERLAP ? to - 1 : to;
}

/** Size of each piece with all that follow. */
function restSizes(pieces: readonly Piece[]): number[] {
  const rests = pieces.map(({ size }) => size);
  for (let i = rests.length - 2; i >= 0; i--) rests[i] = (rests[i] ?? 0) + (rests[i + 1] ?? 0);
  return rests;
}

/** Index behind the last piece of the chunk that begins at `from`: full, but with no crumb left over. */
function endOfChunk(pieces: readonly Piece[], rests: readonly number[], from: number): number {
  if ((rests[from] ?? 0) <= MAXIMUM) return pieces.length;
  let size = 0;
  for (let to = from; to < pieces.length; to++) {
    const next = pieces[to]?.size ?? 0;
    const full = size >= TARGET && (rests[to] ?? 0) >= SMALLEST_TAIL;
    if (to > from && (full || size + next > TARGET * 1.2)) return to;
    size += next;
  }
  return pieces.length;
}

function chunksOfPage(pieces: readonly Piece[]): Span[] {
  const chunks: Span[] = [];
  const rests = restSizes(pieces);
  for (let from = 0; from < pieces.length;) {
    const to = endOfChunk(pieces, rests, from);
    const [first, last] = [pieces[from], pieces[to - 1]];
    if (first && last) chunks.push({ start: first.start, end: last.end });
    from = to >= pieces.length ? to : overlapFrom(pieces, from, to);
  }
  return chunks;
}

/**
 * Chunks of about a thousand characters on the borders of sentences, list items and pages; a short sentence at a border
 * belongs to both neighbours. A page of up to 1,500 characters is one chunk. White space alone gives none.
 *
 * @param language ISO 639-1, for the borders of sentences.
 */
export function chunkText(text: string, pages: readonly PageSpan[], language?: string): ChunkSpan[] {
  const parts = pages.length > 0 ? pages : [{ number: 1, start: 0, end: text.length }];
  return parts.flatMap((page) =>
    chunksOfPage(piecesOf(text, page, language)).map((span) => ({ ...span, page: page.number })),
  );
}
