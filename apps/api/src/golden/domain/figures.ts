import { NO_TALLY, type Tally, TYPE_NAME, VERDICTS } from './score.js';

/** Shares 0..1; null where there was nothing to share. */
export interface Rates {
  /** Of what was found, what is right. */
  readonly precision: number | null;
  /** Of what there is, what was found right. */
  readonly recall: number | null;
  /** Harmonic mean of both. */
  readonly f1: number | null;
}

export interface FieldFigures extends Rates {
  readonly name: string;
  readonly tally: Tally;
}

/** How well documents were read. */
export interface Figures {
  readonly documents: number;
  /** Of them, those in which all that is scored is right. */
  readonly allRight: number;
  /** Share of documents whose type is right; null where no type is scored. */
  readonly typeAccuracy: number | null;
  /** Over all values: each counts alike. */
  readonly micro: Rates;
  /** Mean over the fields: each field counts alike. */
  readonly macro: Rates;
  readonly fields: readonly FieldFigures[];
}

/** One document: what is counted of it. */
export interface Counted {
  readonly tallies: Readonly<Record<string, Tally>>;
  readonly allRight: boolean;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export function ratesOf({ right, wrong, missing, invented }: Tally): Rates {
  const precision = share(right, right + wrong + invented);
  const recall = share(right, right + wrong + missing);
  // The harmonic mean of both, and defined where one of them is not.
  return { precision, recall, f1: share(2 * right, 2 * right + 2 * wrong + missing + invented) };
}

export const sumOf = (one: Tally, other: Tally): Tally =>
  Object.fromEntries(VERDICTS.map((verdict) => [verdict, one[verdict] + other[verdict]])) as Tally;

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Adds up documents. Fields stand in the order of their names. */
export function figuresOf(documents: readonly Counted[]): Figures {
  const totals = new Map<string, Tally>();
  for (const { tallies } of documents)
    for (const [name, tally] of Object.entries(tallies)) totals.set(name, sumOf(totals.get(name) ?? NO_TALLY, tally));
  const type = totals.get(TYPE_NAME);
  totals.delete(TYPE_NAME);
  const fields = [...totals]
    .map(([name, tally]) => ({ name, tally, ...ratesOf(tally) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    documents: documents.length,
    allRight: documents.filter(({ allRight }) => allRight).length,
    typeAccuracy: type ? share(type.right, type.right + type.wrong + type.missing) : null,
    micro: ratesOf(fields.reduce((sum, { tally }) => sumOf(sum, tally), NO_TALLY)),
    macro: {
      precision: meanOf(fields.map(({ precision }) => precision)),
      recall: meanOf(fields.map(({ recall }) => recall)),
      f1: meanOf(fields.map(({ f1 }) => f1)),
    },
    fields,
  };
}

/** Rounding of sums must not decide. */
const NOTHING = 1e-9;

/** Whether figures are worse than earlier ones on the same documents, by more of micro F1 than the tolerance. */
export const isWorse = (now: Figures, before: Figures, tolerance: number): boolean =>
  (now.micro.f1 ?? 1) < (before.micro.f1 ?? 1) - tolerance - NOTHING;
