import type { Calibrator } from '../../quality/index.js';
import type { ExtractionSchema } from '../../schemas/index.js';
import { documentConfidence } from './document-confidence.js';
import type { ExtractedField, ExtractionResult } from './field-model.js';

/** What is told, with what the engine had beside it where they differ. */
const told = (own: number, confidence: number): { confidence: number; rawConfidence?: number } =>
  confidence === own ? { confidence } : { confidence, rawConfidence: own };

/** A result with confidences that mean what they say: those of its fields and cells, and that of the whole. */
export function calibratedResult(
  result: ExtractionResult,
  schema: ExtractionSchema,
  calibrator: Calibrator,
): ExtractionResult {
  const claim = { kind: 'field', group: schema.id } as const;
  const calibrated = (field: ExtractedField, list?: string): ExtractedField => {
    const name = list === undefined ? field.name : `${list}.${field.name}`;
    const confidence = calibrator({ ...claim, engine: field.origin.engine, field: name }, field.confidence);
    return {
      ...field,
      ...told(field.confidence, confidence),
      ...(field.items && {
        items: field.items.map((item) => ({ fields: item.fields.map((cell) => calibrated(cell, field.name)) })),
      }),
    };
  };
  const fields = result.fields.map((field) => calibrated(field));
  const own = documentConfidence(schema, fields);
  const whole = calibrator({ kind: 'document', engine: null, group: schema.id, field: null }, own);
  return { ...result, fields, ...told(own, whole) };
}
