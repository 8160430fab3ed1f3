import type { ExtractionSchema, FieldSpec } from '../../schemas/index.js';
import type { ExtractedField } from './field-model.js';

/** The fields that a schema is about: the required ones and those of high priority, or all where it has none. */
export function wantedFields({ fields }: Pick<ExtractionSchema, 'fields'>): readonly FieldSpec[] {
  const wanted = fields.filter((field) => field.required === true || field.priority === 'high');
  return wanted.length > 0 ? wanted : fields;
}

export const isFilled = (field: Pick<ExtractedField, 'value' | 'items'>): boolean =>
  field.value !== null || (field.items?.length ?? 0) > 0;

/** Share of the wanted fields that hold a value, 0..1. */
export function fillRateOf(schema: ExtractionSchema, fields: readonly ExtractedField[]): number {
  const names = new Set(wantedFields(schema).map(({ name }) => name));
  const counted = fields.filter(({ name }) => names.has(name));
  return counted.length === 0 ? 0 : counted.filter(isFilled).length / counted.length;
}
