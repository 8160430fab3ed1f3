import { SystemDatabase, TenantDatabase, type Transaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { SealedEntry } from '../domain/audit-entry.js';
import { entriesJson, entryColumns, entryOf, type EntryRow, GIVEN_ENTRIES, KEEP_GIVEN } from './entry-columns.js';

const BEGIN = `INSERT INTO audit_intents (${entryColumns()}) ${GIVEN_ENTRIES}`;

const WRITE = `
WITH given AS MATERIALIZED (${GIVEN_ENTRIES}),
ended AS (DELETE FROM audit_intents i USING given g WHERE i.tenant_id = g.tenant_id AND i.id = g.id),
${KEEP_GIVEN}`;

/** What a reader of the trail asks for. Dates: from, and before. */
export interface AuditFilter {
  readonly from: Date | null;
  readonly to: Date | null;
  readonly action: string | null;
  readonly actor: string | null;
  readonly resourceId: string | null;
}

/** An entry with its place in the chain; null where it has none yet. */
export interface ListedEntry {
  readonly entry: SealedEntry;
  readonly seq: number | null;
}

/**
 * Rows of the trail. They are written by the system role, for all tenants at once: a batch of one tenant would be a commit for each,
 * and the application role, which serves requests, has no right to write any.
 */
@Injectable()
export class AuditEntriesRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
  ) {}

  /**
   * Changes that are about to begin. The commit does not wait for the disk, and need not: the log of Postgres is one, so that whatever
   * commits after this and lasts makes this last too.
   */
  async begin(entries: readonly SealedEntry[]): Promise<void> {
    await this.system.query(BEGIN, [entriesJson(entries), 'off']);
  }

  /** Entries that are whole. */
  async write(entries: readonly SealedEntry[], tx?: Transaction): Promise<void> {
    await (tx ?? this.system).query(WRITE, [entriesJson(entries), 'on']);
  }

  /** The same for those that had begun. A crash of Postgres may take it back, and leaves them as they were. */
  async end(entries: readonly SealedEntry[]): Promise<void> {
    await this.system.query(WRITE, [entriesJson(entries), 'off']);
  }

  /** Entries of the running tenant, the newest first, from before the entry `after`. */
  async list(filter: AuditFilter, after: string | null, limit: number): Promise<ListedEntry[]> {
    const { rows } = await this.database.query<EntryRow & { seq: string | null }>(
      `SELECT ${entryColumns('e')}, l.seq
         FROM audit_entries e LEFT JOIN audit_links l ON l.tenant_id = e.tenant_id AND l.entry_id = e.id
        WHERE ($1::uuid IS NULL OR e.id < $1) AND ($2::timestamptz IS NULL OR e.occurred_at >= $2)
          AND ($3::timestamptz IS NULL OR e.occurred_at < $3) AND ($4::text IS NULL OR e.action = $4)
          AND ($5::text IS NULL OR e.actor = $5) AND ($6::text IS NULL OR e.resource_id = $6)
        ORDER BY e.id DESC LIMIT $7`,
      [after, filter.from, filter.to, filter.action, filter.actor, filter.resourceId, limit],
    );
    return rows.map((row) => ({ entry: entryOf(row), seq: row.seq === null ? null : Number(row.seq) }));
  }
}
