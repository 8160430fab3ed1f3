import { alignSequences } from '@app/text';

/** A field as an extraction run has kept it. Runs stay as they were, so that what came later may be missing. */
export interface KeptField {
  readonly name: string;
  readonly value: string | null;
  readonly currency?: string | null;
  readonly confidence?: number;
  readonly grounding?: {
    readonly page: number;
    readonly quote: string;
    readonly span: readonly [number, number];
  } | null;
  readonly path?: string;
  readonly verdict?: string | null;
  readonly items?: readonly KeptRow[];
}

export interface KeptRow {
  readonly fields: readonly KeptField[];
}

/** What is compared of a field. */
export interface FieldState {
  readonly value: string | null;
  readonly currency: string | null;
  readonly confidence: number;
  readonly page: number | null;
  readonly quote: string | null;
  readonly span: readonly [number, number] | null;
  /** In the embedded data. */
  readonly path: string | null;
  readonly verdict: string | null;
}

/**
 * What became of a field, by what weighs most: another value, the same value from another place, the same value and place with
 * another confidence, or only another verdict. `rows`: rows of a list came, went or changed.
 */
export const FIELD_CHANGES = ['added', 'removed', 'value', 'evidence', 'confidence', 'verdict', 'rows'] as const;

export interface FieldChange {
  readonly name: string;
  readonly change: (typeof FIELD_CHANGES)[number];
  /** Null where it had no value; of a list, always. */
  readonly before: FieldState | null;
  readonly after: FieldState | null;
  /** Of a list only: the rows that are not the same. */
  readonly rows?: readonly RowChange[];
}

export const ROW_CHANGES = ['added', 'removed', 'changed'] as const;

export interface RowChange {
  readonly change: (typeof ROW_CHANGES)[number];
  /** Places of the row in the two lists, from 0; null where it is not there. */
  readonly before: number | null;
  readonly after: number | null;
  readonly fields: readonly FieldChange[];
}

function stateOf(field: KeptField | undefined): FieldState | null {
  if (!field || field.value === null) return null;
  const { value, currency = null, confidence = 0, grounding, path = null, verdict = null } = field;
  const place = grounding ?? { page: null, quote: null, span: null };
  return { value, currency, confidence, page: place.page, quote: place.quote, span: place.span, path, verdict };
}

const evidenceOf = ({ page, span, path }: FieldState): string => JSON.stringify([page, span, path]);

function changeBetween(before: FieldState | null, after: FieldState | null): FieldChange['change'] | null {
  if (before === null || after === null) return before === after ? null : before === null ? 'added' : 'removed';
  if (before.value !== after.value || before.currency !== after.currency) return 'value';
  if (evidenceOf(before) !== evidenceOf(after)) return 'evidence';
  if (before.confidence !== after.confidence) return 'confidence';
  return before.verdict === after.verdict ? null : 'verdict';
}

type Values = ReadonlyMap<string, string>;

const valuesOf = ({ fields }: KeptRow): Values =>
  new Map(fields.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])));

/** Share of the cells with a value that both rows have alike. */
function likeness(one: Values, other: Values): number {
  let [equal, both] = [0, 0];
  for (const [name, value] of other) {
    const theirs = one.get(name);
    if (theirs !== undefined) both++;
    if (theirs === value) equal++;
  }
  const all = one.size + other.size - both;
  return all === 0 ? 0 : equal / all;
}

function rowChanges(before: readonly KeptRow[], after: readonly KeptRow[]): RowChange[] {
  return alignSequences(before.map(valuesOf), after.map(valuesOf), likeness).flatMap(([i, j]) => {
    const fields = fieldChanges(before[i ?? -1]?.fields ?? [], after[j ?? -1]?.fields ?? []);
    const change = i === null ? 'added' : j === null ? 'removed' : 'changed';
    return change === 'changed' && fields.length === 0 ? [] : [{ change, before: i, after: j, fields }];
  });
}

function fieldChange(name: string, before: KeptField | undefined, after: KeptField | undefined): FieldChange[] {
  if (before?.items || after?.items) {
    const rows = rowChanges(before?.items ?? [], after?.items ?? []);
    return rows.length === 0 ? [] : [{ name, change: 'rows', before: null, after: null, rows }];
  }
  const states = [stateOf(before), stateOf(after)] as const;
  const change = changeBetween(...states);
  return change === null ? [] : [{ name, change, before: states[0], after: states[1] }];
}

/** Fields that are not the same, in the order of `after`; then those that only `before` has, in its order. */
export function fieldChanges(before: readonly KeptField[], after: readonly KeptField[]): FieldChange[] {
  // A schema without an end has several fields of one name: they belong together in their order.
  const [earlier, later] = [byName(before), byName(after)];
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((name) => {
    const [was, is] = [earlier.get(name) ?? [], later.get(name) ?? []];
    return Array.from({ length: Math.max(was.length, is.length) }, (_, at) =>
      fieldChange(name, was[at], is[at]),
    ).flat();
  });
}

const byName = (fields: readonly KeptField[]): Map<string, KeptField[]> => Map.groupBy(fields, ({ name }) => name);
