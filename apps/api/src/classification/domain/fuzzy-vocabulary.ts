import { editDistance } from '@app/text';

/** A word of the vocabulary that a word of a document may be. */
export interface WordGuess {
  readonly id: number;
  /** 1 for the word itself, less for what only looks like it. */
  readonly quality: number;
}

/** Shorter words have too many neighbours that are words of their own (`tax` and `fax`). */
const MIN_FUZZY_LENGTH = 5;
const TWO_EDITS_LENGTH = 10;
/** Keys of long words would be most of the memory; more letters than these tell few more words apart. */
const HEAD = 7;
const QUALITY_CONFUSED = 0.95;
const QUALITY_ONE_EDIT = 0.8;
const QUALITY_TWO_EDITS = 0.65;

/** Letters and digits that recognition takes for each other; both sides are written as the first of their group. */
const CONFUSIONS: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/[1il|!]/g, 'l'],
  [/[0oq]/g, 'o'],
  [/[5s]/g, 's'],
  [/[8b6]/g, 'b'],
  [/[gq9]/g, 'g'],
  [/[2z]/g, 'z'],
];

const skeletonOf = (word: string): string =>
  CONFUSIONS.reduce((result, [expression, letter]) => result.replace(expression, letter), word);

/** Common words one edit away from words that cues use; they are themselves and not a misreading. */
const THEMSELVES = new Set(
  `contact contacts contracts border borders older orders ordered ordering folder holder notice police prices priced
   state states statements note notes noted totals reports reported resort passports parties patients invoices invoiced
   receipts receive received receiver letters better later latter latest dated dates rates rated rating granted grade
   trade traded loans claims claimed charges charged changes changed chance change charge invoicing balances banks
   cards guard yard hard cars care cases cashed tables cable stable able terms team items times lines signed singed
   payed payer payee payees player papers gross cross across units unite united unity limits limit visit visa
   country county counts counter courts course source resource provided provider providers provides employer employee
   employees employers insured insurer insure ensure assured registered register registrar registrant registrants
   licensed licenses licensee licensor license licence borrower borrowers lenders lender sender senders reader
   disclose disclosed closed closing policies quality quantity quantities buyers buyer flyer seller sellers sells cells
   forms form from firm farm norm former format formal formed perform inform
   station stations stating nation ration action actions section sections auction caution location vacation`.split(
    /\s+/,
  ),
);

/**
 * The words that cues use, found again in scans: letters taken for digits, one edit in a word of five letters, two in
 * one of ten. Deleted-letter keys (as in SymSpell) keep a look-up independent of the size of the vocabulary.
 */
export class FuzzyVocabulary {
  private readonly ids = new Map<string, number>();
  private readonly words: string[] = [];
  private readonly bySkeleton: Index = new Map();
  private readonly byDeletion: Index = new Map();
  private readonly affixes: { readonly id: number; readonly affix: string; readonly atEnd: boolean }[] = [];
  /** So many words can be found by what they look like. */
  private indexed = 0;

  /** The id of a word, made on first sight. */
  add(word: string): number {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    const id = this.words.length;
    this.words.push(word);
    this.ids.set(word, id);
    if (word.includes('*')) this.affixes.push({ id, affix: word.replace('*', ''), atEnd: word.startsWith('*') });
    return id;
  }

  /** Only when something has to be found: it is half a second of work, and not every process reads documents. */
  private indexWords(): void {
    for (; this.indexed < this.words.length; this.indexed++) {
      const word = this.words[this.indexed] ?? '';
      if (word.length < MIN_FUZZY_LENGTH || word.includes('*') || !/\p{L}/u.test(word)) continue;
      push(this.bySkeleton, skeletonOf(word), this.indexed);
      push(this.byDeletion, headOf(word), this.indexed);
      for (const shorter of deletions(word)) push(this.byDeletion, shorter, this.indexed);
    }
  }

  /** What a word of a document may be; the word itself alone where the vocabulary has it. */
  guesses(word: string): readonly WordGuess[] {
    const found = this.affixGuesses(word);
    const id = this.ids.get(word);
    if (id !== undefined) return [...found, { id, quality: 1 }];
    if (word.length < MIN_FUZZY_LENGTH - 1 || THEMSELVES.has(word)) return found;
    this.indexWords();
    const confused = idsAt(this.bySkeleton, skeletonOf(word));
    if (confused.length > 0) return [...found, ...confused.map((other) => ({ id: other, quality: QUALITY_CONFUSED }))];
    return /\d\d/.test(word) ? found : [...found, ...this.edited(word)];
  }

  private affixGuesses(word: string): WordGuess[] {
    return this.affixes
      .filter(
        ({ affix, atEnd }) =>
          word.length >= affix.length + 2 && (atEnd ? word.endsWith(affix) : word.startsWith(affix)),
      )
      .map(({ id }) => ({ id, quality: 1 }));
  }

  private edited(word: string): WordGuess[] {
    const candidates = new Set(idsAt(this.byDeletion, headOf(word)));
    for (const shorter of deletions(word)) for (const id of idsAt(this.byDeletion, shorter)) candidates.add(id);
    const result: WordGuess[] = [];
    for (const id of candidates) {
      const known = this.words[id] ?? '';
      const shortest = Math.min(known.length, word.length);
      const distance = editDistance(word, known);
      if (distance === 1 && shortest >= MIN_FUZZY_LENGTH - 1) result.push({ id, quality: QUALITY_ONE_EDIT });
      else if (distance === 2 && shortest >= TWO_EDITS_LENGTH - 1) result.push({ id, quality: QUALITY_TWO_EDITS });
    }
    return result;
  }
}

/** Ids of words by a key of theirs, in order. Most keys are of one word, which needs no list. */
type Index = Map<string, number | number[]>;

/** A word's keys are added before the next word's, so that only the last id may be its own. */
function push(index: Index, key: string, id: number): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, id);
  else if (typeof known !== 'number') {
    if (known.at(-1) !== id) known.push(id);
  } else if (known !== id) index.set(key, [known, id]);
}

function idsAt(index: Index, key: string): readonly number[] {
  const known = index.get(key) ?? [];
  return typeof known === 'number' ? [known] : known;
}

/** The part of a word that is keyed: what two words begin with differs by no more edits than they do (SymSpell's prefix index). */
const headOf = (word: string): string => word.slice(0, HEAD);

/** The head of the word without one of its letters, and without two where two edits are allowed. */
function deletions(word: string): Set<string> {
  const once = without(headOf(word));
  // A digit inside is one misreading already, and the skeleton has answered for it.
  if (word.length < TWO_EDITS_LENGTH - 1 || /\d/.test(word)) return new Set(once);
  return new Set([...once, ...once.flatMap(without)]);
}

const without = (word: string): string[] =>
  Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1));
