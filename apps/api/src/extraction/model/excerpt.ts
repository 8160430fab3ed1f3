import type { DocumentView } from '../../fields/index.js';

/** What a model reads at once: some 4,000 tokens, where its attention to single values has not begun to fade. */
const MOST_CHARACTERS = 16_000;
/** Heads hold most of what is asked for, ends hold sums and signatures. */
const HEAD = 5_000;
const TAIL = 2_500;
/** Around a label: the value stands beside or below it, and what says which one it is around both. */
const BEFORE = 200;
const AFTER = 500;
/** A list is read in pieces of this size, so that no answer gets so long that it is cut. */
const PIECE_CHARACTERS = 8_000;
/** Where each line may be a row. */
const ROWS_A_PIECE = 120;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Stretches in order, those that touch joined. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const one of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && one.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, one.end) };
    else result.push(one);
  }
  return result;
}

const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { start, end }) => sum + end - start, 0);

/** The part of a document in which fields stand: all of a short one; of a long one its head, its end, and what is around labels. */
export function excerptFor(
  { text, byField }: Pick<DocumentView, 'text' | 'byField'>,
  names: readonly string[],
): string {
  if (text.length <= MOST_CHARACTERS) return text;
  let chosen = joined([
    { start: 0, end: HEAD },
    { start: text.length - TAIL, end: text.length },
  ]);
  // In turns, the surest labels first, so that a field whose label stands on each page does not crowd out the others.
  const hits = names.map((name) => (byField.get(name) ?? []).toSorted((a, b) => a.rank - b.rank));
  for (let turn = 0; turn < Math.max(0, ...hits.map((list) => list.length)); turn++)
    for (const list of hits) {
      const hit = list[turn]?.hit;
      if (!hit) continue;
      const around = { start: Math.max(0, hit.start - BEFORE), end: Math.min(text.length, hit.end + AFTER) };
      const more = joined([...chosen, around]);
      if (lengthOf(more) > MOST_CHARACTERS) break;
      chosen = more;
    }
  return chosen.map(({ start, end }) => text.slice(start, end)).join('\n[…]\n');
}

/** A stretch of a document that is read at once. */
export interface Piece {
  readonly text: string;
  /** Where it begins in the document's text. */
  readonly start: number;
}

/** A text in pieces of at most so many lines that end with a line, except where one line is longer than a piece. */
export function piecesOf(text: string, mostLines = ROWS_A_PIECE): Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length;) {
    const end = endOfPiece(text, start, mostLines);
    pieces.push({ text: text.slice(start, end), start });
    start = end;
  }
  return pieces;
}

function endOfPiece(text: string, start: number, mostLines: number): number {
  let end = start;
  for (let lines = 0; lines < mostLines && end < text.length; lines++) {
    const line = text.indexOf('\n', end) + 1 || text.length;
    if (line - start > PIECE_CHARACTERS) break;
    end = line;
  }
  return end > start ? end : Math.min(start + PIECE_CHARACTERS, text.length);
}
