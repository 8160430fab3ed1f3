import type { SystemDatabase } from '@app/database';
import type { WrappedKey } from './master-keys.js';

/** Kept beside the versions of the key: the root of blind values, which outlives the first of them. */
export const INDEX_ROOT = 0;

/** One version of a tenant's data key, as it is kept. */
export interface StoredDataKey {
  readonly version: number;
  readonly masterKeyId: string;
  readonly wrapped: Uint8Array;
  /** When new values are sealed with it: every process knows it by then. */
  readonly activeFrom: Date;
  /** Whether that is now. */
  readonly active: boolean;
  /** Nobody can open what it has sealed. */
  readonly destroyed: boolean;
}

export interface KeyPlace {
  readonly tenantId: string;
  readonly version: number;
}

export interface DataKeyFigures {
  readonly tenants: number;
  readonly versions: number;
  readonly masterKeyIds: readonly string[];
  /** The last time that a data key was wrapped again, or got a new version; null where none ever was. */
  readonly rotatedAt: Date | null;
}

const COLUMNS =
  'version, master_key_id AS "masterKeyId", wrapped, active_from AS "activeFrom", active_from <= now() AS active, destroyed_at IS NOT NULL AS destroyed';

/** Wrapped data keys of all tenants. */
export class DataKeysRepository {
  constructor(private readonly system: SystemDatabase) {}

  /** Oldest version first. */
  async list(tenantId: string): Promise<StoredDataKey[]> {
    return (
      await this.system.query<StoredDataKey>(
        `SELECT ${COLUMNS} FROM tenant_data_keys WHERE tenant_id = $1 ORDER BY version`,
        [tenantId],
      )
    ).rows;
  }

  /** False where the version is there already. */
  async insert(
    tenantId: string,
    { version, masterKeyId, wrapped }: Pick<StoredDataKey, 'version' | 'masterKeyId' | 'wrapped'>,
    activeInSeconds: number,
  ): Promise<boolean> {
    const { count } = await this.system.query(
      `INSERT INTO tenant_data_keys (tenant_id, version, master_key_id, wrapped, active_from)
       VALUES ($1, $2, $3, $4, now() + make_interval(secs => $5)) ON CONFLICT DO NOTHING`,
      [tenantId, version, masterKeyId, wrapped, activeInSeconds],
    );
    return count === 1;
  }

  /** Keys that another master key than this one has wrapped, in the order of tenants and versions, after one in it. */
  async outdated(masterKeyId: string, after: KeyPlace | null, limit: number): Promise<(StoredDataKey & KeyPlace)[]> {
    return (
      await this.system.query<StoredDataKey & KeyPlace>(
        `SELECT tenant_id AS "tenantId", ${COLUMNS} FROM tenant_data_keys
          WHERE master_key_id <> $1 AND destroyed_at IS NULL AND ($2::uuid IS NULL OR (tenant_id, version) > ($2, $3))
          ORDER BY tenant_id, version LIMIT $4`,
        [masterKeyId, after?.tenantId ?? null, after?.version ?? 0, limit],
      )
    ).rows;
  }

  /** Puts a key that was wrapped again in the place of how it was. */
  async rewrap({ tenantId, version, wrapped: before }: StoredDataKey & KeyPlace, { masterKeyId, wrapped }: WrappedKey) {
    await this.system.query(
      `UPDATE tenant_data_keys SET master_key_id = $4, wrapped = $5, rewrapped_at = now()
        WHERE tenant_id = $1 AND version = $2 AND wrapped = $3`,
      [tenantId, version, before, masterKeyId, wrapped],
    );
  }

  /** Tenants that have a data key. */
  async tenants(): Promise<string[]> {
    const { rows } = await this.system.query<{ id: string }>(
      'SELECT DISTINCT tenant_id AS id FROM tenant_data_keys WHERE destroyed_at IS NULL ORDER BY 1',
    );
    return rows.map(({ id }) => id);
  }

  /** Of the keys stays that they were there. Answers how many were destroyed. */
  async destroy(tenantId: string): Promise<number> {
    const { rows } = await this.system.query<{ version: number }>(
      `UPDATE tenant_data_keys SET wrapped = '', destroyed_at = now() WHERE tenant_id = $1 AND destroyed_at IS NULL
       RETURNING version`,
      [tenantId],
    );
    return rows.filter(({ version }) => version > INDEX_ROOT).length;
  }

  /** Versions before this one. Answers how many were destroyed; none where the root of blind values would go with the first. */
  async retire(tenantId: string, before: number): Promise<number> {
    const { count } = await this.system.query(
      `UPDATE tenant_data_keys SET wrapped = '', destroyed_at = now()
        WHERE tenant_id = $1 AND version > $3 AND version < $2 AND destroyed_at IS NULL
          AND EXISTS (SELECT 1 FROM tenant_data_keys r WHERE r.tenant_id = $1 AND r.version = $3 AND r.destroyed_at IS NULL)
          AND EXISTS (SELECT 1 FROM tenant_data_keys n
                       WHERE n.tenant_id = $1 AND n.version = $2 AND n.destroyed_at IS NULL AND n.active_from <= now())`,
      [tenantId, before, INDEX_ROOT],
    );
    return count;
  }

  async figures(): Promise<DataKeyFigures> {
    const row = await this.system.one<DataKeyFigures>(
      `SELECT count(DISTINCT tenant_id)::int AS tenants, count(*) FILTER (WHERE version > ${INDEX_ROOT})::int AS versions,
              coalesce(array_agg(DISTINCT master_key_id), '{}') AS "masterKeyIds",
              greatest(max(rewrapped_at), max(created_at) FILTER (WHERE version > 1)) AS "rotatedAt"
         FROM tenant_data_keys WHERE destroyed_at IS NULL`,
    );
    return row ?? { tenants: 0, versions: 0, masterKeyIds: [], rotatedAt: null };
  }
}
