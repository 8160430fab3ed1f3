import { AppError } from '@app/kernel';
import { type Tokens, foldWord, tokensOf } from './words.js';

/** A phrase and what it is evidence of. */
export interface Cue {
  readonly family: 'category' | 'signal' | 'form' | 'injection';
  readonly label: string;
  readonly weight: number;
  readonly phrase: string;
}

/** Where a cue stands: offsets in the text, and its first and last token. */
export interface CueMatch {
  readonly cue: Cue;
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
}

interface Node {
  readonly next: Map<number, Node>;
  /** Children that may follow after up to `GAP_WORDS` other words. */
  readonly afterGap: Map<number, Node>;
  readonly cues: Cue[];
}

const GAP_WORDS = 3;
/** Words seen lately and which vocabulary entries they match: mails repeat the same few thousand words. */
const CACHE_WORDS = 20_000;

const cannotMatch = ({ phrase }: Cue): AppError =>
  new AppError('invalid_cue', 'bug', { detail: `A cue cannot match: ${phrase}` });

/** No cue is that long; what is longer is a link or encoded, and not worth a place among the words seen. */
const LONGEST_WORD = 40;
const HAS_DIGIT = /\d/;
const NO_ENTRIES: readonly number[] = [];

const newNode = (): Node => ({ next: new Map(), afterGap: new Map(), cues: [] });

const expanded = new Map<string, readonly string[][]>();

/** `a (b|c) [d] .. e*` as all its sequences of words; `..` stays in the sequence as the gap. */
export function expandPhrase(phrase: string): readonly string[][] {
  const known = expanded.get(phrase) ?? expansionOf(phrase);
  expanded.set(phrase, known);
  return known;
}

function expansionOf(phrase: string): string[][] {
  let sequences: string[][] = [[]];
  for (const part of phrase.match(/\([^)]*\)|\[[^\]]*\]|\S+/g) ?? []) {
    const optional = part.startsWith('[');
    const choices = optional || part.startsWith('(') ? part.slice(1, -1).split('|') : [part];
    const words = choices.map((choice) => choice.split(' ').filter(Boolean).flatMap(patternWords));
    sequences = sequences.flatMap((sequence) => [
      ...(optional ? [sequence] : []),
      ...words.map((choice) => [...sequence, ...choice]),
    ]);
  }
  return sequences.filter((sequence) => sequence.length > 0);
}

function patternWords(text: string): string[] {
  if (text === '..') return ['..'];
  const tokens = tokensOf(text);
  const words = tokens.words.map(foldWord);
  if (text.endsWith('*') && words.length > 0) words[words.length - 1] += '*';
  return words;
}

/** Finds all cues in one pass over the words: words to vocabulary entries, entries to a trie of phrases. */
export class CueMatcher {
  private readonly exact = new Map<string, number>();
  private readonly prefixes = new Map<string, number>();
  private readonly root = newNode();
  private cache = new Map<string, readonly number[]>();
  private longestPrefix = 0;
  private size = 0;

  constructor(cues: Iterable<Cue>) {
    for (const cue of cues) {
      const sequences = expandPhrase(cue.phrase);
      if (sequences.length === 0) throw cannotMatch(cue);
      for (const words of sequences) this.add(words, cue);
    }
  }

  private add(words: readonly string[], cue: Cue): void {
    let node = this.root;
    let gap = false;
    for (const word of words) {
      if (word === '..') {
        gap = true;
        continue;
      }
      const entry = this.entryOf(word);
      const children = gap ? node.afterGap : node.next;
      const child = children.get(entry) ?? newNode();
      children.set(entry, child);
      node = child;
      gap = false;
    }
    if (node === this.root || gap) throw cannotMatch(cue);
    if (!node.cues.includes(cue)) node.cues.push(cue);
  }

  private entryOf(word: string): number {
    const prefix = word.endsWith('*');
    const key = prefix ? word.slice(0, -1) : word;
    const entries = prefix ? this.prefixes : this.exact;
    if (prefix) this.longestPrefix = Math.max(this.longestPrefix, key.length);
    const known = entries.get(key);
    if (known !== undefined) return known;
    entries.set(key, this.size);
    return this.size++;
  }

  private lookUp(word: string): readonly number[] {
    if (word.length > LONGEST_WORD) return NO_ENTRIES;
    const known = this.cache.get(word);
    if (known !== undefined) return known;
    const folded = foldWord(word);
    const found: number[] = [];
    const exact = this.exact.get(folded);
    if (exact !== undefined) found.push(exact);
    for (let length = Math.min(folded.length, this.longestPrefix); length > 0; length--) {
      const prefix = this.prefixes.get(folded.slice(0, length));
      if (prefix !== undefined) found.push(prefix);
    }
    // Numbers and codes hardly come again.
    if (HAS_DIGIT.test(word)) return found;
    if (this.cache.size >= CACHE_WORDS) this.cache = new Map();
    // A slice keeps its whole mail alive; the copy does not.
    this.cache.set(Buffer.from(word, 'utf16le').toString('utf16le'), found);
    return found;
  }

  /** All matches, except those inside a longer one of the same family. Sorted by start. */
  match(tokens: Tokens): CueMatch[] {
    const entries = tokens.words.map((word) => this.lookUp(word));
    const state: WalkState = { tokens, entries, first: 0, found: [] };
    for (const [first, own] of entries.entries()) {
      if (own.length === 0) continue;
      state.first = first;
      this.walk(state, this.root.next, first);
    }
    return withoutCovered(state.found);
  }

  private walk(state: WalkState, children: Map<number, Node>, at: number): void {
    const { tokens, entries, first, found } = state;
    for (const entry of entries[at] ?? []) {
      const node = children.get(entry);
      if (node === undefined) continue;
      const start = tokens.starts[first] ?? 0;
      const end = tokens.ends[at] ?? 0;
      for (const cue of node.cues) found.push({ cue, start, end, first, last: at });
      if (node.next.size > 0 && tokens.breaks[at + 1] === 0) this.walk(state, node.next, at + 1);
      if (node.afterGap.size > 0) this.walkGap(state, node.afterGap, at);
    }
  }

  private walkGap(state: WalkState, children: Map<number, Node>, at: number): void {
    for (let next = at + 1; next <= at + 1 + GAP_WORDS && state.tokens.breaks[next] === 0; next++) {
      this.walk(state, children, next);
    }
  }
}

interface WalkState {
  readonly tokens: Tokens;
  readonly entries: readonly (readonly number[])[];
  /** The word that the phrase begins with. */
  first: number;
  readonly found: CueMatch[];
}

/** Room for the tokens of any text that is read, so that a span is one number. */
const TOKENS = 1 << 20;

function withoutCovered(found: CueMatch[]): CueMatch[] {
  found.sort((a, b) => a.first - b.first || b.last - a.last);
  const kept: CueMatch[] = [];
  const reach: Partial<Record<Cue['family'], { last: number; span: number; labels: string[] }>> = {};
  for (const match of found) {
    const { family, label } = match.cue;
    const span = match.first * TOKENS + match.last;
    const longest = reach[family];
    if (longest === undefined || match.last > longest.last) {
      reach[family] = { last: match.last, span, labels: [label] };
    } else if (longest.span === span && !longest.labels.includes(label)) {
      // Equal spans of one family may say several things; a span inside a longer one says nothing of its own.
      longest.labels.push(label);
    } else continue;
    kept.push(match);
  }
  return kept;
}
