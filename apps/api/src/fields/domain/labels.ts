import type { ExtractionSchema, FieldSpec } from '../../schemas/index.js';
import { labelsOf } from '../../schemas/model.js';
import { isHeadingWords } from './label-words.js';
import type { Cell, Layout } from './layout.js';
import { editDistance, fold, NUMBER_TOKEN, tokenize, unconfuse, type Token } from './tokens.js';

/** A printed label of one or more fields. */
export interface LabelHit {
  /** Names of the fields that carry this label; empty for a decoy. */
  readonly fields: readonly string[];
  /** How far down each field's own list the label stands: 0 is the best label. Same order as `fields`. */
  readonly ranks: readonly number[];
  readonly cell: Cell;
  readonly start: number;
  readonly end: number;
  /** Number of tokens. */
  readonly length: number;
  /** 0..1: alone or before a colon 1, inside a longer phrase less, inside prose little. */
  readonly quality: number;
  /** True where the label is the first part of a number ("INV-0417"): a value, not the name of one. */
  readonly prefix: boolean;
}

interface LabelNode {
  readonly next: Map<string, LabelNode>;
  readonly ends: { field: string | null; rank: number; numbers: boolean }[];
}

export interface LabelBook {
  readonly root: LabelNode;
  readonly vocabulary: ReadonlySet<string>;
}

const node = (): LabelNode => ({ next: new Map(), ends: [] });

function rankOf(labels: FieldSpec['labels'], label: string): number {
  return Math.min(
    ...Object.values(labels)
      .map((list) => list.indexOf(label))
      .filter((index) => index >= 0),
  );
}

/** Fields whose values are numbers that somebody assigned, with a prefix of his own. */
const isNumbered = ({ type, family, concept }: FieldSpec): boolean =>
  type === 'string' &&
  family === 'identifiers' &&
  (concept === undefined || concept === 'document-number' || concept === 'mentioned-number');

/** Ranks from here on are of labels that nobody stated for the field; stated ones are fewer. */
export const WEAK_RANK = 1_000;

/** Labels of the given fields and of the schema's decoys as a trie of tokens. */
export function buildLabelBook(fields: readonly FieldSpec[], decoys: readonly string[] = []): LabelBook {
  const root = node();
  const vocabulary = new Set<string>();
  const add = (label: string, field: FieldSpec | null, rank: number): void => {
    let at = root;
    for (const { text } of tokenize(label)) {
      vocabulary.add(text);
      const next = at.next.get(text) ?? node();
      at.next.set(text, next);
      at = next;
    }
    const name = field?.name ?? null;
    if (at !== root && !at.ends.some((end) => end.field === name))
      at.ends.push({ field: name, rank, numbers: field !== null && isNumbered(field) });
  };
  for (const field of fields) {
    for (const label of labelsOf(field.labels)) add(label, field, rankOf(field.labels, label));
    for (const [index, label] of (field.weakLabels ?? []).entries()) add(label, field, WEAK_RANK + index);
  }
  for (const decoy of decoys) add(decoy, null, 0);
  return { root, vocabulary };
}

/** Misread words keep their first two or last two letters nearly always; comparing all pairs would cost far more. */
const sharesEnd = (a: string, b: string): boolean => a.slice(0, 2) === b.slice(0, 2) || a.slice(-2) === b.slice(-2);

/** Corrects tokens of recognised text to the vocabulary; each different token is compared once a document. */
export function tokenReader(book: LabelBook, recognised: boolean): (token: string) => string {
  if (!recognised) return (token) => token;
  const known = new Map<string, string>();
  const words = [...book.vocabulary]
    .filter((word) => word.length >= 4)
    .map((word) => ({ word, plain: unconfuse(word) }));
  return (token) => {
    if (token.length < 4 || book.vocabulary.has(token)) return token;
    const cached = known.get(token);
    if (cached !== undefined) return cached;
    const limit = token.length >= 8 ? 2 : 1;
    const plain = unconfuse(token);
    const near = /\p{L}/u.test(token)
      ? words.find(
          (one) =>
            Math.abs(one.plain.length - plain.length) <= limit &&
            sharesEnd(one.plain, plain) &&
            editDistance(plain, one.plain, limit) <= limit,
        )?.word
      : undefined;
    known.set(token, near ?? token);
    return near ?? token;
  };
}

/** A cell with more words than this is prose, where a label is only a word. */
const PROSE_WORDS = 14;

/** Characters after a label that tell what it is; bounded, for a line may be as long as the document. */
const LOOK_AHEAD = 120;

const CLOSED =
  /^\s*(?:\([^)]*\)\s*|[^\p{L}\p{N}(]{0,6}\s*(?:rm|usd|eur|myr|gbp|inr|rs)\b\.?\s*)?(?:[:#=.…\])-]|\/\s*[\p{L}. ]{1,14}:?\s*$|$)/iu;
/** "Total 12 items:", "Total (3 nights):": the count is part of the label. */
export const COUNTED = /^\s*(?:for\s+|of\s+)?\(?\d{1,4}\s+\p{L}[\p{L} ]{1,20}\)?\s*:\s*$/u;
const VALUE_FOLLOWS = /^[\s.:)\]-]*[\p{Sc}\p{N}(]/u;

/** How well a label ends: before a colon, a bracket or nothing best, before a value well, inside a phrase badly. */
function endQuality(after: string): number {
  if (CLOSED.test(after)) return 1;
  if (COUNTED.test(after)) return 0.9;
  if (VALUE_FOLLOWS.test(after)) return 0.9;
  // "Advertiser code" is another label than "advertiser".
  return isHeadingWords(after.replace(/:.*$/s, '')) ? 0.32 : 0.65;
}

/** How well a label begins: at the start of its cell or after a sign best. */
function beginQuality(before: string | null): number {
  return before === null || /[:;|•)]\s*$/.test(before) || /^\p{N}+\s*$/u.test(before) ? 1 : 0.7;
}

function qualityOf(cell: Cell, tokens: readonly Token[], from: number, to: number, text: string): number {
  const [first, last, previous] = [tokens[from], tokens[to - 1], tokens[from - 1]];
  if (!first || !last) return 0;
  const after = text.slice(last.end, Math.min(cell.end, last.end + LOOK_AHEAD));
  const end = endQuality(after);
  const prose = cell.words.length > PROSE_WORDS && end < 1 ? 0.5 : 1;
  return end * beginQuality(previous ? text.slice(previous.start, first.start) : null) * prose;
}

interface Match {
  readonly to: number;
  readonly ends: LabelNode['ends'];
}

/** "Amount EUR net" is the label "amount net". */
const CURRENCY_WORDS = new Set(['eur', 'euro', 'euros', 'usd', 'gbp', 'chf', 'rm', 'myr', 'inr', 'rs']);

function longestFrom(book: LabelBook, words: readonly string[], from: number): Match | null {
  let at: LabelNode | undefined = book.root;
  let best: Match | null = null;
  for (let to = from; at && to < words.length;) {
    const next: LabelNode | undefined = at.next.get(words[to] ?? '');
    if (!next && to > from && CURRENCY_WORDS.has(words[to] ?? '')) {
      to++;
      continue;
    }
    at = next;
    to++;
    if (at && at.ends.length > 0) best = { to, ends: at.ends };
  }
  return best;
}

const SHORT_CAPITALS = /^\p{Lu}{1,5}$/u;
/** A number goes on behind a sign and without a space; a day or an amount behind a hyphen is no part of one. */
const NUMBER_GOES_ON =
  /^[-/_](?!(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d)(?!\d)|[\d.,]*[.,]\d{2}(?!\d)|\d+\s?%)[\p{Lu}\p{N}./_-]*\p{N}[\p{Lu}\p{N}./_-]/u;

/** "INV-2026-0417": what is written as a label elsewhere is here the beginning of the number. */
function isPrefix(text: string, token: Token | undefined, match: Match, from: number): boolean {
  if (!token || match.to - from > 1 || !match.ends.every((end) => end.numbers)) return false;
  return (
    token.text !== NUMBER_TOKEN &&
    SHORT_CAPITALS.test(text.slice(token.start, token.end)) &&
    !/[\p{L}\p{N}/_-]/u.test(text[token.start - 1] ?? '') &&
    NUMBER_GOES_ON.test(text.slice(token.end, token.end + LOOK_AHEAD))
  );
}

/** Recognition reads l and o at the end or inside of words as digits ("Tota1"); the length stays. */
const lettersForDigits = (text: string): string =>
  text.replace(/(?<=\p{L})1(?=\p{L}|[\s:.]|$)/gu, 'l').replace(/(?<=\p{L})0(?=\p{L})/gu, 'o');

/** Every label on the pages. Where labels overlap the longest stands: "invoice date" is no "date". */
export function findLabels(layout: Layout, book: LabelBook): LabelHit[] {
  const read = tokenReader(book, layout.recognised);
  const hits: LabelHit[] = [];
  for (const cell of layout.cells) {
    const tokens = tokenize(layout.recognised ? lettersForDigits(cell.text) : cell.text, cell.start);
    const words = tokens.map((token) => read(token.text));
    for (let from = 0; from < words.length; from++) {
      const match = longestFrom(book, words, from);
      if (!match) continue;
      const fields = match.ends.filter((end) => end.field !== null);
      hits.push({
        fields: fields.map((end) => end.field ?? ''),
        ranks: fields.map((end) => end.rank),
        cell,
        start: tokens[from]?.start ?? cell.start,
        end: tokens[match.to - 1]?.end ?? cell.end,
        length: match.to - from,
        quality: qualityOf(cell, tokens, from, match.to, layout.text),
        prefix: isPrefix(layout.text, tokens[from], match, from),
      });
      from = match.to - 1;
    }
  }
  return hits;
}

/** Tries of schemas and of the columns of their lists: each is built once, for it takes longer than many a document. */
const books = new WeakMap<object, LabelBook>();

function bookOf(key: object, fields: readonly FieldSpec[], decoys?: readonly string[]): LabelBook {
  const known = books.get(key);
  if (known) return known;
  const book = buildLabelBook(fields, decoys);
  books.set(key, book);
  return book;
}

export const labelBookOf = (schema: ExtractionSchema): LabelBook => bookOf(schema, schema.fields, schema.decoys);

export const labelBookOfColumns = (columns: readonly FieldSpec[]): LabelBook => bookOf(columns, columns);

/** `Invoice Number` → `invoiceNumber`: the name of a field that the document itself brings. */
export function slugOf(label: string): string {
  const words = fold(label).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .slice(0, 6)
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
    .slice(0, 60);
}
