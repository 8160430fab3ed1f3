import { z } from 'zod';

const MOST_FIELDS = 200;
const MOST_ROWS = 500;
const MOST_COLUMNS = 50;

/** A field as schemas name it. */
const name = z.string().regex(/^\p{L}[\p{L}\p{N}_-]{0,63}$/u, 'must be the name of a field');
const value = z.string().trim().min(1).max(4_000).nullable();
const few = (most: number) => (record: object) => Object.keys(record).length <= most;
const row = z.record(name, value).refine(few(MOST_COLUMNS), `must not have more than ${MOST_COLUMNS} columns`);
const fieldTruth = z.union([value, z.array(row).max(MOST_ROWS)]);

export const truthInput = z.strictObject({
  documentId: z.string().max(100),
  type: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,63}$/, 'must be the name of a document type')
    .optional(),
  fields: z
    .record(name, fieldTruth)
    .refine(few(MOST_FIELDS), `must not have more than ${MOST_FIELDS} fields`)
    .optional(),
});

/** A row of a list: values by column. */
export type TruthRow = z.output<typeof row>;
/**
 * What stands in a field: a date as YYYY-MM-DD, an amount or number as a plain decimal, all else as printed; null where the document
 * has nothing of it; rows for a list.
 */
export type FieldTruth = z.output<typeof fieldTruth>;

/** What is right for a document. Fields that are not named are not scored. */
export interface Truth {
  /** Null: the type is not scored. */
  readonly type: string | null;
  readonly fields: Readonly<Record<string, FieldTruth>>;
}

/** A field of a result, as far as a person may have said something of it. */
interface JudgedField {
  readonly name: string;
  readonly value: string | null;
  readonly verdict?: string | null;
  readonly items?: readonly { readonly fields: readonly JudgedField[] }[];
}

/** A value that was only rejected is known to be wrong, and what is right is not known. */
const isConfirmed = ({ verdict }: JudgedField): boolean => verdict === 'accepted' || verdict === 'corrected';

const rowOf = (fields: readonly JudgedField[]): TruthRow =>
  Object.fromEntries(fields.filter(isConfirmed).map((cell) => [cell.name, cell.value]));

/** The values of a result that a person has confirmed; of a list only where all of it is. */
export function confirmedFields(fields: readonly JudgedField[]): Truth['fields'] {
  return Object.fromEntries(
    fields
      .filter((field) => isConfirmed(field) && name.safeParse(field.name).success)
      .map((field) => [field.name, field.items ? field.items.map((one) => rowOf(one.fields)) : field.value]),
  );
}
