import { type RuntimeConfig, runtimeConfig } from '@app/config';
import { servedTenants, SystemDatabase, TenantDatabase, type Transaction } from '@app/database';
import { tenantContext } from '@app/tenancy';
import { Inject, Injectable } from '@nestjs/common';
import type { EndedTenant } from '../../tenants/index.js';
import { type Deletion, type DeletionState, type EndReceipt, NO_END_RECEIPT } from '../domain/tenant-end.js';

interface DeletionRow {
  readonly tenant_id: string;
  readonly state: DeletionState;
  readonly due_at: Date;
  readonly receipt: Partial<EndReceipt>;
  readonly created_at: Date;
  readonly completed_at: Date | null;
  readonly trail_until: Date | null;
}

const COLUMNS = 'tenant_id, state, due_at, receipt, created_at, completed_at, trail_until';

const deletionOf = (row: DeletionRow): Deletion => ({
  tenantId: row.tenant_id,
  state: row.state,
  dueAt: row.due_at,
  receipt: { ...NO_END_RECEIPT, ...row.receipt },
  createdAt: row.created_at,
  completedAt: row.completed_at,
  trailUntil: row.trail_until,
});

/** Ends of tenants, by the system role: nobody of the tenant can look at them any more. */
@Injectable()
export class DeletionsRepository {
  private readonly region: string | null;

  constructor(
    private readonly system: SystemDatabase,
    private readonly database: TenantDatabase,
    @Inject(runtimeConfig.token) { region }: Pick<RuntimeConfig, 'region'>,
  ) {
    this.region = region ?? null;
  }

  /** `dueAt`: null where it has to go on at once, because it had begun before. */
  async schedule(tx: Transaction, { id, slug, status }: EndedTenant, dueAt: Date): Promise<void> {
    await tx.query(
      `INSERT INTO tenant_deletions (tenant_id, state, slug, status, requested_by, due_at) VALUES ($1, 'scheduled', $2, $3, $4, $5)
       ON CONFLICT (tenant_id) DO UPDATE
         SET state = 'scheduled', slug = excluded.slug, status = excluded.status, requested_by = excluded.requested_by,
             due_at = excluded.due_at, receipt = '{}', created_at = clock_timestamp(), changed_at = clock_timestamp(),
             completed_at = NULL, trail_until = NULL`,
      [id, slug, status, tenantContext().userId, dueAt],
    );
  }

  /** A legal hold that stands on anything of the tenant. */
  async standingHold(tx: Transaction, tenantId: string): Promise<string | null> {
    const row = await tx.one<{ id: string }>(
      'SELECT id FROM legal_holds WHERE tenant_id = $1 AND released_at IS NULL ORDER BY id LIMIT 1',
      [tenantId],
    );
    return row?.id ?? null;
  }

  async find(tenantId: string): Promise<Deletion | null> {
    const row = await this.system.one<DeletionRow>(`SELECT ${COLUMNS} FROM tenant_deletions WHERE tenant_id = $1`, [
      tenantId,
    ]);
    return row && deletionOf(row);
  }

  /** In the order of their tenants. */
  async list(after: string | null, limit: number): Promise<Deletion[]> {
    const { rows } = await this.system.query<DeletionRow>(
      `SELECT ${COLUMNS} FROM tenant_deletions WHERE $1::uuid IS NULL OR tenant_id > $1 ORDER BY tenant_id LIMIT $2`,
      [after, limit],
    );
    return rows.map(deletionOf);
  }

  /** What the tenant is again; null where it cannot be brought back any more. */
  async cancel(tx: Transaction, tenantId: string): Promise<{ slug: string; status: string } | null> {
    return tx.one<{ slug: string; status: string }>(
      `UPDATE tenant_deletions SET state = 'cancelled', changed_at = clock_timestamp(), completed_at = clock_timestamp()
        WHERE tenant_id = $1 AND state = 'scheduled' AND slug IS NOT NULL RETURNING slug, status`,
      [tenantId],
    );
  }

  /** Tenants whose data have to go at `now`. */
  async due(now: Date): Promise<string[]> {
    const { rows } = await this.system.query<{ tenant_id: string }>(
      `SELECT tenant_id FROM tenant_deletions
        WHERE (state = 'running' OR (state = 'scheduled' AND due_at <= $1)) AND ${servedTenants(2)} ORDER BY due_at`,
      [now, this.region],
    );
    return rows.map(({ tenant_id: tenantId }) => tenantId);
  }

  /** From here on nothing brings it back. False where it was cancelled meanwhile, or a hold stands. */
  begin(tenantId: string): Promise<boolean> {
    return this.system.transaction(async (tx) => {
      const row = await tx.one<{ state: string }>(
        `SELECT state FROM tenant_deletions WHERE tenant_id = $1 AND state IN ('scheduled', 'running') FOR UPDATE`,
        [tenantId],
      );
      if (row === null || (await this.standingHold(tx, tenantId)) !== null) return false;
      await tx.query(
        `UPDATE tenant_deletions SET state = 'running', slug = NULL, changed_at = clock_timestamp() WHERE tenant_id = $1`,
        [tenantId],
      );
      return true;
    });
  }

  /** A backup has brought the tenant back: it ends again, at once. False where it had ended already. */
  again(tenantId: string): Promise<boolean> {
    return this.system.transaction(async (tx) => {
      const done = await tx.one(
        `SELECT 1 FROM tenant_deletions d JOIN tenants t ON t.id = d.tenant_id
          WHERE d.tenant_id = $1 AND d.state IN ('running', 'succeeded') AND t.status = 'deleted'`,
        [tenantId],
      );
      if (done !== null) return false;
      await tx.query(
        `UPDATE tenants SET status = 'deleted', slug = 'deleted-' || replace(id::text, '-', ''), updated_at = now() WHERE id = $1`,
        [tenantId],
      );
      await tx.query(
        `INSERT INTO tenant_deletions (tenant_id, state, due_at) VALUES ($1, 'running', clock_timestamp())
         ON CONFLICT (tenant_id) DO UPDATE SET state = 'running', slug = NULL, changed_at = clock_timestamp(), completed_at = NULL`,
        [tenantId],
      );
      return true;
    });
  }

  /** Adds to the receipt, in the transaction of the work itself where there is one. */
  async add(tx: Transaction | null, tenantId: string, done: Partial<EndReceipt>): Promise<void> {
    const work = async (inner: Transaction): Promise<void> => {
      const row = await inner.one<Pick<DeletionRow, 'receipt'>>(
        'SELECT receipt FROM tenant_deletions WHERE tenant_id = $1 FOR UPDATE',
        [tenantId],
      );
      const before = { ...NO_END_RECEIPT, ...row?.receipt };
      const rows = { ...before.rows };
      for (const [table, count] of Object.entries(done.rows ?? {})) rows[table] = (rows[table] ?? 0) + count;
      const receipt: EndReceipt = {
        rows,
        files: before.files + (done.files ?? 0),
        cached: before.cached + (done.cached ?? 0),
        keys: before.keys + (done.keys ?? 0),
      };
      await inner.query(
        'UPDATE tenant_deletions SET receipt = $2::jsonb, changed_at = clock_timestamp() WHERE tenant_id = $1',
        [tenantId, JSON.stringify(receipt)],
      );
    };
    await (tx ? work(tx) : this.database.transaction(work));
  }

  /** Nothing of what the tenant was called or had set is left. */
  async complete(tx: Transaction, tenantId: string): Promise<void> {
    await tx.query(`UPDATE tenants SET name = 'Deleted', settings = '{}', updated_at = now() WHERE id = $1`, [
      tenantId,
    ]);
    await tx.query(
      `UPDATE tenant_deletions SET state = 'succeeded', changed_at = clock_timestamp(), completed_at = clock_timestamp()
        WHERE tenant_id = $1`,
      [tenantId],
    );
  }

  asSystem<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.system.transaction(work);
  }
}
