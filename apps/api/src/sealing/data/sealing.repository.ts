import { type RuntimeConfig, runtimeConfig } from '@app/config';
import { type Parameter, servedTenants, SystemDatabase, TenantDatabase, type Transaction } from '@app/database';
import {
  CLASSIFIED_TABLES,
  type ClassifiedTableName,
  type EncryptionConfig,
  encryptionConfig,
  type Form,
} from '@app/encryption';
import type { JsonObject } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Inject, Injectable } from '@nestjs/common';

/** A tenant whose values are to be looked through for those that are not sealed with this version of its data key. */
export interface PendingTenant {
  readonly id: string;
  readonly version: number;
}

/** How far a table of the running tenant was looked through. */
export interface Progress {
  readonly after: JsonObject | null;
  readonly passes: number;
}

/** A row with the beginnings of its classified values; null where there is nothing to seal. */
export interface Head {
  readonly key: JsonObject;
  readonly heads: readonly (string | Uint8Array | null)[];
}

export interface SealingProgress {
  /** Tables, and the stored files as one more. */
  readonly works: number;
  readonly once: number;
  readonly twice: number;
  /** Rows and files that did not open. */
  readonly failed: number;
}

export interface SealingSums {
  /** Tables that were looked through to their end. */
  readonly tables: number;
  readonly resealed: number;
  readonly failed: number;
  readonly lastDoneAt: Date | null;
}

/** The number of the lock under which a tenant's table is gone through; no other lock of the service has it. */
const SEALING = 51;
/** Each table is gone through twice: processes of the version before may have written plain values after the first time. */
export const PASSES = 2;
const BETWEEN_PASSES = `interval '1 hour'`;

/** Tables that may hold plain or older values, small ones first. */
export const SEALED_TABLES = Object.keys(CLASSIFIED_TABLES) as ClassifiedTableName[];

/** Beside the tables: the keys in front of stored files. */
export const FILES = 'stored files';

/** What has to be looked through for a version of the data key, as SQL. With the first version files were sealed from the beginning. */
const WORKS = (version: string): string =>
  `p.table_name = ANY ($2::text[]) OR (p.table_name = '${FILES}' AND ${version} > 1)`;
const worksCount = (version: string): string => `cardinality($2::text[]) + (${version} > 1)::int`;

/** The first characters or bytes of a sealed value; '' for one that is plain in another form. */
const HEAD_OF: Readonly<Record<Form, (column: string) => string>> = {
  text: (column) => `left(${column}, 16)`,
  json: (column) =>
    `CASE WHEN ${column} IS NULL THEN NULL WHEN jsonb_typeof(${column}) = 'string' THEN left(${column} #>> '{}', 16) ELSE '' END`,
  bytes: (column) => `substring(${column} FROM 1 FOR 16)`,
  terms: (column) =>
    `CASE cardinality(${column}) WHEN 0 THEN NULL WHEN 1 THEN left(${column}[1], 16) ELSE ${column}[1] || '' END`,
  blind: (column) => `CASE WHEN ${column} ~ '^[0-9a-f]{64}$' THEN NULL ELSE left(${column}, 16) END`,
};

const CAST: Readonly<Record<Form, string>> = {
  text: 'text',
  json: 'jsonb',
  bytes: 'bytea',
  terms: 'text[]',
  blind: 'text',
};

export const formsOf = (table: ClassifiedTableName): [column: string, form: Form][] =>
  Object.entries(CLASSIFIED_TABLES[table].columns).map(([column, { form }]) => [column, form]);

/** Goes through classified columns of all tables, and keeps how far. */
@Injectable()
export class SealingRepository {
  private readonly region: string | null;
  private readonly cacheSeconds: number;

  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
    @Inject(runtimeConfig.token) { region }: Pick<RuntimeConfig, 'region'>,
    @Inject(encryptionConfig.token) { cacheSeconds }: Pick<EncryptionConfig, 'cacheSeconds'>,
  ) {
    this.region = region ?? null;
    this.cacheSeconds = cacheSeconds;
  }

  /**
   * Tenants with tables that were not gone through. A new version of a data key counts once no process writes with the one before:
   * some know it for so long only from when it became active.
   */
  async pending(): Promise<PendingTenant[]> {
    const { rows } = await this.system.query<PendingTenant>(
      `SELECT t.id, coalesce(k.version, 1) AS version
         FROM tenants t
         LEFT JOIN LATERAL (
           SELECT max(version) FILTER (WHERE version = 1 OR active_from + make_interval(secs => $1) <= now()) AS version,
                  bool_and(destroyed_at IS NOT NULL) AS destroyed
             FROM tenant_data_keys WHERE tenant_id = t.id) k ON true
        WHERE t.status <> 'deleted' AND NOT coalesce(k.destroyed, false) AND ${servedTenants(3, 't.id')}
          AND (SELECT count(*) FROM sealing_progress p
                WHERE p.tenant_id = t.id AND p.version = coalesce(k.version, 1) AND (${WORKS('p.version')})
                  AND p.done_at IS NOT NULL AND (p.passes >= ${PASSES} OR p.done_at > now() - ${BETWEEN_PASSES}))
              < ${worksCount('coalesce(k.version, 1)')}
        ORDER BY t.id`,
      [this.cacheSeconds, SEALED_TABLES, this.region],
    );
    return rows;
  }

  /**
   * Tenants of which nothing stands under an older version of their data key any more: all was gone through twice, an hour apart, after
   * no process wrote with it, and everything did open.
   */
  async settled(): Promise<PendingTenant[]> {
    const { rows } = await this.system.query<PendingTenant>(
      `SELECT k.tenant_id AS id, k.version
         FROM (SELECT tenant_id, count(*) AS versions,
                      max(version) FILTER (WHERE active_from + make_interval(secs => $1) <= now()) AS version
                 FROM tenant_data_keys WHERE version > 0 AND destroyed_at IS NULL GROUP BY tenant_id) k
         JOIN tenants t ON t.id = k.tenant_id
        WHERE k.versions > 1 AND k.version > 1 AND t.status <> 'deleted' AND ${servedTenants(3, 't.id')}
          AND (SELECT count(*) FROM sealing_progress p
                WHERE p.tenant_id = k.tenant_id AND p.version = k.version AND (${WORKS('p.version')})
                  AND p.done_at IS NOT NULL AND p.passes >= ${PASSES} AND p.failed = 0) = ${worksCount('k.version')}
        ORDER BY 1`,
      [this.cacheSeconds, SEALED_TABLES, this.region],
    );
    return rows;
  }

  /** SHA-256 of stored files of the running tenant, in their order. */
  async files(tx: Transaction, after: string, limit: number): Promise<string[]> {
    const { rows } = await tx.query<{ sha256: string }>(
      `SELECT sha256 FROM stored_files WHERE sha256 > $1
        UNION SELECT sha256 FROM subject_exports WHERE sha256 > $1 AND file_removed_at IS NULL
        ORDER BY sha256 LIMIT $2`,
      [after, limit],
    );
    return rows.map(({ sha256 }) => sha256);
  }

  /** Null where the table is done, or somebody else is at it. Held until the end of the transaction. */
  async take(tx: Transaction, table: string, version: number): Promise<Progress | null> {
    const { tenantId } = tenantContext();
    const lock = await tx.one<{ taken: boolean }>(
      'SELECT pg_try_advisory_xact_lock(hashtextextended($1, $2)) AS taken',
      [tenantId, SEALING],
    );
    if (lock?.taken !== true) return null;
    const row = await tx.one<Progress & { version: number; rests: boolean; done: boolean }>(
      `SELECT version, after, passes, done_at IS NOT NULL AS done,
              done_at IS NOT NULL AND (passes >= ${PASSES} OR done_at > now() - ${BETWEEN_PASSES}) AS rests
         FROM sealing_progress WHERE tenant_id = $1 AND table_name = $2`,
      [tenantId, table],
    );
    if (row?.version !== version) return { after: null, passes: 0 };
    if (row.rests) return null;
    return { after: row.done ? null : row.after, passes: row.passes };
  }

  /** The next rows in the order of their keys. */
  async heads(tx: Transaction, table: ClassifiedTableName, after: JsonObject | null, limit: number): Promise<Head[]> {
    const { row: key } = CLASSIFIED_TABLES[table];
    const columns = key.map((column) => `t.${column}`).join(', ');
    const forms = formsOf(table);
    const { rows } = await tx.query<{ row_key: JsonObject } & Record<string, string | Uint8Array | null>>(
      `SELECT ${keyOf(key)} AS row_key, ${forms.map(([column, form]) => `${HEAD_OF[form](`t.${column}`)} AS head_${column}`).join(', ')}
         FROM ${table} t LEFT JOIN jsonb_populate_record(NULL::${table}, $1::jsonb) k ON true
        WHERE t.tenant_id = $3 AND ($1::jsonb IS NULL OR ROW(${columns}) > ROW(${key.map((column) => `k.${column}`).join(', ')}))
        ORDER BY ${columns} LIMIT $2`,
      [after && JSON.stringify(after), limit, tenantContext().tenantId],
    );
    return rows.map((row) => ({ key: row.row_key, heads: forms.map(([column]) => row[`head_${column}`] ?? null) }));
  }

  /** The row with its key and its classified columns, which nobody else changes until the end of the transaction. */
  lock(tx: Transaction, table: ClassifiedTableName, key: JsonObject): Promise<Record<string, unknown> | null> {
    const { row } = CLASSIFIED_TABLES[table];
    const columns = [...row, ...formsOf(table).map(([column]) => column)].map((column) => `t.${column}`);
    return tx.one(`SELECT ${columns.join(', ')} FROM ${table} t WHERE ${isRow(table)} FOR UPDATE`, [
      JSON.stringify(key),
      tenantContext().tenantId,
    ]);
  }

  /** `more`: columns that stand beside sealed ones, with their types. */
  async put(
    tx: Transaction,
    table: ClassifiedTableName,
    key: JsonObject,
    values: Readonly<Record<string, Parameter>>,
    more: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const casts: Readonly<Record<string, string>> = {
      ...Object.fromEntries(formsOf(table).map(([column, form]) => [column, CAST[form]])),
      ...more,
    };
    const assignments = Object.keys(values).map((column, index) => `${column} = $${index + 3}::${casts[column]}`);
    await tx.query(`UPDATE ${table} t SET ${assignments.join(', ')} WHERE ${isRow(table)}`, [
      JSON.stringify(key),
      tenantContext().tenantId,
      ...Object.values(values),
    ]);
  }

  async keep(
    tx: Transaction,
    table: string,
    version: number,
    progress: Progress & { readonly resealed: number; readonly failed: number; readonly done: boolean },
  ): Promise<void> {
    const { after, passes, resealed, failed, done } = progress;
    await tx.query(
      `INSERT INTO sealing_progress AS p (tenant_id, table_name, version, after, passes, resealed, failed, done_at)
       VALUES ($1, $2, $3, $4::jsonb, $5, $6, $7, CASE WHEN $8 THEN clock_timestamp() END)
       ON CONFLICT (tenant_id, table_name) DO UPDATE
         SET version = excluded.version, after = excluded.after, passes = excluded.passes, done_at = excluded.done_at,
             changed_at = clock_timestamp(), resealed = p.resealed + excluded.resealed,
             failed = CASE WHEN p.version = excluded.version AND p.done_at IS NULL THEN p.failed ELSE 0 END + excluded.failed`,
      [
        tenantContext().tenantId,
        table,
        version,
        after && JSON.stringify(after),
        passes + Number(done),
        resealed,
        failed,
        done,
      ],
    );
  }

  /** What was looked through for a version of the data key, once and for the last time, of how much. */
  async progress(tenantId: string, version: number): Promise<SealingProgress> {
    const row = await this.system.one<SealingProgress>(
      `SELECT count(*) FILTER (WHERE p.passes > 0)::int AS once,
              count(*) FILTER (WHERE p.passes >= ${PASSES} AND p.done_at IS NOT NULL)::int AS twice,
              coalesce(sum(p.failed), 0)::int AS failed, ${worksCount('$3::int')} AS works
         FROM sealing_progress p WHERE p.tenant_id = $1 AND p.version = $3 AND (${WORKS('$3::int')})`,
      [tenantId, SEALED_TABLES, version],
    );
    return row ?? { once: 0, twice: 0, failed: 0, works: SEALED_TABLES.length };
  }

  /** Of the running tenant. */
  async sums(version: number): Promise<SealingSums> {
    const row = await this.database.one<SealingSums>(
      `SELECT count(*) FILTER (WHERE version = $1 AND passes > 0 AND table_name <> '${FILES}')::int AS tables, coalesce(sum(resealed), 0)::int AS resealed,
              coalesce(sum(failed), 0)::int AS failed, max(done_at) AS "lastDoneAt"
         FROM sealing_progress WHERE tenant_id = $2 AND (table_name = ANY ($3::text[]) OR table_name = '${FILES}')`,
      [version, tenantContext().tenantId, SEALED_TABLES],
    );
    return row ?? { tables: 0, resealed: 0, failed: 0, lastDoneAt: null };
  }
}

const keyOf = (key: readonly string[]): string =>
  `jsonb_build_object(${key.map((column) => `'${column}', t.${column}`).join(', ')})`;

const isRow = (table: ClassifiedTableName): string =>
  `t.tenant_id = $2 AND (${CLASSIFIED_TABLES[table].row.map((column) => `t.${column}`).join(', ')}) =
     (SELECT ${CLASSIFIED_TABLES[table].row.map((column) => `k.${column}`).join(', ')} FROM jsonb_populate_record(NULL::${table}, $1::jsonb) k)`;
