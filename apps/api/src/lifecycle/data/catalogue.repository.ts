import { SystemDatabase, type Transaction } from '@app/database';
import { Injectable } from '@nestjs/common';

/** A table as far as texts of persons may stand in it. */
export interface TextTable {
  readonly name: string;
  /** Columns that hold text, lists of texts or JSON. */
  readonly texts: readonly string[];
  /** Columns of bytes, which are made by the service for itself. */
  readonly bytes: readonly string[];
  /** Of the primary key, without the tenant. */
  readonly key: readonly string[];
}

interface TableRow {
  readonly name: string;
  readonly texts: string[];
  readonly bytes: string[];
  readonly key: string[];
}

/** What tables there are, out of the database itself: a new table is found unasked. */
@Injectable()
export class CatalogueRepository {
  private tables: Promise<ReadonlyMap<string, TextTable>> | null = null;
  private hanging: Promise<readonly string[]> | null = null;

  constructor(private readonly system: SystemDatabase) {}

  /** Tables with rows of tenants; partitions are part of their table. */
  async tenantTables(): Promise<string[]> {
    const { rows } = await this.system.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relrowsecurity ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  }

  /** Migrations that the database has had. */
  async migrations(): Promise<string[]> {
    const { rows } = await this.system.query<{ id: string }>('SELECT id FROM schema_migrations');
    return rows.map(({ id }) => id);
  }

  /** By name. A schema does not change while a process runs. */
  textTables(): Promise<ReadonlyMap<string, TextTable>> {
    this.tables ??= this.readTables();
    return this.tables;
  }

  /** Tables whose rows go with a document, by a foreign key. */
  tablesOfDocuments(): Promise<readonly string[]> {
    this.hanging ??= this.system
      .query<{ name: string }>(
        `SELECT DISTINCT c.conrelid::regclass::text AS name FROM pg_constraint c
          WHERE c.contype = 'f' AND c.confrelid = 'documents'::regclass AND c.conrelid <> 'documents'::regclass
            AND c.confdeltype = 'c' ORDER BY 1`,
      )
      .then(({ rows }) => rows.map(({ name }) => name));
    return this.hanging;
  }

  private async readTables(): Promise<ReadonlyMap<string, TextTable>> {
    const { rows } = await this.system.query<TableRow>(
      `SELECT c.relname AS name,
              array(SELECT a.attname::text FROM pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                       AND a.atttypid IN ('text'::regtype, 'varchar'::regtype, 'json'::regtype, 'jsonb'::regtype, 'text[]'::regtype)
                     ORDER BY a.attnum) AS texts,
              array(SELECT a.attname::text FROM pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'bytea'::regtype) AS bytes,
              array(SELECT a.attname::text FROM pg_index i JOIN unnest(i.indkey::int[]) WITH ORDINALITY AS k(attnum, place) ON true
                      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
                     WHERE i.indrelid = c.oid AND i.indisprimary AND a.attname <> 'tenant_id' ORDER BY k.place) AS key
         FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
          AND c.relrowsecurity`,
    );
    return new Map(rows.map((row) => [row.name, row]));
  }
}

/** Waits, in the transaction, for others who hold the tenant's lock, and lets others who want the same kind go on. */
export const lockErasing = (tx: Transaction, tenantId: string): Promise<unknown> =>
  tx.query('SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 43))', [tenantId]);

/** As `lockErasing`, but alone: nothing of the tenant is being erased within the transaction. */
export const lockAgainstErasing = (tx: Transaction, tenantId: string): Promise<unknown> =>
  tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 43))', [tenantId]);
