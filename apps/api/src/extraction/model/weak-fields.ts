import type { ExtractionSchema, FieldSpec } from '../../schemas/index.js';
import { type ExtractedField, type ExtractionResult, isFilled, wantedFields } from '../../fields/index.js';

/** Fields of the least priority are never worth a question, and only join one where everything is asked. */
const everything = (threshold: number): boolean => threshold >= 1;

const isWeak = (field: ExtractedField, threshold: number): boolean =>
  field.source !== 'embedded-data' &&
  (!isFilled(field) || field.confidence < threshold || field.ruleFailures.length > 0);

/**
 * The fields of a result that a model is asked for. A wanted field that is missing, unsure (its confidence is below the
 * threshold) or breaks a rule is worth a question; other unsure and missing fields then join it, for they cost little more,
 * but for missing lists, which are read piece by piece. Empty where nothing is worth one. A threshold of 1 asks for everything that no embedded data has said.
 */
export function weakFields(
  schema: ExtractionSchema,
  { fields }: Pick<ExtractionResult, 'fields'>,
  threshold: number,
): readonly FieldSpec[] {
  if (threshold <= 0) return [];
  const weak = new Map(fields.filter((field) => isWeak(field, threshold)).map((field) => [field.name, field]));
  const wanted = new Set((everything(threshold) ? schema.fields : wantedFields(schema)).map(({ name }) => name));
  if (![...weak.keys()].some((name) => wanted.has(name))) return [];
  return schema.fields.filter((spec) => {
    const field = weak.get(spec.name);
    if (field === undefined || wanted.has(spec.name)) return field !== undefined;
    return spec.priority !== 'low' && (isFilled(field) || spec.type !== 'list');
  });
}

/** The wanted fields that a first answer has left broken: rules that fail, values without evidence. */
export function stillBroken(
  schema: ExtractionSchema,
  { fields }: Pick<ExtractionResult, 'fields'>,
  problems: ReadonlyMap<string, string>,
): readonly FieldSpec[] {
  const wanted = new Set(wantedFields(schema).map(({ name }) => name));
  const broken = new Set(
    fields
      .filter((field) => (problems.has(field.name) && field.origin.engine !== 'llm') || field.ruleFailures.length > 0)
      .filter((field) => field.source !== 'embedded-data' && wanted.has(field.name))
      .map(({ name }) => name),
  );
  return schema.fields.filter(({ name }) => broken.has(name));
}
