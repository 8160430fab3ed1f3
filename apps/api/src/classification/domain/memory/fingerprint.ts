import { type DocumentView, wordsOf } from '../document-view.js';
import { bandsOf, hashOf, minHashes } from './hashing.js';

/** What is kept of a document to know its like again: hashes, and no word of it. */
export interface Fingerprint {
  /** MinHash of its runs of three words; empty where it has too few. Much alike in copies, scans and new issues of a document. */
  readonly words: readonly number[];
  /** Labels and fixed words of its first page with the place they stand at, without values; empty where there are too few. */
  readonly template: readonly number[];
  /** Words of its headings: what tells two kinds of document on one letterhead from each other. */
  readonly heads: readonly number[];
}

/** Rises when the same document gets other hashes: older ones are then not compared any more. */
export const FINGERPRINT_VERSION = 1;

const SHINGLE = 3;
const FEWEST_SHINGLES = 8;
const WORD_HASHES = 48;
/** Found with 99.7 % where 0.8 is shared, 96 % at 0.7. */
const WORD_ROWS = 4;

/** A label has a few words; longer lines are prose, which is no template. */
const MOST_LABEL_WORDS = 6;
/** Where fewer labels stand on a page, anything would look like it. */
const FEWEST_LABELS = 6;
const MOST_LABELS = 120;
const TEMPLATE_HASHES = 24;
/** Found with 99.5 % where 0.6 is shared, 97 % at 0.5. */
const TEMPLATE_ROWS = 2;

const HEAD_ROWS = 25;
const MOST_HEADS = 24;

export const fingerprintOf = (view: DocumentView): Fingerprint => ({
  words: wordSignature(view.words),
  template: labelsOf(view),
  heads: headsOf(view),
});

/** The keys under which a document's like is looked for. */
export const lookupKeys = ({ words, template }: Fingerprint): number[] => [
  ...bandsOf(words, WORD_ROWS, 'w'),
  ...bandsOf(minHashes(template, TEMPLATE_HASHES), TEMPLATE_ROWS, 't'),
];

function wordSignature(words: readonly string[]): number[] {
  const shingles = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at++) shingles.add(hashOf(words.slice(at, at + SHINGLE).join(' ')));
  return shingles.size < FEWEST_SHINGLES ? [] : minHashes(shingles, WORD_HASHES);
}

const isValue = (word: string): boolean => /\d/.test(word);

/**
 * The cells of the first page, each by its words before a colon or without figures: alone, and with its column and its third of the
 * page. A long table may push what is below it down; then the words alone still agree.
 */
function labelsOf({ lines }: DocumentView): number[] {
  const first = lines.filter(({ page }) => page === 0);
  const rows = (first.at(-1)?.row ?? 0) + 1;
  const labels = new Set<number>();
  let cells = 0;
  for (const { text, row } of first) {
    for (const [column, cell] of text.split(/\s{3,}|\t|\s\|\s/).entries()) {
      const label = labelIn(cell);
      if (label === '') continue;
      cells++;
      labels.add(hashOf(label));
      labels.add(hashOf(`${label}@${Math.min(2, column)}/${Math.floor((3 * row) / rows)}`));
    }
  }
  return cells < FEWEST_LABELS ? [] : [...labels].sort((a, b) => a - b).slice(0, MOST_LABELS);
}

/** The fixed words of a cell, or nothing for one that has none. */
function labelIn(cell: string): string {
  const [before = '', after] = cell.split(/:(?:\s|$)/, 2);
  const words = wordsOf(after === undefined ? cell : before).filter((word) => !isValue(word));
  return words.length > MOST_LABEL_WORDS ? '' : words.join(' ');
}

function headsOf({ segments }: DocumentView): number[] {
  const words = segments
    .filter(({ heading, page, row }) => heading && page === 0 && row < HEAD_ROWS)
    .flatMap((segment) => segment.words)
    .filter((word) => !isValue(word));
  return [...new Set(words.map(hashOf))].slice(0, MOST_HEADS);
}
