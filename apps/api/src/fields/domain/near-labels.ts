import type { ExtractionSchema, FieldSpec, FieldType } from '../../schemas/index.js';
import { contentWords } from '../../schemas/model.js';
import { type LabelHit, WEAK_RANK } from './labels.js';
import { rightOf, type Cell, type Layout } from './layout.js';

/** Words that many labels share, by what they say of the value: they weigh little, and speak against fields of another type. */
const USUAL: Readonly<Record<'date' | 'money' | 'other', ReadonlySet<string>>> = {
  date: new Set('date datum dates day fecha data dato'.split(' ')),
  money: new Set('amount sum total betrag summe montant importe importo valor price cost preis prix precio'.split(' ')),
  other: new Set('# name code id value type text address info details nom nombre nome adresse direccion'.split(' ')),
};
const USUAL_WEIGHT = 0.25;

const kindOf = (word: string): keyof typeof USUAL | null =>
  (['date', 'money', 'other'] as const).find((kind) => USUAL[kind].has(word)) ?? null;
const weightOf = (word: string): number => (kindOf(word) === null ? 1 : USUAL_WEIGHT);

/** A word and its kin ("inspected", "inspector") begin alike: with this many letters, and this share of the longer one. */
const LEAST_STEM = 4;
const LEAST_SHARE = 0.6;
const KIN = 0.9;

function alike(a: string, b: string): number {
  if (a === b) return 1;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= LEAST_STEM && same >= LEAST_SHARE * Math.max(a.length, b.length) ? KIN : 0;
}

/** True for a word and its kin. */
export const isKin = (a: string, b: string): boolean => alike(a, b) > 0;

/** "pick up" is "pickup": the words as they are, and with each two neighbours as one. */
const variants = (words: readonly string[]): (readonly string[])[] => [
  words,
  ...words.slice(1).map((word, at) => [...words.slice(0, at), `${words[at] ?? ''}${word}`, ...words.slice(at + 2)]),
];

/** The share of the words of one side, by weight, that have kin on the other. */
function covered(words: readonly string[], others: readonly string[]): number {
  const all = words.reduce((sum, word) => sum + weightOf(word), 0);
  const kin = words.reduce(
    (sum, word) => sum + weightOf(word) * Math.max(0, ...others.map((other) => alike(word, other))),
    0,
  );
  return all === 0 ? 0 : kin / all;
}

/** 0..1: how much two names have in common (harmonic mean of what each has of the other). */
export function nearness(label: readonly string[], name: readonly string[]): number {
  return Math.max(
    ...variants(label).map((words) => {
      const [precision, recall] = [covered(words, name), covered(name, words)];
      return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    }),
  );
}

const FITS: Readonly<Record<'date' | 'money', ReadonlySet<FieldType>>> = {
  date: new Set(['date']),
  money: new Set(['money', 'number']),
};

/** "Date of inspection" does not name the inspector. */
const contradicts = (words: readonly string[], { type }: FieldSpec): boolean =>
  words.some((word) => {
    const kind = kindOf(word);
    return (kind === 'date' || kind === 'money') && !FITS[kind].has(type);
  });

interface Printed {
  readonly cell: Cell;
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
}

/** `label:` at the beginning of a cell, without what stands behind it in brackets. */
const BEFORE_COLON = /^\s*(\p{L}[\p{L}\p{N} .'’/&#°º-]{1,40}?)\s*(?:\([^)]{1,40}\)\s*)?:/u;
/** A short cell without digits, with something on its right. */
const ALONE = /^\s*(\p{L}[\p{L} .'’/&-]{1,40}?)\s*(?:\([^)\d]{1,40}\)\s*)?$/u;
/** Labels are looked for on so many cells: on the first pages. */
const MOST_CELLS = 2_000;

function printedLabels(layout: Layout, taken: ReadonlySet<Cell>): Printed[] {
  return layout.cells.slice(0, MOST_CELLS).flatMap((cell) => {
    if (taken.has(cell)) return [];
    const label =
      BEFORE_COLON.exec(cell.text)?.[1] ?? (rightOf(layout, cell).length > 0 ? ALONE.exec(cell.text)?.[1] : undefined);
    const words = label === undefined ? [] : contentWords(label);
    if (label === undefined || words.length === 0 || words.length > 5) return [];
    const start = cell.start + cell.text.indexOf(label);
    return [{ cell, start, end: start + label.length, words }];
  });
}

/** Below this a shared word is chance: half of the words of both, and some more. */
const LEAST_NEARNESS = 0.6;
/** Others that name a field nearly as well as the best are kept beside it. */
const TIE = 0.05;
/** A shared word says less than the label itself. */
const DOUBT = 0.9;

interface Pair {
  readonly field: FieldSpec;
  readonly label: Printed;
  readonly score: number;
}

/** Each label names one field at most, the nearest first; a field keeps the labels that name it about equally well. */
function assigned(pairs: readonly Pair[]): Pair[] {
  const kept: Pair[] = [];
  const used = new Set<Printed>();
  const best = new Map<string, number>();
  for (const pair of pairs.toSorted((a, b) => b.score - a.score)) {
    const top = best.get(pair.field.name) ?? pair.score;
    if (used.has(pair.label) || pair.score < top - TIE) continue;
    used.add(pair.label);
    best.set(pair.field.name, top);
    kept.push(pair);
  }
  return kept;
}

/**
 * Labels that share words with the name of a field, for fields whose own labels stand nowhere: a tenant who asks for
 * `returnDate` means "Return by". Only for fields that say so (`looseLabels`).
 */
export function nearLabels(layout: Layout, schema: ExtractionSchema, exact: readonly LabelHit[]): LabelHit[] {
  const sure = exact.filter(({ quality }) => quality >= 0.9);
  const named = new Set(sure.flatMap(({ fields }) => fields));
  const open = schema.fields.filter((field) => field.looseLabels && field.type !== 'list' && !named.has(field.name));
  if (open.length === 0) return [];
  const isTaken = ({ fields, start, cell }: LabelHit): boolean => fields.length > 0 && start - cell.start <= 2;
  const taken = new Set(sure.filter(isTaken).map(({ cell }) => cell));
  const names = open.map((field) => ({ field, words: (field.looseLabels ?? []).map(contentWords) }));
  const pairs = printedLabels(layout, taken).flatMap((label) =>
    names.flatMap(({ field, words }) => {
      const score = Math.max(...words.map((own) => nearness(label.words, own)));
      return score < LEAST_NEARNESS || contradicts(label.words, field) ? [] : [{ field, label, score }];
    }),
  );
  return assigned(pairs).map(({ field, label: { cell, start, end, words }, score }) => ({
    fields: [field.name],
    ranks: [WEAK_RANK],
    cell,
    start,
    end,
    length: words.length,
    quality: DOUBT * score,
    prefix: false,
  }));
}
