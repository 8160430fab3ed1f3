import { publicId } from '@app/kernel';
import { specifySchema } from './infer-concepts.js';
import type { SchemaDefinition } from './schema-definition.js';
import type { ExtractionSchema } from './schema-model.js';

/** A version of a tenant's own schema. */
export interface StoredSchema {
  readonly id: string;
  readonly version: number;
  readonly latestVersion: number;
  readonly definition: SchemaDefinition;
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
}

/** The schema as the engines read by it: with what its words say about where to look. */
export const extractionSchemaOf = ({ id, version, definition }: StoredSchema): ExtractionSchema =>
  specifySchema({ ...definition, id: publicId('schema', id), version });
