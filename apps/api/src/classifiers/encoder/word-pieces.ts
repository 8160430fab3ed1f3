/** Stands for white space, in the pieces too. */
const SPACE = '\u2581';
/** The first ids are for marks that stand in no text. */
const RESERVED = 6;
export const UNKNOWN_PIECE = 0;

/**
 * Cuts texts into the word pieces that are likeliest together (unigram language model: Kudo 2018, "Subword Regularization"), as
 * the encoder was trained on them. Characters without a piece are one unknown piece a run.
 */
export class WordPieces {
  private readonly ids = new Map<string, number>();
  private readonly longest: number;

  constructor(private readonly pieces: readonly (readonly [piece: string, score: number])[]) {
    let longest = 0;
    for (let id = RESERVED; id < pieces.length; id++) {
      const [piece = ''] = pieces[id] ?? [];
      this.ids.set(piece, id);
      longest = Math.max(longest, piece.length);
    }
    this.longest = longest;
  }

  encode(text: string): number[] {
    const normal = text.normalize('NFKC');
    if (normal === '') return [];
    const { piece, from } = this.best(SPACE + normal.replaceAll(' ', SPACE));
    const ids: number[] = [];
    for (let end = piece.length - 1; end > 0; end = from[end] ?? 0) {
      const id = piece[end] ?? UNKNOWN_PIECE;
      if (id !== UNKNOWN_PIECE || ids.at(-1) !== UNKNOWN_PIECE) ids.push(id);
    }
    return ids.reverse();
  }

  /** For each end of a prefix, the last piece of its best cut and where that begins (Viterbi 1967). */
  private best(text: string): { piece: Int32Array; from: Int32Array } {
    const scores = new Float64Array(text.length + 1).fill(-Infinity);
    const piece = new Int32Array(text.length + 1);
    const from = new Int32Array(text.length + 1);
    scores[0] = 0;
    for (let start = 0; start < text.length; start++) {
      const before = scores[start] as number;
      // Only pieces that are longer begin before here.
      if (before === -Infinity) continue;
      for (const { id, end } of this.piecesAt(text, start)) {
        const score = before + (this.pieces[id]?.[1] ?? 0);
        if (score < (scores[end] as number)) continue;
        scores[end] = score;
        piece[end] = id;
        from[end] = start;
      }
    }
    return { piece, from };
  }

  private piecesAt(text: string, start: number): { id: number; end: number }[] {
    const found: { id: number; end: number }[] = [];
    for (let end = start + 1; end <= Math.min(text.length, start + this.longest); end++) {
      const id = this.ids.get(text.slice(start, end));
      if (id !== undefined) found.push({ id, end });
    }
    return found.length > 0 ? found : [{ id: UNKNOWN_PIECE, end: start + 1 }];
  }
}
