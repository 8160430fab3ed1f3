import { SystemDatabase, TenantDatabase, type Transaction } from '@app/database';
import { AppError, newUuid } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type StoredSettings, storedSettingsSchema } from '../domain/tenant-settings.js';
import type { EndedTenant } from '../tenant-end.js';
import type { NewTenant, StoredTenant, TenantStatus } from '../domain/tenant.js';

interface TenantRow {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly region: string;
  readonly plan: string;
  readonly status: TenantStatus;
  readonly settings: unknown;
  readonly created_at: Date;
  readonly updated_at: Date;
}

const COLUMNS = 'id, name, slug, region, plan, status, settings, created_at, updated_at';

/** Tables whose rows hold content of a tenant, of the rooms above: what would have to move with it to another region. */
const CONTENT = ['documents', 'queries', 'classifier_examples', 'stored_files', 'pseudonyms'];

/** Any number that no other advisory lock of the service has. */
const FOUNDING_LOCK = 7_043_112_010;

/** SQLSTATE of a broken unique constraint. */
const UNIQUE_VIOLATION = '23505';

const tenantOf = (row: TenantRow): StoredTenant => {
  const { settings, created_at: createdAt, updated_at: updatedAt, ...rest } = row;
  return { ...rest, settings: storedSettingsSchema.parse(settings), createdAt, updatedAt };
};

const slugTaken = (error: unknown): AppError =>
  new AppError('slug_taken', 'conflict', { cause: error, detail: 'Another tenant has this slug.' });

export interface TenantChange {
  readonly name?: string;
  readonly region?: string;
  readonly plan?: string;
  readonly status?: 'active' | 'suspended';
  readonly settings?: StoredSettings;
}

/** Rows of tenants: by the application role for a tenant's own, by the system role for the platform. */
@Injectable()
export class TenantsRepository {
  constructor(
    private readonly own: TenantDatabase,
    private readonly system: SystemDatabase,
  ) {}

  /** One transaction that sees only the tenant of the running context. */
  asTenant<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.own.transaction(work);
  }

  /** One transaction that sees all tenants. */
  asSystem<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.system.transaction(work);
  }

  /** A tenant that was not deleted; locked against other changes until the transaction ends. */
  async lock(tx: Transaction, id: string): Promise<StoredTenant | null> {
    const row = await tx.one<TenantRow>(
      `SELECT ${COLUMNS} FROM tenants WHERE id = $1 AND status <> 'deleted' FOR UPDATE`,
      [id],
    );
    return row && tenantOf(row);
  }

  async find(id: string): Promise<StoredTenant | null> {
    const row = await this.system.one<TenantRow>(
      `SELECT ${COLUMNS} FROM tenants WHERE id = $1 AND status <> 'deleted'`,
      [id],
    );
    return row && tenantOf(row);
  }

  async findOwn(id: string, tx?: Transaction): Promise<StoredTenant | null> {
    const row = await (tx ?? this.own).one<TenantRow>(
      `SELECT ${COLUMNS} FROM tenants WHERE id = $1 AND status <> 'deleted'`,
      [id],
    );
    return row && tenantOf(row);
  }

  /** Whether the running tenant has content of any kind. */
  async hasContent(tx?: Transaction): Promise<boolean> {
    const exist = CONTENT.map((table) => `EXISTS (SELECT 1 FROM ${table})`).join(' OR ');
    return (await (tx ?? this.own).one<{ has: boolean }>(`SELECT ${exist} AS has`))?.has === true;
  }

  /** Up to `limit` tenants in the order of their making, after the one with this id. */
  async list(after: string | null, limit: number): Promise<StoredTenant[]> {
    const { rows } = await this.system.query<TenantRow>(
      `SELECT ${COLUMNS} FROM tenants WHERE status <> 'deleted' AND ($1::uuid IS NULL OR id > $1::uuid) ORDER BY id LIMIT $2`,
      [after, limit],
    );
    return rows.map(tenantOf);
  }

  /** Names by id, of deleted tenants too. */
  async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.system.query<{ id: string; name: string }>(
      'SELECT id, name FROM tenants WHERE id = ANY ($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async any(): Promise<boolean> {
    return (await this.system.one('SELECT 1 FROM tenants LIMIT 1')) !== null;
  }

  /** Waits for others who would make the first tenant; true where it still has to be made. */
  async lockFounding(tx: Transaction): Promise<boolean> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [FOUNDING_LOCK]);
    return (await tx.one('SELECT 1 FROM tenants LIMIT 1')) === null;
  }

  async insert(tx: Transaction, tenant: NewTenant, settings: StoredSettings): Promise<StoredTenant> {
    try {
      const row = await tx.one<TenantRow>(
        `INSERT INTO tenants (id, name, slug, region, plan, settings) VALUES ($1, $2, $3, $4, $5, $6::jsonb)
         RETURNING ${COLUMNS}`,
        [newUuid(), tenant.name, tenant.slug, tenant.region, tenant.plan, JSON.stringify(settings)],
      );
      if (!row) throw new AppError('tenant_not_written', 'bug');
      return tenantOf(row);
    } catch (error) {
      throw (error as { code?: unknown }).code === UNIQUE_VIOLATION ? slugTaken(error) : error;
    }
  }

  async update(tx: Transaction, id: string, change: TenantChange): Promise<StoredTenant> {
    const row = await tx.one<TenantRow>(
      `UPDATE tenants SET name = COALESCE($2, name), region = COALESCE($3, region), plan = COALESCE($4, plan),
              status = COALESCE($5, status), settings = COALESCE($6::jsonb, settings), updated_at = now()
        WHERE id = $1 RETURNING ${COLUMNS}`,
      [
        id,
        change.name ?? null,
        change.region ?? null,
        change.plan ?? null,
        change.status ?? null,
        change.settings === undefined ? null : JSON.stringify(change.settings),
      ],
    );
    if (!row) throw new AppError('tenant_not_written', 'bug');
    return tenantOf(row);
  }

  /** Marks a tenant as deleted and gives its slug free; what it owns is erased by those who own it. Answers what it was before. */
  async markDeleted(tx: Transaction, id: string): Promise<EndedTenant | null> {
    return tx.one<EndedTenant>(
      `UPDATE tenants t SET status = 'deleted', slug = 'deleted-' || replace(t.id::text, '-', ''), updated_at = now()
         FROM (SELECT id, slug, status FROM tenants WHERE id = $1 AND status <> 'deleted' FOR UPDATE) b
        WHERE t.id = b.id RETURNING b.id, b.slug, b.status`,
      [id],
    );
  }

  /** Throws `slug_taken`. */
  async markRestored(tx: Transaction, id: string, { slug, status }: Omit<EndedTenant, 'id'>): Promise<void> {
    try {
      await tx.query(
        `UPDATE tenants SET status = $2, slug = $3, updated_at = now() WHERE id = $1 AND status = 'deleted'`,
        [id, status, slug],
      );
    } catch (error) {
      throw (error as { code?: unknown }).code === UNIQUE_VIOLATION ? slugTaken(error) : error;
    }
  }
}
