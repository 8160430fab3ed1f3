import { bulkInsert, SystemDatabase, TenantDatabase, type Transaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import { GENESIS, type SealedEntry, type SignedHead } from '../domain/audit-entry.js';
import type { ChainTop, CheckedHead, CheckedLink } from '../domain/verify-chain.js';
import { KEEP_GIVEN, entryColumns, entryOf, type EntryRow, timeOf } from './entry-columns.js';

const ABANDON = `
WITH given AS (DELETE FROM audit_intents WHERE occurred_at < $1 RETURNING ${entryColumns()}),
${KEEP_GIVEN}`;

export interface NewLink {
  readonly seq: number;
  readonly entryId: string;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

/** Where the chain of a tenant goes on. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: Buffer;
  /** Number of the last head. */
  readonly number: number;
}

interface HeadRow {
  readonly number: string;
  readonly seq: string;
  readonly hash: Buffer;
  readonly signed_at: Date;
  readonly key_id: string;
  readonly signature: Buffer;
}

const headOf = (row: HeadRow): SignedHead => ({
  number: Number(row.number),
  seq: Number(row.seq),
  hash: row.hash,
  signedAt: timeOf(row.signed_at),
  keyId: row.key_id,
  signature: row.signature,
});

/** Links and heads: written by the system role for each tenant in turn, read by the application role for its own tenant. */
@Injectable()
export class AuditChainRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
  ) {}

  /** What began before this time and has not ended becomes an entry whose outcome nobody knows. Answers how many did. */
  async abandon(before: Date): Promise<number> {
    return (await this.system.query(ABANDON, [before])).count;
  }

  /** Tenants with entries that have no link. */
  async waiting(limit: number): Promise<string[]> {
    const { rows } = await this.system.query<{ tenant_id: string }>(
      `SELECT u.tenant_id FROM audit_unchained u
        WHERE EXISTS (SELECT 1 FROM audit_entries e WHERE e.tenant_id = u.tenant_id AND e.id = u.entry_id)
        GROUP BY u.tenant_id LIMIT $1`,
      [limit],
    );
    return rows.map((row) => row.tenant_id);
  }

  /** One transaction in which nobody else adds to the chain of this tenant; null where somebody is doing so. */
  extend<T>(tenantId: string, work: (tx: Transaction) => Promise<T>): Promise<T | null> {
    return this.system.transaction(async (tx) => {
      const lock = await tx.one<{ yes: boolean }>(
        `SELECT pg_try_advisory_xact_lock(hashtextextended('audit:' || $1, 0)) AS yes`,
        [tenantId],
      );
      return lock?.yes === true ? work(tx) : null;
    });
  }

  async endOf(tx: Transaction, tenantId: string): Promise<ChainEnd> {
    const row = await tx.one<{ seq: string; hash: Buffer; number: string }>(
      `SELECT l.seq, l.hash, coalesce((SELECT max(number) FROM audit_heads WHERE tenant_id = $1), 0) AS number
         FROM audit_links l WHERE l.tenant_id = $1 ORDER BY l.seq DESC LIMIT 1`,
      [tenantId],
    );
    return row === null
      ? { seq: 0, hash: GENESIS, number: 0 }
      : { seq: Number(row.seq), hash: row.hash, number: Number(row.number) };
  }

  /** Hash of one link, of any tenant; null where it is not there. */
  async hashAt(tx: Transaction, tenantId: string, seq: number): Promise<Buffer | null> {
    const row = await tx.one<{ hash: Buffer }>('SELECT hash FROM audit_links WHERE tenant_id = $1 AND seq = $2', [
      tenantId,
      seq,
    ]);
    return row?.hash ?? null;
  }

  async unchained(tx: Transaction, tenantId: string, limit: number): Promise<SealedEntry[]> {
    const { rows } = await tx.query<EntryRow>(
      `SELECT ${entryColumns('e')} FROM audit_unchained u JOIN audit_entries e ON e.tenant_id = u.tenant_id AND e.id = u.entry_id
        WHERE u.tenant_id = $1 ORDER BY e.id LIMIT $2`,
      [tenantId, limit],
    );
    return rows.map(entryOf);
  }

  async add(tx: Transaction, tenantId: string, links: readonly NewLink[], head: SignedHead): Promise<void> {
    await bulkInsert(
      tx,
      'audit_links',
      { tenant_id: 'uuid', seq: 'bigint', entry_id: 'uuid', prev_hash: 'bytea', hash: 'bytea' },
      links.map(({ seq, entryId, previous, hash }) => [tenantId, seq, entryId, previous, hash]),
    );
    await tx.query(
      `INSERT INTO audit_heads (tenant_id, number, seq, hash, signed_at, key_id, signature) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [tenantId, head.number, head.seq, head.hash, head.signedAt, head.keyId, head.signature],
    );
    await tx.query('DELETE FROM audit_unchained WHERE tenant_id = $1 AND entry_id = ANY ($2::uuid[])', [
      tenantId,
      links.map(({ entryId }) => entryId),
    ]);
  }

  /** How far links and heads of the running tenant reach, in one snapshot. */
  async top(): Promise<ChainTop> {
    const row = await this.database.one<{ entries: string; links: string; seq: string; head: string }>(
      `SELECT (SELECT count(*) FROM audit_entries) AS entries, (SELECT count(*) FROM audit_links) AS links,
              coalesce((SELECT max(seq) FROM audit_links), 0) AS seq, coalesce((SELECT max(number) FROM audit_heads), 0) AS head`,
    );
    return {
      entries: Number(row?.entries ?? 0),
      links: Number(row?.links ?? 0),
      lastSeq: Number(row?.seq ?? 0),
      lastNumber: Number(row?.head ?? 0),
    };
  }

  /** Links of the running tenant behind `after`, with the entries they are for. */
  async links(after: number, upTo: number, limit: number): Promise<CheckedLink[]> {
    const { rows } = await this.database.query<
      Omit<EntryRow, 'id'> & { id: string | null; seq: string; entry_id: string; prev_hash: Buffer; hash: Buffer }
    >(
      `SELECT l.seq, l.entry_id, l.prev_hash, l.hash, ${entryColumns('e')}
         FROM audit_links l LEFT JOIN audit_entries e ON e.tenant_id = l.tenant_id AND e.id = l.entry_id
        WHERE l.seq > $1 AND l.seq <= $2 ORDER BY l.seq LIMIT $3`,
      [after, upTo, limit],
    );
    return rows.map(({ seq, entry_id: entryId, prev_hash: previous, hash, ...row }) => ({
      seq: Number(seq),
      entryId,
      previous,
      hash,
      entry: row.id === null ? null : entryOf({ ...row, id: row.id }),
    }));
  }

  /** Heads of the running tenant behind `after`, with the hash of the link that each one ends with. */
  async heads(after: number, upTo: number, limit: number): Promise<CheckedHead[]> {
    const { rows } = await this.database.query<HeadRow & { link_hash: Buffer | null }>(
      `SELECT h.number, h.seq, h.hash, h.signed_at, h.key_id, h.signature, l.hash AS link_hash
         FROM audit_heads h LEFT JOIN audit_links l ON l.tenant_id = h.tenant_id AND l.seq = h.seq
        WHERE h.number > $1 AND h.number <= $2 ORDER BY h.number LIMIT $3`,
      [after, upTo, limit],
    );
    return rows.map((row) => ({ head: headOf(row), linkHash: row.link_hash }));
  }

  /** Hash of a link of the running tenant; null where it is not there. */
  async ownHashAt(seq: number): Promise<Buffer | null> {
    const row = await this.database.one<{ hash: Buffer }>('SELECT hash FROM audit_links WHERE seq = $1', [seq]);
    return row?.hash ?? null;
  }

  /** Entries of the running tenant behind `after` that have no link. */
  async unlinked(after: string | null, limit: number): Promise<SealedEntry[]> {
    const { rows } = await this.database.query<EntryRow>(
      `SELECT ${entryColumns('e')} FROM audit_entries e
        WHERE ($1::uuid IS NULL OR e.id > $1)
          AND NOT EXISTS (SELECT 1 FROM audit_links l WHERE l.tenant_id = e.tenant_id AND l.entry_id = e.id)
        ORDER BY e.id LIMIT $2`,
      [after, limit],
    );
    return rows.map(entryOf);
  }

  /** Entries of the running tenant that were to get a link and are gone. */
  async vanished(limit: number): Promise<string[]> {
    const { rows } = await this.database.query<{ entry_id: string }>(
      `SELECT u.entry_id FROM audit_unchained u
        WHERE NOT EXISTS (SELECT 1 FROM audit_entries e WHERE e.tenant_id = u.tenant_id AND e.id = u.entry_id) LIMIT $1`,
      [limit],
    );
    return rows.map((row) => row.entry_id);
  }
}
