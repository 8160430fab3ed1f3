import type { SchemaDefinition } from './schema-definition.js';

/** A version of a tenant's own schema. */
export interface StoredSchema {
  readonly id: string;
  readonly version: number;
  readonly latestVersion: number;
  readonly definition: SchemaDefinition;
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
}
