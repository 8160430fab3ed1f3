import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CLASSIFIED_TABLES, DataKeys, isSealed } from '@app/encryption';
import { TenantDatabase } from '@app/database';
import { parsePublicId } from '@app/kernel';
import { runAsTenant, systemContext } from '@app/tenancy';
import { searchTerms } from '@app/text';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChunksRepository } from '../../../apps/api/src/queries/data/chunks.repository.js';
import { Resealing } from '../../../apps/api/src/sealing/resealing.service.js';
import { SealingTurns } from '../../../apps/api/src/sealing/sealing-turns.service.js';
import { startTestApp, type TestApp, type TestTenant } from '../../support/app.js';
import type { DocumentBody } from '../../support/api-client.js';

const INVOICE = 'INVOICE\nInvoice number: 4711\nCustomer: Robin Example\nTotal: 60.30 EUR\n';
const MAIL = [
  'From: Robin <robin@example.test>',
  'To: service@example.test',
  'Subject: A parcel',
  'Date: Mon, 02 Nov 2026 10:00:00 +0000',
  'Message-ID: <one@example.test>',
  '',
  'Good day, the parcel has not come. When will it be here?',
].join('\r\n');

/** Tables that what is brought in here leaves rows in. */
const FILLED = ['readings', 'documents', 'runs', 'chunks', 'queries', 'mails', 'idempotency_keys'] as const;

describe('values in the database', () => {
  let test: TestApp;
  let owner: pg.Client;
  let tenant: TestTenant;
  let tenantId: string;
  let invoice: DocumentBody;
  let mail: DocumentBody;

  beforeAll(async () => {
    test = await startTestApp('all', {
      SEALING_SWEEP_MS: '3600000',
      LIFECYCLE_SWEEP_MS: '3600000',
      ENCRYPTION_KEY_CACHE_SECONDS: '1',
    });
    owner = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
    await owner.connect();
    tenant = await test.newTenant();
    tenantId = parsePublicId('tenant', tenant.id)!;
    const { api } = tenant;
    invoice = (await api.upload({ name: 'a.txt', bytes: INVOICE })).body;
    mail = (await api.upload({ name: 'mail.eml', bytes: MAIL })).body;
    await api.post('/v1/queries', { question: 'What is the total of the invoice?' }, { 'idempotency-key': 'one' });
  });
  afterAll(async () => {
    await owner.end();
    await test.close();
  });

  const get = <T>(type: new (...args: never[]) => T): T => test.app.get(type, { strict: false });
  const turn = (): Promise<void> => get(SealingTurns).turn();

  /** Of the data key that the keys in front of the tenant's files are sealed with. */
  async function fileVersions(): Promise<Set<number>> {
    const folder = join(process.env['DATA_DIR']!, 'files', tenantId);
    const found = new Set<number>();
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) found.add((await readFile(join(entry.parentPath, entry.name))).readUInt32BE(4));
    return found;
  }

  /** All stored values of the classified columns of the tenant, as text. */
  async function values(table: keyof typeof CLASSIFIED_TABLES): Promise<string[]> {
    const { columns } = CLASSIFIED_TABLES[table];
    const { rows } = await owner.query<Record<string, unknown>>(`SELECT * FROM ${table} WHERE tenant_id = $1`, [
      tenantId,
    ]);
    return rows.flatMap((row) =>
      Object.entries(columns as Record<string, { form: string }>).flatMap(([column, { form }]) => {
        const value = row[column];
        if (value === null || form === 'blind') return [];
        if (form === 'bytes') return [(value as Buffer).toString('latin1')];
        return [form === 'terms' ? (value as string[]).join(' ') : (value as string)];
      }),
    );
  }

  /** The version of the key that each value is sealed with; null for a plain one. */
  const versions = async (): Promise<Set<number | null>> => {
    const all: string[] = [];
    for (const table of FILLED) all.push(...(await values(table)));
    return new Set(
      all.map((value) => {
        if (!isSealed(value)) return null;
        const isBinary = !/^[\w+/=]+$/.test(value.slice(4, 12));
        return Buffer.from(value.slice(4, 12), isBinary ? 'latin1' : 'base64').readUInt32BE(0);
      }),
    );
  };

  const whatPeopleSee = async (): Promise<unknown> => {
    const { api } = tenant;
    const [a, b, text, found, asked, inbox, threads, list] = await Promise.all([
      api.get(`/v1/documents/${invoice.id}`),
      api.get(`/v1/documents/${mail.id}`),
      api.get(`/v1/documents/${invoice.id}/text`),
      api.post('/v1/search', { query: 'parcel' }),
      api.get('/v1/queries'),
      api.get('/v1/triage'),
      api.get('/v1/threads'),
      api.get('/v1/documents'),
    ]);
    return [a, b, text, found, asked, inbox, threads, list].map(({ status, body }) => {
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
      return JSON.parse(
        JSON.stringify(body, (name, value: unknown) => (name === 'score' ? undefined : value)),
      ) as unknown;
    });
  };

  /** How a tenant that is too large for memory is searched. */
  const byIndex = (word: string): Promise<[frequency: number | undefined, chunks: number]> =>
    runAsTenant(systemContext(tenantId), () =>
      get(TenantDatabase).transaction(async (tx) => {
        const [term = ''] = searchTerms(word, 'en');
        const frequencies = await get(ChunksRepository).frequencies(tx, [term], 10);
        const chunks = await get(ChunksRepository).withTerms(tx, [term], null, 10);
        for (const { terms } of chunks) expect(terms).toContain(term);
        return [frequencies.get(term), chunks.length];
      }),
    );

  it('are sealed when they are written', async () => {
    for (const table of FILLED) expect((await values(table)).length, table).toBeGreaterThan(0);
    expect(await versions()).toEqual(new Set([1]));
    const { rows } = await owner.query<{ sender: string }>('SELECT sender FROM mails WHERE tenant_id = $1', [tenantId]);
    expect(rows).toEqual([{ sender: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  it('of before encryption are readable, and sealed by the next turn', async () => {
    const seen = await whatPeopleSee();
    const keys = await get(DataKeys).of(tenantId);
    const { rows: documents } = await owner.query<{ id: string; email: string }>(
      'SELECT id, email FROM documents WHERE tenant_id = $1 AND email IS NOT NULL',
      [tenantId],
    );
    for (const { id, email } of documents)
      await owner.query('UPDATE documents SET email = $2::jsonb WHERE id = $1', [
        id,
        JSON.stringify(keys.openJson('documents.email', id, email)),
      ]);
    const { rows: chunks } = await owner.query<{ id: string; text: string; terms: string[] }>(
      'SELECT id, text, terms FROM chunks WHERE tenant_id = $1',
      [tenantId],
    );
    for (const { id, text, terms } of chunks)
      await owner.query(
        `UPDATE chunks SET text = $2, terms = string_to_array($3, ' '), term_keys = NULL WHERE id = $1`,
        [id, keys.openText('chunks.text', id, text), keys.openText('chunks.terms', id, terms[0]!)],
      );
    await owner.query(`UPDATE mails SET sender = 'robin@example.test' WHERE tenant_id = $1`, [tenantId]);
    expect(await versions()).toEqual(new Set([null, 1]));
    expect(await byIndex('parcel')).toEqual([1, 1]);
    expect(await whatPeopleSee()).toEqual(seen);

    await turn();
    expect(await versions()).toEqual(new Set([1]));
    const { rows } = await owner.query<{ missing: number; sender: string }>(
      `SELECT (SELECT count(*)::int FROM chunks WHERE tenant_id = $1 AND term_keys IS NULL) AS missing, sender
         FROM mails WHERE tenant_id = $1`,
      [tenantId],
    );
    expect(await byIndex('parcel')).toEqual([1, 1]);
    expect(await byIndex('locomotive')).toEqual([0, 0]);
    expect(rows).toEqual([{ missing: 0, sender: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(await whatPeopleSee()).toEqual(seen);
    expect((await get(Resealing).pending()).map(({ id }) => id)).not.toContain(tenantId);
  });

  it('and files are brought to the new data key after a rotation, and the old one goes', async () => {
    const path = `/v1/admin/tenants/${tenant.id}/data-key`;
    const status = async () => (await test.platform.get<Record<string, unknown>>(path)).body;
    const file = async () => (await tenant.api.get<string>(`/v1/documents/${invoice.id}/content`)).body;
    const before = { seen: await whatPeopleSee(), file: await file() };
    expect(String(before.file)).toContain('4711');
    const blind = (await get(DataKeys).of(tenantId)).blind('mails.sender', 'robin@example.test');
    expect((await tenant.api.post(path, {})).status).toBe(404);
    expect(await test.platform.post(path, {})).toMatchObject({ status: 202, body: { state: 'waiting', version: 2 } });
    expect(await test.platform.post(path, {})).toMatchObject({ status: 409, body: { code: 'rotation_under_way' } });
    // As if it had been active for longer than any process keeps keys.
    await owner.query(`UPDATE tenant_data_keys SET active_from = now() - interval '1 minute' WHERE tenant_id = $1`, [
      tenantId,
    ]);
    await expect.poll(async () => (await get(DataKeys).of(tenantId)).currentVersion, { timeout: 10_000 }).toBe(2);

    // A process that ends after some tables.
    let steps = 0;
    await get(Resealing).ofTenant({ id: tenantId, version: 2 }, () => ++steps <= 3);
    expect(await versions()).toEqual(new Set([1, 2]));
    const { once, of } = (await status())['lookedThrough'] as { once: number; of: number };
    expect([once, of - once]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(Math.min(once, of - once)).toBeGreaterThan(0);
    expect({ seen: await whatPeopleSee(), file: await file() }).toEqual(before);

    await turn();
    expect(await versions()).toEqual(new Set([2]));
    expect(await fileVersions()).toEqual(new Set([2]));
    expect(await status()).toMatchObject({
      state: 'resealing',
      olderVersions: 1,
      lookedThrough: { once: of, twice: 0, of },
    });
    await owner.query(`UPDATE sealing_progress SET done_at = done_at - interval '2 hours' WHERE tenant_id = $1`, [
      tenantId,
    ]);
    await turn();
    expect(await status()).toMatchObject({ state: 'settled', version: 2, olderVersions: 0, destroyedVersions: 1 });
    const { rows } = await owner.query(
      `SELECT version FROM tenant_data_keys WHERE tenant_id = $1 AND wrapped <> '' ORDER BY 1`,
      [tenantId],
    );
    expect(rows).toEqual([{ version: 0 }, { version: 2 }]);
    expect({ seen: await whatPeopleSee(), file: await file() }).toEqual(before);
    expect((await get(DataKeys).of(tenantId)).blind('mails.sender', 'robin@example.test')).toEqual(blind);
    await tenant.api.patch('/v1/tenant', { complianceFramework: 'gdpr', retentionDays: 30 });
    const { body } = await tenant.api.get<{ rules: { id: string; evidence: Record<string, unknown> }[] }>(
      '/v1/privacy/status',
    );
    expect(body.rules.find(({ id }) => id === 'security')?.evidence).toMatchObject({
      textsInDatabase: 'encrypted',
      dataKeyVersion: 2,
      valuesThatDoNotOpen: 0,
      olderMasterKeysInUse: 'none',
    });
  });

  it('do not open where they were changed, or moved to another row', async () => {
    const { api } = tenant;
    const { rows } = await owner.query<{ id: string; text: string }>(
      `SELECT r.id, r.text FROM readings r JOIN documents d ON d.tenant_id = r.tenant_id AND d.reading_id = r.id
        WHERE d.tenant_id = $1 AND d.id = $2`,
      [tenantId, parsePublicId('document', invoice.id)],
    );
    const { id, text } = rows[0]!;
    const flipped = `${text.slice(0, 60)}${text[60] === 'A' ? 'B' : 'A'}${text.slice(61)}`;
    const { rows: others } = await owner.query<{ text: string }>(
      'SELECT text FROM readings WHERE tenant_id = $1 AND id <> $2',
      [tenantId, id],
    );
    for (const wrong of [flipped, others[0]!.text]) {
      await owner.query('UPDATE readings SET text = $2 WHERE id = $1', [id, wrong]);
      const { status, body } = await api.get(`/v1/documents/${invoice.id}/text`);
      expect([status, body['code']]).toEqual([500, 'decryption_failed']);
    }
    // What does not open stays as it is, is counted, and stands in nobody's way.
    await owner.query(`UPDATE sealing_progress SET done_at = NULL, after = NULL WHERE tenant_id = $1`, [tenantId]);
    await owner.query('UPDATE readings SET text = $2 WHERE id = $1', [id, `\u0001e1:${'A'.repeat(80)}`]);
    await turn();
    const { rows: progress } = await owner.query(
      'SELECT failed FROM sealing_progress WHERE tenant_id = $1 AND failed > 0',
      [tenantId],
    );
    expect(progress).toEqual([{ failed: '1' }]);
    await owner.query('UPDATE readings SET text = $2 WHERE id = $1', [id, text]);
    expect((await api.get(`/v1/documents/${invoice.id}/text`)).status).toBe(200);
  });

  it('are readable by nobody once the data key is destroyed, and nothing turns round over it', async () => {
    await get(DataKeys).shred(tenantId);
    const { status, body } = await tenant.api.get(`/v1/documents/${invoice.id}/text`);
    expect([status, body['code']]).toEqual([500, 'data_key_missing']);
    expect((await get(Resealing).pending()).map(({ id }) => id)).not.toContain(tenantId);
    await turn();
    const other = await test.newTenant();
    expect((await other.api.upload({ name: 'b.txt', bytes: INVOICE })).status).toBeLessThan(300);
  });
});
