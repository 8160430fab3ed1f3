import type { ExtractionSchema } from '../../schemas/index.js';
import type { ExtractedField } from './field-model.js';
import { isFilled, wantedFields } from './fill-rate.js';

/**
 * How likely nothing was there to be found where a wanted field is empty. Assumed: a required field is missing because it was not
 * found, others of high priority as often because documents of the kind do without.
 */
const RIGHTLY_EMPTY = { required: 0.1, wanted: 0.7 };

/**
 * How likely all fields that the schema is about are right, 0..1: the product of their confidences, as if errors had nothing to
 * do with each other. They come together in poor documents, so that it is too low, and in the right order; calibration does the
 * rest. 0 where none of them has a value.
 */
export function documentConfidence(schema: ExtractionSchema, fields: readonly ExtractedField[]): number {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const wanted = wantedFields(schema).map((spec) => ({ spec, field: byName.get(spec.name) }));
  if (!wanted.some(({ field }) => field && isFilled(field))) return 0;
  const product = wanted.reduce((chance, { spec, field }) => {
    // That there is none may be what a person says, and then it is as sure as they are.
    const isSaid = field?.verdict === 'accepted' || field?.verdict === 'corrected';
    if (field && (isFilled(field) || isSaid)) return chance * field.confidence;
    return chance * (spec.required === true ? RIGHTLY_EMPTY.required : RIGHTLY_EMPTY.wanted);
  }, 1);
  return Math.round(product * 1000) / 1000;
}
