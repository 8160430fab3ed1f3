import type { Transaction } from '@app/database';
import { type FieldProblem, notFound, parsePublicId, publicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { SchemasRepository } from './data/schemas.repository.js';
import { checkDefinition } from './domain/check-definition.js';
import type { SchemaDefinition } from './domain/schema-definition.js';
import type { ExtractionSchema } from './domain/schema-model.js';
import type { StoredSchema } from './domain/stored-schema.js';
import { specifySchema } from './inference/infer-fields.js';
import { builtInSchema, builtInSchemas, schemaForType } from './registry/extractor-registry.js';
import { builtInStays, invalidSchema, schemaChanged, unknownSchema } from './schemas.errors.js';

/** A schema to be shown: a built-in one, or a version of a tenant's own. */
export type ShownSchema = ExtractionSchema | StoredSchema;

/** Built-in schemas stand first in lists: as ids that are below every one that is ever made. */
const PLACES = builtInSchemas().map((schema, index) => ({
  schema,
  place: `00000000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`,
}));

/** Where a schema stands in lists. */
export const placeOf = (shown: ShownSchema): string => PLACES.find(({ schema }) => schema === shown)?.place ?? shown.id;

/** The schema as the engines read by it: with what its words say about where to look. */
const extractionSchemaOf = ({ id, version, definition }: StoredSchema): ExtractionSchema =>
  specifySchema({ ...definition, id: publicId('schema', id), version });

/** A schema that is not published. */
export interface SchemaDraft {
  readonly definition: SchemaDefinition;
  /** As engines read by it. */
  readonly schema: ExtractionSchema;
  /** The latest version under its key; null where it would be the first one. */
  readonly present: ExtractionSchema | null;
}

/** Knows the schemas by which fields are read. */
@Injectable()
export class SchemasService {
  constructor(private readonly schemas: SchemasRepository) {}

  /** Built-in and own schemas, without archived ones. `after` is the place of the last one seen. */
  async list(limit: number, after: string | null): Promise<ShownSchema[]> {
    const builtIn = PLACES.filter(({ place }) => after === null || place > after).map(({ schema }) => schema);
    const own = builtIn.length < limit ? await this.schemas.list(limit - builtIn.length, after) : [];
    return [...builtIn, ...own].slice(0, limit);
  }

  /** A schema, of an own one any version, archived or not. Throws `not_found`. */
  async get(id: string, version: number | null): Promise<ShownSchema> {
    const builtIn = builtInSchema(id);
    const shown = builtIn && (version ?? builtIn.version) === builtIn.version ? builtIn : await this.own(id, version);
    if (!shown) throw notFound();
    return shown;
  }

  /** The schema as engines read by it, in its latest version. Throws `unknown_schema`. */
  async require(id: string): Promise<ExtractionSchema> {
    const builtIn = builtInSchema(id);
    if (builtIn) return builtIn;
    const own = await this.own(id, null);
    if (!own || own.archivedAt !== null) throw unknownSchema();
    return extractionSchemaOf(own);
  }

  /** A version as engines read by it, archived or not; without a number the latest one. Null where it is not there. */
  async version(id: string, version: number | null, tx?: Transaction): Promise<ExtractionSchema | null> {
    const builtIn = builtInSchema(id);
    if (builtIn) return (version ?? builtIn.version) === builtIn.version ? builtIn : null;
    const own = await this.own(id, version, tx);
    return own && extractionSchemaOf(own);
  }

  /** The schema for a document of a type, or of none: the tenant's own where it has made one for this type. */
  async forType(type: string | null, tx?: Transaction): Promise<ExtractionSchema> {
    const own = type === null ? null : await this.schemas.forType(type, tx);
    return own ? extractionSchemaOf(own) : schemaForType(type);
  }

  /** Whether the schema with this id, or without one the tenant's schema for this type, has changed after a moment. */
  async changedSince(tx: Transaction, since: Date, id: string | null, type: string | null): Promise<boolean> {
    const own = id === null ? null : parsePublicId('schema', id);
    return (id === null || own !== null) && this.schemas.changedSince(tx, since, own, type);
  }

  problemsOf(input: unknown): readonly FieldProblem[] {
    return checkDefinition(input).problems;
  }

  /** Throws `invalid_schema` with pointers. */
  publish(input: unknown): Promise<StoredSchema> {
    const { definition, problems } = checkDefinition(input);
    if (definition === null) throw invalidSchema(problems);
    return this.schemas.publish(definition);
  }

  /** A schema as it would be published now, and what is published under its key. Throws `invalid_schema` with pointers. */
  async draft(input: unknown): Promise<SchemaDraft> {
    const { definition, problems } = checkDefinition(input);
    if (definition === null) throw invalidSchema(problems);
    const own = await this.schemas.ofKey(definition.key);
    const present = own && extractionSchemaOf(own);
    const id = present?.id ?? definition.key;
    return { definition, present, schema: specifySchema({ ...definition, id, version: (present?.version ?? 0) + 1 }) };
  }

  /** Publishes as the version after `latest`, in somebody's transaction. Throws `invalid_schema`, `schema_changed`. */
  async publishAfter(tx: Transaction, input: unknown, latest: number | null): Promise<StoredSchema> {
    const { definition, problems } = checkDefinition(input);
    if (definition === null) throw invalidSchema(problems);
    const published = await this.schemas.publishIn(tx, definition);
    if (published.version !== (latest ?? 0) + 1) throw schemaChanged();
    return published;
  }

  /** From now on nothing is read by it; what was read stays. Throws `not_found`, `built_in_schema`. */
  async archive(id: string): Promise<void> {
    if (builtInSchema(id)) throw builtInStays();
    const own = parsePublicId('schema', id);
    if (own === null || !(await this.schemas.archive(own))) throw notFound();
  }

  private async own(id: string, version: number | null, tx?: Transaction): Promise<StoredSchema | null> {
    const uuid = parsePublicId('schema', id);
    return uuid === null ? null : this.schemas.find(uuid, version, tx);
  }
}
