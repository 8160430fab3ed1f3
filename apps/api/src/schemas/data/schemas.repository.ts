import { TenantDatabase, type Transaction } from '@app/database';
import { newUuid } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { SchemaDefinition } from '../domain/schema-definition.js';
import type { StoredSchema } from '../domain/stored-schema.js';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly latest_version: number;
  readonly definition: SchemaDefinition;
  readonly created_at: Date;
  readonly archived_at: Date | null;
}

const schemaOf = (row: Row): StoredSchema => ({
  id: row.id,
  version: row.version,
  latestVersion: row.latest_version,
  definition: row.definition,
  createdAt: row.created_at,
  archivedAt: row.archived_at,
});

const VERSIONS = `SELECT s.id, s.latest_version, s.archived_at, v.version, v.definition, v.created_at
   FROM schemas s JOIN schema_versions v ON v.tenant_id = s.tenant_id AND v.schema_id = s.id`;

/** A tenant's own schemas. Versions are written once and never changed; the role that writes them cannot change them. */
@Injectable()
export class SchemasRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** The first version of a new key, or the next one of a known key, which comes back where it was archived. */
  publish(definition: SchemaDefinition): Promise<StoredSchema> {
    return this.database.transaction((tx) => this.publishIn(tx, definition));
  }

  /** As `publish`; until the end of the transaction nobody else publishes under the key. */
  async publishIn(tx: Transaction, definition: SchemaDefinition): Promise<StoredSchema> {
    const { tenantId, userId } = tenantContext();
    const schema = await tx.one<{ id: string; latest_version: number }>(
      `INSERT INTO schemas (tenant_id, id, key, document_type) VALUES ($1, $2, $3, $4)
       ON CONFLICT (tenant_id, key) DO UPDATE
         SET document_type = excluded.document_type, latest_version = schemas.latest_version + 1,
             published_at = clock_timestamp(), archived_at = NULL
       RETURNING id, latest_version`,
      [tenantId, newUuid(), definition.key, definition.documentType],
    );
    const { id = '', latest_version: version = 0 } = schema ?? {};
    const row = await tx.one<{ created_at: Date }>(
      `INSERT INTO schema_versions (tenant_id, schema_id, version, definition, created_by)
       VALUES ($1, $2, $3, $4::jsonb, $5) RETURNING created_at`,
      [tenantId, id, version, JSON.stringify(definition), userId],
    );
    const createdAt = row?.created_at ?? new Date();
    return { id, version, latestVersion: version, definition, createdAt, archivedAt: null };
  }

  /** The latest version under a key, archived or not. */
  async ofKey(key: string): Promise<StoredSchema | null> {
    const row = await this.database.one<Row>(`${VERSIONS} WHERE s.key = $1 AND v.version = s.latest_version`, [key]);
    return row && schemaOf(row);
  }

  /** A version, or the latest one. */
  async find(id: string, version: number | null, tx?: Transaction): Promise<StoredSchema | null> {
    const row = await (tx ?? this.database).one<Row>(
      `${VERSIONS} WHERE s.id = $1 AND v.version = COALESCE($2::int, s.latest_version)`,
      [id, version],
    );
    return row && schemaOf(row);
  }

  /** The latest versions of what is not archived, in the order of their ids. */
  async list(limit: number, after: string | null): Promise<StoredSchema[]> {
    const { rows } = await this.database.query<Row>(
      `${VERSIONS} WHERE v.version = s.latest_version AND s.archived_at IS NULL AND ($1::uuid IS NULL OR s.id > $1)
        ORDER BY s.id LIMIT $2`,
      [after, limit],
    );
    return rows.map(schemaOf);
  }

  /** The tenant's schema for documents of a type: the one that was published last. */
  async forType(type: string, tx?: Transaction): Promise<StoredSchema | null> {
    const row = await (tx ?? this.database).one<Row>(
      `${VERSIONS} WHERE v.version = s.latest_version AND s.archived_at IS NULL AND s.document_type = $1
        ORDER BY s.published_at DESC LIMIT 1`,
      [type],
    );
    return row && schemaOf(row);
  }

  async archive(id: string): Promise<boolean> {
    const { count } = await this.database.query(
      'UPDATE schemas SET archived_at = COALESCE(archived_at, clock_timestamp()) WHERE id = $1',
      [id],
    );
    return count > 0;
  }

  /** Whether a schema, or one for a type, was published or archived after a moment. Null names no schema or no type. */
  async changedSince(tx: Transaction, since: Date, id: string | null, type: string | null): Promise<boolean> {
    return (
      (await tx.one(
        `SELECT 1 FROM schemas
          WHERE (id = $2 OR ($2::uuid IS NULL AND document_type = $3)) AND GREATEST(published_at, archived_at) >= $1 LIMIT 1`,
        [since, id, type],
      )) !== null
    );
  }
}
