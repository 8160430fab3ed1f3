import { newUuid } from '@app/kernel';
import type pg from 'pg';
import { entryOf, type EntryRow } from '../../../apps/api/src/compliance/data/entry-columns.js';
import { linkHash } from '../../../apps/api/src/compliance/domain/audit-entry.js';

interface Link {
  readonly seq: number;
  readonly entry_id: string;
}

/** xorshift32: the same numbers for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** What somebody who may do everything in the database, and has no key, can do to the trail of a tenant, at random places. */
export function tamperingsOf(client: pg.Client, tenantId: string, seed: number) {
  const random = randomOf(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)]!;
  const query = <R extends pg.QueryResultRow>(sql: string, values: unknown[] = []) => client.query<R>(sql, values);

  const links = async (): Promise<Link[]> => {
    const { rows } = await query<{ seq: string; entry_id: string }>(
      'SELECT seq, entry_id FROM audit_links WHERE tenant_id = $1 ORDER BY seq',
      [tenantId],
    );
    return rows.map(({ seq, entry_id }) => ({ seq: Number(seq), entry_id }));
  };

  /** Other values for each column, by its type. */
  const OTHER: Readonly<Record<string, (column: string) => string>> = {
    uuid: () => `'${newUuid()}'`,
    text: (column) => pick([`coalesce(${column}, '') || 'x'`, `CASE WHEN ${column} IS NULL THEN '' ELSE NULL END`]),
    'timestamp with time zone': (column) =>
      pick([`${column} + interval '1 millisecond'`, `${column} - interval '3 days'`, `'infinity'`]),
    integer: (column) => `coalesce(${column}, 0) + 1`,
    bigint: (column) => `${column} + 1000`,
    bytea: (column) => `set_byte(${column}, ${below(32)}, (get_byte(${column}, 0) + 1) % 256) || '\\x00'`,
  };

  const columnsOf = async (table: string): Promise<[column: string, type: string, nullable: boolean][]> => {
    const { rows } = await query<{ column_name: string; data_type: string; is_nullable: string }>(
      'SELECT column_name, data_type, is_nullable FROM information_schema.columns WHERE table_name = $1',
      [table],
    );
    return rows.map(({ column_name, data_type, is_nullable }) => [column_name, data_type, is_nullable === 'YES']);
  };

  async function changeColumn(): Promise<void> {
    const table = pick(['audit_entries', 'audit_entries', 'audit_entries', 'audit_links', 'audit_heads']);
    const [column, type, nullable] = pick((await columnsOf(table)).filter(([name]) => name !== 'tenant_id'));
    const value = OTHER[type]!(column);
    const key = { audit_entries: 'id', audit_links: 'seq', audit_heads: 'number' }[table]!;
    const { rows } = await query<{ key: string }>(`SELECT ${key} AS key FROM ${table} WHERE tenant_id = $1`, [
      tenantId,
    ]);
    const allowed = nullable || !value.includes('NULL THEN') ? value : `${column} || 'x'`;
    const { rowCount } = await query(
      `UPDATE ${table} SET ${column} = ${allowed} WHERE tenant_id = $1 AND ${key} = $2`,
      [tenantId, pick(rows).key],
    );
    if (rowCount !== 1) throw new Error(`Nothing was changed in ${table}.${column}`);
  }

  async function moveToOtherTenant(): Promise<void> {
    const { rows } = await query<{ id: string }>('SELECT id FROM tenants WHERE id <> $1 LIMIT 1', [tenantId]);
    const link = pick(await links());
    await query('UPDATE audit_entries SET tenant_id = $1 WHERE id = $2', [rows[0]!.id, link.entry_id]);
  }

  async function deleteRow(): Promise<void> {
    const link = pick(await links());
    const what = below(3);
    if (what !== 1)
      await query('DELETE FROM audit_entries WHERE tenant_id = $1 AND id = $2', [tenantId, link.entry_id]);
    if (what !== 0) await query('DELETE FROM audit_links WHERE tenant_id = $1 AND seq = $2', [tenantId, link.seq]);
  }

  async function deleteHead(): Promise<void> {
    const { rows } = await query<{ number: string }>('SELECT number FROM audit_heads WHERE tenant_id = $1', [tenantId]);
    await query('DELETE FROM audit_heads WHERE tenant_id = $1 AND number = $2', [tenantId, pick(rows).number]);
  }

  async function swapRows(): Promise<void> {
    const all = await links();
    const first = below(all.length - 1);
    const second = first + 1 + below(all.length - first - 1);
    const [a, b] = [all[first]!, all[second]!];
    if (below(2) === 0) {
      await query('UPDATE audit_links SET entry_id = $3 WHERE tenant_id = $1 AND seq = $2', [
        tenantId,
        a.seq,
        newUuid(),
      ]);
      await query('UPDATE audit_links SET entry_id = $3 WHERE tenant_id = $1 AND seq = $2', [
        tenantId,
        b.seq,
        a.entry_id,
      ]);
      await query('UPDATE audit_links SET entry_id = $3 WHERE tenant_id = $1 AND seq = $2', [
        tenantId,
        a.seq,
        b.entry_id,
      ]);
    } else {
      const aside = newUuid();
      for (const [from, to] of [
        [a.entry_id, aside],
        [b.entry_id, a.entry_id],
        [aside, b.entry_id],
      ])
        await query('UPDATE audit_entries SET id = $3 WHERE tenant_id = $1 AND id = $2', [tenantId, from, to]);
    }
  }

  /** A row that looks like all others, once in the work table too, so that the service itself would link it. */
  async function insertRow(): Promise<void> {
    const { entry_id: like } = pick(await links());
    const id = newUuid();
    await query(
      `INSERT INTO audit_entries SELECT (jsonb_populate_record(e, jsonb_build_object('id', $3::text))).* FROM audit_entries e WHERE tenant_id = $1 AND id = $2`,
      [tenantId, like, id],
    );
    if (below(2) === 0) await query('INSERT INTO audit_unchained VALUES ($1, $2)', [tenantId, id]);
  }

  /** Everything behind a place is gone, as if it had never been. */
  async function cutTail(): Promise<void> {
    const { rows } = await query<{ seq: string }>('SELECT seq FROM audit_heads WHERE tenant_id = $1 ORDER BY seq', [
      tenantId,
    ]);
    const all = await links();
    const clean = below(2) === 0;
    const keep = clean ? Number(rows[below(rows.length - 1)]!.seq) : all[below(all.length - 1)]!.seq;
    await query('DELETE FROM audit_heads WHERE tenant_id = $1 AND seq > $2', [tenantId, keep]);
    await query('DELETE FROM audit_links WHERE tenant_id = $1 AND seq > $2', [tenantId, keep]);
    await query('DELETE FROM audit_entries WHERE tenant_id = $1 AND id = ANY ($2::uuid[])', [
      tenantId,
      all.filter(({ seq }) => seq > keep).map(({ entry_id }) => entry_id),
    ]);
  }

  /** A changed entry, and all hashes after it as they would have to be; heads too, but for what only the key can make. */
  async function rewrite(): Promise<void> {
    const all = await links();
    const from = below(all.length);
    const without = below(2) === 0;
    const first = all[from]!;
    if (without) {
      await query('DELETE FROM audit_links WHERE tenant_id = $1 AND seq = $2', [tenantId, first.seq]);
      await query('DELETE FROM audit_entries WHERE tenant_id = $1 AND id = $2', [tenantId, first.entry_id]);
      await query('UPDATE audit_heads SET seq = seq - 1 + 100000 WHERE tenant_id = $1 AND seq >= $2', [
        tenantId,
        Math.max(2, first.seq),
      ]);
      await query('UPDATE audit_heads SET seq = seq - 100000 WHERE tenant_id = $1 AND seq >= 100000', [tenantId]);
      await query('UPDATE audit_links SET seq = seq - 1 + 100000 WHERE tenant_id = $1 AND seq > $2', [
        tenantId,
        first.seq,
      ]);
      await query('UPDATE audit_links SET seq = seq - 100000 WHERE tenant_id = $1 AND seq >= 100000', [tenantId]);
    } else
      await query(`UPDATE audit_entries SET actor = 'usr_${'0'.repeat(32)}' WHERE tenant_id = $1 AND id = $2`, [
        tenantId,
        first.entry_id,
      ]);
    await rehash(first.seq);
    if (below(2) === 0)
      await query(
        `UPDATE audit_heads h SET hash = l.hash FROM audit_links l WHERE h.tenant_id = $1 AND l.tenant_id = h.tenant_id AND l.seq = h.seq`,
        [tenantId],
      );
  }

  async function rehash(from: number): Promise<void> {
    const { rows: before } = await query<{ hash: Buffer }>(
      'SELECT hash FROM audit_links WHERE tenant_id = $1 AND seq = $2',
      [tenantId, from - 1],
    );
    let previous = before[0]?.hash ?? Buffer.alloc(32);
    const { rows } = await query<EntryRow & { seq: string }>(
      `SELECT e.*, l.seq FROM audit_links l JOIN audit_entries e ON e.tenant_id = l.tenant_id AND e.id = l.entry_id
        WHERE l.tenant_id = $1 AND l.seq >= $2 ORDER BY l.seq`,
      [tenantId, from],
    );
    for (const { seq, ...row } of rows) {
      const hash = linkHash(Number(seq), previous, entryOf(row));
      await query('UPDATE audit_links SET prev_hash = $3, hash = $4 WHERE tenant_id = $1 AND seq = $2', [
        tenantId,
        seq,
        previous,
        hash,
      ]);
      previous = hash;
    }
  }

  return { changeColumn, moveToOtherTenant, deleteRow, deleteHead, swapRows, insertRow, cutTail, rewrite };
}
