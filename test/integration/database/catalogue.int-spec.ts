import { CLASSIFIED_TABLES, undescribed } from '@app/encryption';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

/** Tables that hold nothing of a tenant. Every other table must be under row-level security. */
const WITHOUT_TENANT = new Set(['schema_migrations', 'usage_rollup_state']);

describe('the database catalogue', () => {
  const client = new pg.Client({ connectionString: inject('services').DATABASE_OWNER_URL });
  beforeAll(() => client.connect());
  afterAll(() => client.end());

  it('has row-level security, forced, on every table of tenants', async () => {
    const { rows } = await client.query<{ name: string; enabled: boolean; forced: boolean }>(
      `SELECT relname AS name, relrowsecurity AS enabled, relforcerowsecurity AS forced
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND relkind IN ('r', 'p') AND NOT relispartition`,
    );
    const tenantTables = rows.filter(({ name }) => !WITHOUT_TENANT.has(name));
    expect(tenantTables.length).toBeGreaterThan(12);
    expect(tenantTables.filter(({ enabled, forced }) => !enabled || !forced)).toEqual([]);
  });

  it('checks what is read and what is written against the tenant of the transaction', async () => {
    const { rows } = await client.query<{ tablename: string; qual: string; with_check: string | null }>(
      `SELECT tablename, qual, with_check FROM pg_policies WHERE 'dossier_app' = ANY (roles)`,
    );
    const { rows: tables } = await client.query<{ relname: string }>(
      `SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND relkind IN ('r', 'p') AND NOT relispartition AND relrowsecurity`,
    );
    expect(new Set(rows.map(({ tablename }) => tablename))).toEqual(new Set(tables.map(({ relname }) => relname)));
    for (const { qual, with_check, tablename } of rows) {
      expect(qual, tablename).toContain(`current_setting('app.tenant_id'::text, true)`);
      expect(with_check, tablename).toBe(qual);
    }
  });

  it('gives no policy to everybody', async () => {
    const { rows } = await client.query(
      `SELECT tablename FROM pg_policies WHERE NOT (roles <@ ARRAY['dossier_app', 'dossier_system']::name[])`,
    );
    expect(rows).toEqual([]);
  });

  it('ties tables of tenants together by tenant and id', async () => {
    const { rows } = await client.query<{ name: string; target: string; columns: string[] }>(
      `SELECT c.conname AS name, c.confrelid::regclass::text AS target,
              array_agg(a.attname::text ORDER BY a.attnum) AS columns
         FROM pg_constraint c JOIN unnest(c.conkey) AS k (attnum) ON true
         JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum
        WHERE c.contype = 'f' GROUP BY 1, 2`,
    );
    expect(rows.length).toBeGreaterThan(8);
    expect(rows.filter(({ target, columns }) => target !== 'tenants' && !columns.includes('tenant_id'))).toEqual([]);
  });

  it('lets the system role see no text and no fields of documents', async () => {
    const { rows } = await client.query<{ table_name: string }>(
      `SELECT DISTINCT table_name FROM information_schema.role_table_grants WHERE grantee = 'dossier_system'`,
    );
    const seen = rows.map(({ table_name }) => table_name);
    for (const secret of ['documents', 'readings', 'runs', 'chunks', 'queries', 'stored_files'])
      expect(seen).not.toContain(secret);
  });

  it('has neither materialised views nor partitions that would go round the policies', async () => {
    const { rows } = await client.query<{ name: string; kind: string; secured: boolean; open: boolean }>(
      `SELECT relname AS name, relkind AS kind, relrowsecurity AS secured,
              relacl IS NOT NULL OR EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attacl IS NOT NULL)
                OR EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid) AS open
         FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND (relkind = 'm' OR (relkind = 'r' AND relispartition))`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(8);
    expect(rows.filter(({ kind, secured, open }) => kind === 'm' || !secured || open)).toEqual([]);
  });

  it('lets nobody but the system role run what runs as the owner, each with a search path of its own', async () => {
    const { rows } = await client.query<{ name: string; settings: string[] | null; runs: string[] }>(
      `SELECT p.proname AS name, p.proconfig AS settings,
              array(SELECT r.rolname::text FROM unnest(ARRAY['public', 'dossier_app', 'dossier_system']::name[]) AS r (rolname)
                     WHERE has_function_privilege(r.rolname, p.oid, 'EXECUTE')) AS runs
         FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([
      'drop_month_partition',
      'due_month_partitions',
      'make_month_partition',
    ]);
    for (const { name, settings, runs } of rows) {
      expect(settings, name).toContain('search_path=pg_catalog, pg_temp');
      expect(runs, name).toEqual(['dossier_system']);
    }
  });

  it('has no unique key across tenants but those of random secrets', async () => {
    const { rows } = await client.query<{ name: string; definition: string }>(
      `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
         FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        WHERE i.indisunique AND c.relrowsecurity AND c.relname <> 'tenants'`,
    );
    const across = rows.filter(({ definition }) => !/\(tenant_id/.test(definition)).map(({ name }) => name);
    expect(across.sort()).toEqual(['api_keys_public_id_key', 'refresh_tokens_token_hash_key']);
  });

  it('knows of every column that can hold text whether it is sealed, and else why not', async () => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT c.relname || '.' || a.attname AS name FROM pg_class c
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity AND NOT c.relispartition AND a.atttypid IN
              ('text'::regtype, 'varchar'::regtype, 'text[]'::regtype, 'json'::regtype, 'jsonb'::regtype, 'bytea'::regtype)`,
    );
    expect(rows.length).toBeGreaterThan(150);
    expect(undescribed(rows.map(({ name }) => name))).toEqual({ unknown: [], wrong: [] });
  });

  it('names sealed rows by the columns of their key', async () => {
    const { rows } = await client.query<{ name: string; key: string[] }>(
      `SELECT i.indrelid::regclass::text AS name, array_agg(a.attname::text ORDER BY k.place) AS key
         FROM pg_index i JOIN unnest(i.indkey::int[]) WITH ORDINALITY AS k(attnum, place) ON true
         JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
        WHERE i.indisprimary GROUP BY 1`,
    );
    const keys = new Map(rows.map(({ name, key }) => [name, key]));
    for (const [table, { row }] of Object.entries(CLASSIFIED_TABLES))
      expect(['tenant_id', ...row], table).toEqual(keys.get(table));
  });
});
