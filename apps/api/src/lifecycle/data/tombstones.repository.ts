import { bulkInsert, SystemDatabase, TenantDatabase, type Transaction } from '@app/database';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';

/** What was erased and must stay so. */
export interface Tombstone {
  readonly table: string;
  /** The id of the row, or a keyed hash where its key is made of what it held. */
  readonly key: string;
  readonly erasedAt: Date;
}

interface TombstoneRow {
  readonly table_name: string;
  readonly key: string;
  readonly erased_at: Date;
}

/** Tombstones in the database. The same stand in a file, which a restored database is held against. */
@Injectable()
export class TombstonesRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
  ) {}

  async insert(tx: Transaction, table: string, keys: readonly string[]): Promise<void> {
    const { tenantId } = tenantContext();
    await tx.query(
      `INSERT INTO tombstones (tenant_id, table_name, key) SELECT $1, $2, k FROM unnest($3::text[]) AS k ON CONFLICT DO NOTHING`,
      [tenantId, table, keys],
    );
  }

  /** Those that are in the file and not here: the database is older than the file. */
  addMissing(tombstones: readonly Tombstone[]): Promise<number> {
    return this.database.transaction((tx) => this.addMissingIn(tx, tombstones));
  }

  private async addMissingIn(tx: Transaction, tombstones: readonly Tombstone[]): Promise<number> {
    const { rows } = await tx.query<{ place: number }>(
      `SELECT g.place::int AS place FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS g(table_name, key, place)
        WHERE NOT EXISTS (SELECT 1 FROM tombstones t WHERE t.table_name = g.table_name AND t.key = g.key)`,
      [tombstones.map(({ table }) => table), tombstones.map(({ key }) => key)],
    );
    const missing = rows.flatMap(({ place }) => tombstones[place - 1] ?? []);
    const unique = [...new Map(missing.map((stone) => [`${stone.table} ${stone.key}`, stone])).values()];
    const { tenantId } = tenantContext();
    await bulkInsert(
      tx,
      'tombstones',
      { tenant_id: 'uuid', table_name: 'text', key: 'text', erased_at: 'timestamptz', logged_at: 'timestamptz' },
      unique.map(({ table, key, erasedAt }) => [tenantId, table, key, erasedAt, erasedAt]),
    );
    return unique.length;
  }

  /** Tenants with tombstones that are not in their file yet. */
  async tenantsWithUnlogged(): Promise<string[]> {
    const { rows } = await this.system.query<{ tenant_id: string }>(
      'SELECT DISTINCT tenant_id FROM tombstones WHERE logged_at IS NULL',
    );
    return rows.map(({ tenant_id: tenantId }) => tenantId);
  }

  /** Gives tombstones that are not in the file yet to `write`; nobody else has them meanwhile. Answers how many. */
  async log(limit: number, write: (tombstones: readonly Tombstone[]) => Promise<void>): Promise<number> {
    return this.database.transaction(async (tx) => {
      const { rows } = await tx.query<TombstoneRow>(
        `SELECT table_name, key, erased_at FROM tombstones WHERE logged_at IS NULL
          ORDER BY erased_at LIMIT $1 FOR UPDATE SKIP LOCKED`,
        [limit],
      );
      if (rows.length === 0) return 0;
      await write(rows.map(({ table_name: table, key, erased_at: erasedAt }) => ({ table, key, erasedAt })));
      await tx.query(
        `UPDATE tombstones t SET logged_at = clock_timestamp() FROM unnest($1::text[], $2::text[]) AS w(table_name, key)
          WHERE t.table_name = w.table_name AND t.key = w.key`,
        [rows.map(({ table_name: table }) => table), rows.map(({ key }) => key)],
      );
      return rows.length;
    });
  }

  /** Tables that tombstones of the tenant are about. */
  async tables(): Promise<string[]> {
    const { rows } = await this.database.query<{ name: string }>('SELECT DISTINCT table_name AS name FROM tombstones');
    return rows.map(({ name }) => name);
  }

  /** Documents that are back, after `after`. */
  async risenDocuments(after: string | null, limit: number): Promise<string[]> {
    const { rows } = await this.database.query<{ id: string }>(
      `SELECT d.id FROM documents d JOIN tombstones t ON t.tenant_id = d.tenant_id AND t.table_name = 'documents' AND t.key = d.id::text
        WHERE $1::uuid IS NULL OR d.id > $1 ORDER BY d.id LIMIT $2`,
      [after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Which of these keys have a tombstone. */
  async buried(table: string, keys: readonly string[], tx?: Transaction): Promise<Set<string>> {
    const { rows } = await (tx ?? this.database).query<{ key: string }>(
      'SELECT key FROM tombstones WHERE table_name = $1 AND key = ANY ($2::text[])',
      [table, keys],
    );
    return new Set(rows.map(({ key }) => key));
  }
}
