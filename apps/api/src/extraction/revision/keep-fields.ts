import { type JsonValue, newUuid, publicId } from '@app/kernel';
import type { RunDraft } from '../../documents/index.js';
import type { ExtractedField, ExtractionAnswer } from '../../fields/index.js';
import type { ExtractionSchema } from '../../schemas/index.js';
import { concluded, ENGINE_VERSION } from './revise-fields.js';

/** What a person has said of a field of an earlier result, and the field as it was left. */
export interface LeftField {
  readonly field: ExtractedField;
  /** The value that was rejected, where nothing else was said of it. */
  readonly rejected: string | null;
}

const isSame = (one: ExtractedField | undefined, other: ExtractedField): boolean =>
  JSON.stringify(valuesOf(one)) === JSON.stringify(valuesOf(other));

const valuesOf = (field: ExtractedField | undefined): unknown => [
  field?.value ?? null,
  (field?.items ?? []).map((row) => row.fields.map(({ name, value }) => [name, value])),
];

/** Whether two results say the same of every field, whoever says it. */
export const saysTheSame = (one: readonly ExtractedField[], other: readonly ExtractedField[]): boolean =>
  one.length === other.length &&
  one.every((field) =>
    isSame(
      other.find(({ name }) => name === field.name),
      field,
    ),
  );

/** Whether what was rejected is found again; something else is a new value, and nobody has said anything of that. */
const isStill = ({ field, rejected }: LeftField, found: ExtractedField | undefined): boolean =>
  field.verdict !== 'rejected' || rejected === null || (found?.value ?? rejected) === rejected;

/** The place where a value stands, unless that document is no part of this one any more. */
const standingIn =
  (documents: ReadonlySet<string>) =>
  (field: ExtractedField): ExtractedField => ({
    ...field,
    grounding: field.grounding && documents.has(field.grounding.documentId) ? field.grounding : null,
    ...(field.items && { items: field.items.map((row) => ({ fields: row.fields.map(standingIn(documents)) })) }),
  });

/**
 * A new result of a document with the fields in it that people have confirmed, corrected or rejected in an earlier one; rules,
 * fill rate and confidence are concluded again. Null where nothing of what they said is about this result. `documents` are those
 * that the values may stand in, `doc_…`. Pure.
 */
export function keepFields(
  found: ExtractionAnswer,
  left: readonly LeftField[],
  schema: ExtractionSchema,
  documents: ReadonlySet<string>,
): ExtractionAnswer | null {
  const foundBy = new Map(found.fields.map((field) => [field.name, field]));
  const kept = new Map(
    left
      .filter((one) => isStill(one, foundBy.get(one.field.name)))
      .map(({ field }) => [field.name, standingIn(documents)(field)]),
  );
  if (kept.size === 0) return null;
  const fields = found.fields.map((field) => kept.get(field.name) ?? field);
  const others = [...kept.values()].filter(({ name }) => !foundBy.has(name));
  const isChanged = [...kept.values()].some((field) => !isSame(foundBy.get(field.name), field));
  // Results of earlier versions know of no disagreements.
  const parent = { ...found, disagreements: (found as Partial<ExtractionAnswer>).disagreements ?? [], warnings: [] };
  const {
    rawConfidence: _raw,
    warnings: _warnings,
    ...result
  } = concluded(parent, [...fields, ...others], schema, isChanged);
  return result;
}

/** The run that has a result with what people have said in it, beside the one that an engine has made. */
export function keptRun({ runId, ...answer }: ExtractionAnswer, reviewId: string): RunDraft & { readonly id: string } {
  const id = newUuid();
  const result = { ...answer, runId: publicId('run', id), parentRunId: runId, reviewId };
  return {
    id,
    kind: 'extract',
    engine: 'person',
    engineVersion: ENGINE_VERSION,
    schemaId: answer.schemaId,
    schemaVersion: answer.schemaVersion,
    durationMs: 0,
    result: result as unknown as JsonValue,
  };
}
