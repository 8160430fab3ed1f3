import { type ExtractionSchema, type FieldSpec, schemaForType } from '../../schemas/index.js';

export const spec = (name: string, type: FieldSpec['type'], more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  type,
  family: 'identifiers',
  labels: {},
  ...more,
});
export const schemaOf = (...fields: FieldSpec[]): ExtractionSchema => ({
  ...schemaForType('generic'),
  openEnded: false,
  fields,
  rules: [],
});
