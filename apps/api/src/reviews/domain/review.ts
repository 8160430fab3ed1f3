import { type JsonValue, parsePublicId } from '@app/kernel';
import type { FieldChange, GivenVerdict } from '../../extraction/index.js';
import type { ExtractedField } from '../../fields/index.js';

/** What a person says of a document. */
export interface ReviewInput {
  readonly fields: readonly GivenVerdict[];
  readonly type?: GivenType | undefined;
  /** The run that the person has seen; any where it is left out. */
  readonly runId?: string | null | undefined;
  /** Whether nobody needs to look at the document again. */
  readonly done: boolean;
}

export interface GivenType {
  readonly verdict: 'accepted' | 'corrected';
  /** The right type; only where corrected. */
  readonly value?: string | undefined;
  /** Whether the fields are read anew by the schema of the right type. */
  readonly extract?: boolean | undefined;
}

export interface TypeChange {
  readonly verdict: 'accepted' | 'corrected';
  readonly before: string;
  readonly after: string;
}

/** A review that was kept. */
export interface Review {
  readonly id: string;
  readonly documentId: string;
  readonly schemaId: string | null;
  /** Results that it made, and those that it looked at; null where it was about other things. */
  readonly runId: string | null;
  readonly parentRunId: string | null;
  readonly typeRunId: string | null;
  readonly parentTypeRunId: string | null;
  readonly changes: readonly FieldChange[];
  readonly type: TypeChange | null;
  readonly done: boolean;
  readonly reviewedBy: string | null;
  readonly createdAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
}

export type NewReview = Omit<Review, 'createdAt' | 'withdrawnAt' | 'withdrawnBy' | 'reviewedBy'>;

/**
 * The right values of fields that somebody named or confirmed, lists apart: what can be learned from, by the document that shows
 * them. Of an e-mail that may be a part of it.
 */
export function teachableValues({
  documentId,
  changes,
}: Pick<Review, 'documentId' | 'changes'>): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const values = new Map<string, Record<string, string>>();
  for (const { name, field, after, documentId: shownBy } of changes) {
    if (name !== field || after.value === null) continue;
    const teacher = (shownBy === null ? null : parsePublicId('document', shownBy)) ?? documentId;
    values.set(teacher, { ...values.get(teacher), [name]: after.value });
  }
  return values;
}

/** The list that the name of a row or a cell begins with. */
export const listOf = (name: string): string => name.slice(0, name.indexOf('['));

const cellsOf = ({ fields }: ListRow) =>
  Object.fromEntries(fields.flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const])));
type ListRow = NonNullable<ExtractedField['items']>[number];

/**
 * The rows of lists of which a finished review has said something, as it left them, by the document that shows them: what a person
 * is done with is right. Lists without a row teach nothing.
 */
export function teachableLists(
  { documentId, changes, done }: Pick<Review, 'documentId' | 'changes' | 'done'>,
  left: readonly ExtractedField[],
): ReadonlyMap<string, Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>> {
  const said = new Set(changes.filter(({ name, field }) => name !== field).map(({ name }) => listOf(name)));
  const values = new Map<string, Record<string, readonly Readonly<Record<string, string>>[]>>();
  for (const { name, items = [] } of done ? left.filter((field) => said.has(field.name)) : []) {
    const rows = items.map(cellsOf).filter((row) => Object.keys(row).length > 0);
    const [shownBy] = items.flatMap(({ fields }) => fields.flatMap(({ grounding }) => grounding?.documentId ?? []));
    const teacher = (shownBy === undefined ? null : parsePublicId('document', shownBy)) ?? documentId;
    if (rows.length > 0) values.set(teacher, { ...values.get(teacher), [name]: rows });
  }
  return values;
}

export const asJson = (value: unknown): JsonValue => value as JsonValue;
