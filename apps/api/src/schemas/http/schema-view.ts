import { type ExtractionSchema, type FieldSpec, labelsOf } from '../domain/schema-model.js';
import type { SchemaDto, SchemaFieldDto } from './dto/schema.dto.js';

const fieldView = (field: FieldSpec): SchemaFieldDto => ({
  name: field.name,
  type: field.type,
  description: field.description ?? '',
  labels: labelsOf(field.labels),
  required: field.required ?? false,
  priority: field.priority ?? 'normal',
  ...(field.pattern !== undefined && { pattern: field.pattern }),
  ...(field.enum !== undefined && { enum: field.enum }),
  ...(field.fields !== undefined && { fields: field.fields.map(fieldView) }),
});

/** A schema as the API shows it. */
export const schemaView = (schema: ExtractionSchema): SchemaDto => ({
  id: schema.id,
  key: schema.key,
  version: schema.version,
  name: schema.name,
  description: schema.description,
  documentType: schema.documentType,
  builtIn: true,
  fields: schema.fields.map(fieldView),
  rules: schema.rules.map((rule) => rule.name),
});
