import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parsePublicId } from '@app/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

describe('a restored backup', () => {
  let world: LifecycleWorld;
  let tenant: TestTenant;
  let tenantId: string;

  beforeAll(async () => {
    world = await LifecycleWorld.start();
    tenant = await world.newTenant();
    tenantId = parsePublicId('tenant', tenant.id)!;
  });
  afterAll(() => world.stop());

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
