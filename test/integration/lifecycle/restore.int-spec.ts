import { copyFile, mkdir, readdir, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parsePublicId } from '@app/kernel';
import { ObjectStore } from '@app/storage';
import { runAsTenant, systemContext } from '@app/tenancy';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { RollUps } from '../../../apps/api/src/analytics/rollups.service.js';
import { OrphanedFiles } from '../../../apps/api/src/lifecycle/orphaned-files.service.js';
import { TenantErasure } from '../../../apps/api/src/lifecycle/tenant-erasure.service.js';
import type { TestTenant } from '../../support/app.js';
import { type ErasureBody, LifecycleWorld } from './lifecycle-world.js';

/** All rows of the tenant in these tables, as they can be put back. */
const TABLES = [
  'stored_files',
  'readings',
  'documents',
  'document_events',
  'runs',
  'chunks',
  'queries',
  'classifier_examples',
  'idempotency_keys',
];

let world: LifecycleWorld;

beforeAll(async () => {
  world = await LifecycleWorld.start();
});
afterAll(() => world.stop());

describe('a restored backup', () => {
  let tenant: TestTenant;
  let tenantId: string;

  beforeAll(async () => {
    tenant = await world.newTenant();
    tenantId = parsePublicId('tenant', tenant.id)!;
  });

  const backUp = async (): Promise<Map<string, unknown[]>> => {
    const kept = new Map<string, unknown[]>();
    for (const table of TABLES) {
      const { rows } = await world.owner.query(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE tenant_id = $1`, [
        tenantId,
      ]);
      kept.set(
        table,
        rows.map(({ row }) => row as unknown),
      );
    }
    return kept;
  };
  const restore = async (kept: Map<string, unknown[]>): Promise<void> => {
    for (const [table, rows] of kept)
      await world.owner.query(
        `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) ON CONFLICT DO NOTHING`,
        [JSON.stringify(rows)],
      );
  };
  const filesOfTenant = async (): Promise<string[]> => {
    const root = join(process.env['DATA_DIR']!, 'files', tenantId);
    const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  };

  it('of the database and of the files stays erased, with what has no document of its own', async () => {
    const word = 'canaryrestored';
    const { body: erased } = await tenant.api.upload({ name: 'a.txt', bytes: `A letter of ${word}.` });
    const { body: stays } = await tenant.api.upload({ name: 'b.txt', bytes: 'A letter of another person.' });
    await tenant.api.post('/v1/queries', { question: `Who is ${word}?` }, { 'idempotency-key': 'one' });
    const { body: classifier } = await tenant.api.post<{ id: string }>('/v1/classifiers', {
      name: 'c',
      labels: [{ name: 'yes' }, { name: 'no' }],
    });
    const examples = [
      { text: `${word} says`, label: 'yes' },
      { text: 'others say', label: 'no' },
    ];
    await tenant.api.post(`/v1/classifiers/${classifier.id}/examples`, { examples });
    const rows = await backUp();
    const files = await filesOfTenant();
    for (const file of files) await copyFile(file, `${file}.kept`);

    await world.erase(tenant, word);
    expect((await world.placesOf(word)).filter((place) => !place.startsWith('file'))).toEqual([]);

    await restore(rows);
    for (const file of files) {
      await mkdir(dirname(file), { recursive: true });
      await copyFile(`${file}.kept`, file);
    }
    // The tombstones of the database are older, too.
    await world.owner.query('DELETE FROM tombstones WHERE tenant_id = $1', [tenantId]);
    expect(await world.placesOf(word)).toEqual(
      expect.arrayContaining(['readings.text', 'queries.question', 'classifier_examples.text']),
    );

    await world.restores.onApplicationBootstrap();
    expect((await world.placesOf(word)).filter((place) => !place.startsWith('file'))).toEqual([]);
    expect((await filesOfTenant()).filter((file) => !file.endsWith('.kept'))).toHaveLength(1);
    expect((await tenant.api.get(`/v1/documents/${erased.id}`)).status).toBe(404);
    expect((await tenant.api.get(`/v1/documents/${stays.id}`)).status).toBe(200);
    const { body } = await tenant.api.get<{ items: ErasureBody[] }>('/v1/privacy/erasures?cause=restored-backup');
    expect(body.items).toMatchObject([
      { status: 'succeeded', receipt: { documents: 1, rows: { queries: 1, classifier_examples: 1 } } },
    ]);
  });

  it('of nothing changes nothing, however often it is looked at', async () => {
    await world.restores.turn();
    const { body } = await tenant.api.get<{ items: ErasureBody[] }>('/v1/privacy/erasures?cause=restored-backup');
    expect(body.items).toHaveLength(1);
  });

  it('takes no line for a tombstone that this installation has not written', async () => {
    const { body: document } = await tenant.api.upload({ name: 'd.txt', bytes: 'Nobody erased this.' });
    const { appendFile } = await import('node:fs/promises');
    const line = ['documents', parsePublicId('document', document.id), new Date().toISOString(), 'ab'.repeat(32)];
    await appendFile(join(process.env['DATA_DIR']!, 'tombstones', `${tenantId}.jsonl`), `${JSON.stringify(line)}\n`);
    await world.restores.turn();
    expect((await tenant.api.get(`/v1/documents/${document.id}`)).status).toBe(200);
  });
});

interface DeletionBody {
  readonly status: string;
  readonly receipt: {
    rows: Record<string, number>;
    files: number;
    keys: number;
    kept: { where: string }[];
  };
}

describe('the end of a tenant', () => {
  const word = 'canaryended';
  let tenant: TestTenant;
  let tenantId: string;
  let other: TestTenant;
  let otherDocument: string;

  const deletion = async (): Promise<DeletionBody> =>
    (await world.test.platform.get<DeletionBody>(`/v1/admin/tenants/${tenant.id}/deletion`)).body;
  const turn = async (daysAhead = 0): Promise<void> => {
    world.ahead = daysAhead * 24 * 3_600_000;
    await world.test.app
      .get(TenantErasure, { strict: false })
      .turn()
      .finally(() => (world.ahead = 0));
  };
  const lines = async (): Promise<number> =>
    (await world.owner.query('SELECT 1 FROM usage_ledger WHERE tenant_id = $1', [tenantId])).rows.length;
  /** Tables with rows of the tenant. */
  const tablesLeft = async (): Promise<string[]> => {
    const { rows: tables } = await world.owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1`,
    );
    const left: string[] = [];
    for (const { name } of tables) {
      const { rowCount } = await world.owner.query(`SELECT 1 FROM ${name} WHERE tenant_id = $1 LIMIT 1`, [tenantId]);
      if (rowCount !== 0) left.push(name);
    }
    return left;
  };

  beforeAll(async () => {
    [tenant, other] = [await world.newTenant(), await world.newTenant()];
    tenantId = parsePublicId('tenant', tenant.id)!;
    const mail = `From: ${word}@example.test\r\nSubject: ${word}\r\n\r\nWhere is the parcel of ${word}?`;
    await tenant.api.upload({ name: 'a.eml', bytes: mail }, {}, { headers: { 'idempotency-key': 'one' } });
    await tenant.api.upload({ name: 'a.txt', bytes: `INVOICE\nCustomer: ${word}\nTotal: 60.30 EUR\n` });
    await tenant.api.post('/v1/queries', { question: `What is the total of ${word}?` });
    await tenant.api.post('/v1/schemas', {
      key: word,
      name: word,
      fields: [{ name: 'customer', type: 'string', labels: [word] }],
    });
    await tenant.api.post('/v1/privacy/pseudonymize', { text: `${word}@example.test` });
    await tenant.api.post('/v1/privacy/exports?wait=30', { subject: word });
    otherDocument = (await other.api.upload({ name: 'b.txt', bytes: 'A letter to another tenant.' })).body.id;
  });

  it('is refused while a hold stands, and can be undone before its time', async () => {
    const { body: hold } = await tenant.api.post<{ id: string }>('/v1/privacy/holds', {
      reason: word,
      type: 'invoice',
    });
    const refused = await world.test.platform.delete(`/v1/admin/tenants/${tenant.id}`);
    expect([refused.status, refused.body['code']]).toEqual([409, 'legal_hold']);
    await tenant.api.delete(`/v1/privacy/holds/${hold.id}`);
    expect((await world.test.platform.delete(`/v1/admin/tenants/${tenant.id}`)).status).toBe(204);
    await turn();
    expect((await deletion()).status).toBe('scheduled');
    expect((await world.test.platform.delete(`/v1/admin/tenants/${tenant.id}/deletion`)).status).toBe(204);
    const { body } = await world.test.platform.get(`/v1/admin/tenants/${tenant.id}`);
    expect([body['slug'], body['status'], (await deletion()).status]).toEqual([tenant.slug, 'active', 'cancelled']);
    expect((await world.test.platform.delete(`/v1/admin/tenants/${tenant.id}/deletion`)).status).toBe(404);
  });

  it('leaves nothing but evidence, also where the process dies in the middle of it, and nobody else is touched', async () => {
    expect(await world.placesOf(word)).toEqual(
      expect.arrayContaining(['readings.text', 'documents.email', 'schema_versions.definition']),
    );
    const used = await lines();
    // As with no days of grace: what was used last is not summed up yet.
    const summing = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
    await summing.connect();
    await summing.query('BEGIN');
    await summing.query('SELECT 1 FROM usage_rollup_state FOR UPDATE');
    await world.test.platform.delete(`/v1/admin/tenants/${tenant.id}`);
    const store = world.test.app.get(ObjectStore, { strict: false });
    const spy = vi.spyOn(store, 'deleteAll').mockRejectedValueOnce(new Error('died'));
    await expect(turn(31)).rejects.toThrow('died');
    expect((await deletion()).status).toBe('running');
    const undone = await world.test.platform.delete(`/v1/admin/tenants/${tenant.id}/deletion`);
    expect([undone.status, undone.body['code']]).toEqual([409, 'deletion_begun']);
    await turn();
    spy.mockRestore();
    expect([(await deletion()).status, await lines(), await world.placesOf(word)]).toEqual(['running', used, []]);
    await summing.query('ROLLBACK');
    await summing.end();
    await vi.waitFor(async () => {
      await world.test.app.get(RollUps, { strict: false }).turn();
      await turn();
      expect((await deletion()).status).toBe('succeeded');
    }, 10_000);
    const { rows: sums } = await world.owner.query<{ runs: number }>(
      `SELECT sum(runs)::int AS runs FROM usage_rollups WHERE tenant_id = $1 AND dimension = 'total'`,
      [tenantId],
    );
    expect([used > 5, sums[0]!.runs]).toEqual([true, used]);
    const { status, receipt } = await deletion();
    expect([status, receipt.keys]).toEqual(['succeeded', 1]);
    expect(receipt.files).toBeGreaterThanOrEqual(3);
    expect(receipt.rows).toMatchObject({ documents: 2, queries: 1, schemas: 1, users: 1, pseudonyms: 1 });
    const kept = new Set(receipt.kept.map(({ where }) => where));
    expect((await tablesLeft()).filter((table) => !kept.has(table))).toEqual([]);
    expect(await world.placesOf(word)).toEqual([]);
    await expect(readdir(join(process.env['DATA_DIR']!, 'files', tenantId))).rejects.toMatchObject({ code: 'ENOENT' });
    const { body } = await other.api.get(`/v1/documents/${otherDocument}/content`);
    expect(body).toBe('A letter to another tenant.');
  });

  it('is done again where a backup has brought the tenant back', async () => {
    await world.owner.query(`UPDATE tenants SET status = 'active', name = $2 WHERE id = $1`, [tenantId, word]);
    await world.owner.query('DELETE FROM tenant_deletions WHERE tenant_id = $1', [tenantId]);
    await world.owner.query('DELETE FROM tombstones WHERE tenant_id = $1', [tenantId]);
    await world.owner.query(
      `INSERT INTO queries (tenant_id, id, question, answered) VALUES ($1, gen_random_uuid(), $2, true)`,
      [tenantId, word],
    );
    await world.restores.onApplicationBootstrap();
    expect((await world.test.platform.get(`/v1/admin/tenants/${tenant.id}`)).status).toBe(404);
    await turn();
    expect(await world.placesOf(word)).toEqual([]);
    expect((await deletion()).status).toBe('succeeded');
  });
});

it('files whose rows a crash has kept from being written are swept away, and no others', async () => {
  const tenant = await world.newTenant();
  const tenantId = parsePublicId('tenant', tenant.id)!;
  const [kept, lost] = [
    (await tenant.api.upload({ name: 'a.txt', bytes: 'A letter with a row.' })).body,
    (await tenant.api.upload({ name: 'b.txt', bytes: 'A letter without one.' })).body,
  ];
  await world.owner.query('DELETE FROM documents WHERE id = $1', [parsePublicId('document', lost.id)]);
  await world.owner.query(
    `DELETE FROM stored_files f WHERE tenant_id = $1 AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.sha256 = f.sha256)`,
    [tenantId],
  );
  const sweep = (): Promise<void> =>
    runAsTenant(systemContext(tenantId), () => world.test.app.get(OrphanedFiles, { strict: false }).ofTenant(tenantId));
  await sweep();
  expect(await world.filesOfTenant(tenant)).toBe(2);
  const root = join(process.env['DATA_DIR']!, 'files', tenantId);
  const before = new Date(Date.now() - 25 * 3_600_000);
  for (const { name, parentPath } of (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  ))
    await utimes(join(parentPath, name), before, before);
  await sweep();
  expect(await world.filesOfTenant(tenant)).toBe(1);
  expect((await tenant.api.get(`/v1/documents/${kept.id}/content`)).body).toBe('A letter with a row.');
  const { body } = await tenant.api.get<{ items: { action: string }[] }>('/v1/audit');
  expect(body.items.map(({ action }) => action)).toContain('privacy.orphans.erase');
});
