import { decodeCodePage } from '../../encoding/code-pages.js';
import { type Fib, PIECES } from './fib.js';

/** A part of the text that stands in one place; positions count characters of the whole document. */
interface Piece {
  readonly from: number;
  readonly to: number;
  /** Of its first character in the stream. */
  readonly offset: number;
  readonly isWide: boolean;
}

/** [MS-DOC] 2.9.38 and 2.9.209: parts of a Clx. */
const FORMATTING = 1;
const PIECE_TABLE = 2;
const IS_NARROW = 0x40000000;

/** The text of a document, of all its parts, and where each character stands in the stream. */
export class DocText {
  readonly text: string;
  private last: Piece | undefined;

  private constructor(
    private readonly pieces: readonly Piece[],
    fib: Fib,
  ) {
    this.text = pieces.map((piece) => pieceText(piece, fib)).join('');
  }

  static of(fib: Fib): DocText {
    return new DocText(withinStream(readPieces(fib), fib.stream.length), fib);
  }

  /** Where a character stands in the stream, which is what formatting refers to. */
  placeOf(position: number): number {
    if (this.last === undefined || position < this.last.from || position >= this.last.to)
      this.last = this.find(position);
    if (this.last === undefined) return -1;
    return this.last.offset + (position - this.last.from) * (this.last.isWide ? 2 : 1);
  }

  private find(position: number): Piece | undefined {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.pieces[middle]?.from ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return this.pieces[low];
  }
}

/** 8-bit characters are those of windows-1252 in new files (2.9.73), of the language in old ones. */
function pieceText({ from, to, offset, isWide }: Piece, fib: Fib): string {
  const length = to - from;
  const bytes = fib.stream.slice(offset, isWide ? length * 2 : length);
  const text = decodeCodePage(bytes, isWide ? 1200 : fib.isOld ? fib.codePage : 1252);
  // Characters of two bytes count as two in old files; what follows must keep its place.
  return text.length >= length ? text.slice(0, length) : text.padEnd(length, '\0');
}

function readPieces(fib: Fib): Piece[] {
  const clx = fib.table(PIECES);
  let at = 0;
  while (clx.u8(at) === FORMATTING && at < clx.length) at += 3 + clx.u16(at + 1);
  if (clx.u8(at) !== PIECE_TABLE) return [wholeText(fib)];
  const table = clx.part(at + 5, clx.u32(at + 1));
  const count = Math.floor((table.length - 4) / 12);
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const place = table.u32((count + 1) * 4 + index * 8 + 2);
    const isWide = !fib.isOld && (place & IS_NARROW) === 0;
    const offset = fib.isOld ? place : isWide ? place : (place & (IS_NARROW - 1)) >>> 1;
    return { from: table.u32(index * 4), to: table.u32(index * 4 + 4), offset, isWide };
  });
}

/** Files that were never saved in a hurry have the text in one piece. */
function wholeText({ lengths, textAt }: Fib): Piece {
  return {
    from: 0,
    to: Object.values(lengths).reduce((sum: number, length: number) => sum + length, 0),
    offset: textAt,
    isWide: false,
  };
}

/** Pieces follow each other and do not share characters: all together they are no longer than the stream. */
function withinStream(pieces: readonly Piece[], streamLength: number): Piece[] {
  const kept: Piece[] = [];
  let next = 0;
  for (const piece of pieces) {
    const to = Math.min(piece.to, streamLength);
    if (piece.from !== next || to <= piece.from) break;
    kept.push({ ...piece, to });
    next = to;
  }
  return kept;
}
