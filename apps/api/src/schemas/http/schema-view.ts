import { publicId } from '@app/kernel';
import { type ExtractionSchema, type FieldSpec, labelsOf } from '../domain/schema-model.js';
import type { FieldDefinition } from '../domain/schema-definition.js';
import type { StoredSchema } from '../domain/stored-schema.js';
import type { ShownSchema } from '../schemas.service.js';
import type { SchemaDto, SchemaFieldDto } from './dto/schema.dto.js';

const builtInField = (field: FieldSpec): SchemaFieldDto => ({
  name: field.name,
  type: field.type,
  description: field.description ?? '',
  labels: labelsOf(field.labels),
  required: field.required ?? false,
  priority: field.priority ?? 'normal',
  ...(field.pattern !== undefined && { pattern: field.pattern }),
  ...(field.enum !== undefined && { enum: field.enum }),
  ...(field.fields !== undefined && { fields: field.fields.map(builtInField) }),
});

const builtInView = (schema: ExtractionSchema): SchemaDto => ({
  id: schema.id,
  key: schema.key,
  version: schema.version,
  latestVersion: schema.version,
  name: schema.name,
  description: schema.description,
  documentType: schema.documentType,
  builtIn: true,
  fields: schema.fields.map(builtInField),
  rules: schema.rules,
  createdAt: null,
  archivedAt: null,
});

const ownField = ({ fields, ...field }: FieldDefinition): SchemaFieldDto => ({
  ...field,
  ...(fields !== undefined && { fields: fields.map(ownField) }),
});

const ownView = ({ id, version, latestVersion, definition, createdAt, archivedAt }: StoredSchema): SchemaDto => ({
  id: publicId('schema', id),
  key: definition.key,
  version,
  latestVersion,
  name: definition.name,
  description: definition.description,
  documentType: definition.documentType,
  builtIn: false,
  fields: definition.fields.map(ownField),
  rules: definition.rules,
  createdAt: createdAt.toISOString(),
  archivedAt: archivedAt?.toISOString() ?? null,
});

/** A schema as the API shows it. */
export const schemaView = (schema: ShownSchema): SchemaDto =>
  'definition' in schema ? ownView(schema) : builtInView(schema);
