import type { FieldProblem } from '@app/kernel';
import type { ExtractionSchema, FieldSpec } from '../../schemas/index.js';
import type { ExtractedField, Verdict } from '../../fields/index.js';
import { type FieldPlace, nameOfPlace, placeOf } from './field-place.js';
import { type TypedValue, typedValue } from './person-value.js';

/** What a person says of a field, of a row of a list, or of a cell. */
export interface GivenVerdict {
  readonly name: string;
  readonly verdict: Verdict;
  /** Only where corrected: the right value, null for none; of a row an object by column, of a list an array of those. */
  readonly value?: unknown;
}

/** One thing that is said of one value or one row. */
export type Judgement =
  | {
      readonly kind: 'value';
      readonly field: string;
      readonly row?: number;
      readonly column?: string;
      readonly verdict: Verdict;
      /** The right value, null where there is none; only where corrected. */
      readonly value?: TypedValue | null;
    }
  | { readonly kind: 'row-dropped'; readonly field: string; readonly row: number }
  | {
      readonly kind: 'row-added';
      readonly field: string;
      readonly row: number;
      readonly cells: ReadonlyMap<string, TypedValue>;
    };

export interface Judgements {
  readonly judgements: readonly Judgement[];
  readonly problems: readonly FieldProblem[];
}

interface Subject {
  readonly schema: Pick<ExtractionSchema, 'fields'>;
  readonly language: string;
  /** JSON pointer of the verdict. */
  readonly at: string;
  readonly problems: FieldProblem[];
}

type Rows = NonNullable<ExtractedField['items']>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const specOf = ({ schema }: Subject, field: string, column?: string): FieldSpec | undefined => {
  const spec = schema.fields.find(({ name }) => name === field);
  return column === undefined ? spec : spec?.fields?.find(({ name }) => name === column);
};

function refused({ problems, at }: Subject, part: string, detail: string): [] {
  problems.push({ pointer: `${at}${part}`, detail });
  return [];
}

/** A given value in its own form; undefined where it has none, which is then told. */
function valueOf(
  subject: Subject,
  { field, column }: FieldPlace,
  given: unknown,
  part: string,
): TypedValue | null | undefined {
  if (given === null) return null;
  const cell = (field.items ?? []).flatMap((row) => row.fields).find(({ name }) => name === column);
  const spec = specOf(subject, field.name, column) ?? (column === undefined ? field : cell);
  if (!spec) refused(subject, part, 'is no column of the list');
  const typed = spec && typedValue(spec, given, subject.language);
  if (typeof typed === 'string') refused(subject, part, typed);
  return typeof typed === 'string' ? undefined : typed;
}

function ofValue(subject: Subject, place: FieldPlace, { verdict, value }: GivenVerdict, part = '/value'): Judgement[] {
  const { row, column } = place;
  const said = {
    kind: 'value',
    field: place.field.name,
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column }),
  } as const;
  if (verdict !== 'corrected') return [{ ...said, verdict }];
  if (value === undefined) return refused(subject, part, 'must be given where the verdict is corrected');
  const typed = valueOf(subject, place, value, part);
  return typed === undefined ? [] : [{ ...said, verdict, value: typed }];
}

function newRow(subject: Subject, place: FieldPlace & { row: number }, value: unknown, part: string): Judgement[] {
  if (!isRecord(value)) return refused(subject, part, 'must be an object with a value by column');
  const cells = Object.entries(value).flatMap(([column, given]) => {
    const typed = valueOf(subject, { ...place, column }, given, `${part}/${column}`);
    return typed ? [[column, typed] as const] : [];
  });
  return [{ kind: 'row-added', field: place.field.name, row: place.row, cells: new Map(cells) }];
}

function ofRow(
  subject: Subject,
  place: FieldPlace & { row: number },
  given: GivenVerdict,
  part = '/value',
): Judgement[] {
  const { field, row } = place;
  const { verdict, value } = given;
  const cells = (field.items as Rows | undefined)?.[row]?.fields;
  if (verdict === 'corrected' && !cells) return newRow(subject, place, value, part);
  if (!cells) return refused(subject, '/name', 'is no row of the list');
  if (verdict === 'rejected') return [{ kind: 'row-dropped', field: field.name, row }];
  if (verdict === 'accepted')
    return cells
      .filter((cell) => cell.value !== null)
      .flatMap((cell) => ofValue(subject, { ...place, column: cell.name }, { ...given, name: cell.name }));
  if (!isRecord(value)) return refused(subject, part, 'must be an object with a value by column');
  return Object.entries(value).flatMap(([column, right]) =>
    cells.some(({ name }) => name === column)
      ? ofValue(subject, { ...place, column }, { name: column, verdict, value: right }, `${part}/${column}`)
      : refused(subject, `${part}/${column}`, 'is no column of the list'),
  );
}

function ofList(subject: Subject, field: ExtractedField, given: GivenVerdict): Judgement[] {
  const rows = field.items ?? [];
  if (given.verdict !== 'corrected') return rows.flatMap((_, row) => ofRow(subject, { field, row }, given));
  if (!Array.isArray(given.value)) return refused(subject, '/value', 'must be an array of rows');
  const wanted = given.value as readonly unknown[];
  const right = wanted.flatMap((value, row) => ofRow(subject, { field, row }, { ...given, value }, `/value/${row}`));
  const dropped = rows.slice(wanted.length).map((_, at) => wanted.length + at);
  return [...right, ...dropped.map((row) => ({ kind: 'row-dropped', field: field.name, row }) as const)];
}

function ofGiven(subject: Subject, fields: readonly ExtractedField[], given: GivenVerdict): Judgement[] {
  const place = placeOf(fields, given.name);
  if (!place) return refused(subject, '/name', 'is no field of the document');
  if (given.verdict !== 'corrected' && given.value !== undefined)
    return refused(subject, '/value', 'is only for the verdict corrected');
  const { field, row, column } = place;
  if (row !== undefined && column === undefined) return ofRow(subject, { field, row }, given);
  return field.type === 'list' && row === undefined ? ofList(subject, field, given) : ofValue(subject, place, given);
}

const keyOfJudgement = (one: Judgement): string =>
  nameOfPlace(one.field, one.row, one.kind === 'value' ? one.column : undefined);

/** What verdicts say of each value and row of a result, with pointers to those that do not fit it. */
export function judgementsOf(
  fields: readonly ExtractedField[],
  schema: Pick<ExtractionSchema, 'fields'>,
  given: readonly GivenVerdict[],
  language: string,
): Judgements {
  const problems: FieldProblem[] = [];
  const seen = new Set<string>();
  const judgements = given.flatMap((verdict, index) => {
    const subject = { schema, language, at: `/fields/${index}`, problems };
    const found = ofGiven(subject, fields, verdict);
    const isTwice = found.some(
      (one) => seen.has(keyOfJudgement(one)) || (one.row !== undefined && seen.has(nameOfPlace(one.field, one.row))),
    );
    if (isTwice) return refused(subject, '/name', 'is judged twice');
    for (const one of found) seen.add(keyOfJudgement(one));
    return found;
  });
  return { judgements, problems };
}
