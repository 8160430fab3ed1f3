import { createHash, randomBytes } from 'node:crypto';
import { TieredCache } from '@app/cache';
import { parsePublicId } from '@app/kernel';
import { runAsTenant, systemContext } from '@app/tenancy';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { ExportFiles } from '../../../apps/api/src/lifecycle/export-files.service.js';
import { ExportPacker } from '../../../apps/api/src/lifecycle/export-packer.service.js';
import type { TestTenant } from '../../support/app.js';
import { readZip } from '../../support/zip.js';
import { LifecycleWorld } from './lifecycle-world.js';

/** Everything that the service logs, at the level that tells most. */
const log: string[] = [];

vi.mock('@app/observability', async (original) => {
  const actual = await original<typeof import('@app/observability')>();
  class Log extends actual.Log {
    constructor() {
      super({ level: 'trace', pretty: false }, { write: (line) => void log.push(line) });
    }
  }
  return { ...actual, Log };
});

/** Ends with a letter that no stemmer takes away. */
const newWord = (): string => `canary${randomBytes(6).toString('hex').replace(/\d/g, 'x')}x`;

const mailOf = (word: string): string =>
  [
    `From: Anna ${word} <${word}@example.test>`,
    'To: service@example.test',
    `Subject: The order of ${word}`,
    'Date: Mon, 02 Nov 2026 10:00:00 +0000',
    `Message-ID: <${word}@mail.example.test>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    `Please send the parcel to ${word} until 10 November 2026. When will ${word} have the invoice?`,
    '--b',
    'Content-Type: text/plain',
    `Content-Disposition: attachment; filename="note-${word}.txt"`,
    '',
    `Delivery note for ${word}`,
    '--b--',
    '',
  ].join('\r\n');

/** Brings a word in through every door that takes text of persons. */
async function plant(world: LifecycleWorld, tenant: TestTenant, word: string): Promise<void> {
  const { api } = tenant;
  const invoice = `INVOICE\nInvoice number: 4711\nCustomer: ${word}\nTotal: 60.30 EUR\n`;
  const key = { headers: { 'idempotency-key': `key-${word.slice(0, 6)}-1` } };
  const { body: text } = await api.upload({ name: 'a.txt', bytes: invoice }, {}, key);
  await api.upload({ name: `${word}.txt`, bytes: 'A file whose name says it all.' });
  await api.upload({ name: 'b.txt', bytes: 'A file with metadata.' }, { metadata: { customer: { name: word } } });
  const { body: mail } = await api.upload({ name: 'mail.eml', bytes: mailOf(word) });
  await api.post(`/v1/documents/${mail.id}/triage/corrections`, { routing: `the desk of ${word}` });
  await api.post(
    '/v1/triage',
    { subject: 'Hello', text: `I am ${word}. Where is my order?` },
    { 'idempotency-key': 'two' },
  );
  await api.post('/v1/queries', { question: `What is the total of the invoice of ${word}?` });
  const { body: asked } = await api.post<{ id: string }>('/v1/queries', { question: 'Where is the parcel?' });
  await api.post(`/v1/queries/${asked.id}/feedback`, { helpful: false, comment: `${word} is not answered` });
  await api.post('/v1/search', { query: word }, { 'idempotency-key': 'three' });
  const { name } = text.extraction!.fields.find(({ type }) => type === 'string')!;
  await api.post(`/v1/documents/${text.id}/review`, { fields: [{ name, verdict: 'corrected', value: word }] });
  const { body: set } = await api.post<{ id: string }>('/v1/golden-sets', { name: 'set' });
  await api.post(`/v1/golden-sets/${set.id}/documents`, { documentId: text.id, fields: { [name]: word } });
  const { body: schema } = await api.post<{ id: string }>('/v1/schemas', {
    key: 'customer',
    name: 'Customers',
    fields: [{ name: 'customer', type: 'string', labels: ['Customer'] }],
  });
  await api.post(`/v1/schemas/${schema.id}/examples`, { documentId: text.id, fields: { customer: word } });
  const { body: classifier } = await api.post<{ id: string }>('/v1/classifiers', {
    name: 'c',
    labels: [{ name: 'yes' }, { name: 'no' }],
  });
  await api.post(`/v1/classifiers/${classifier.id}/examples`, {
    examples: [{ text: `${word} says yes`, label: 'yes' }],
  });
  const cache = world.test.app.get(TieredCache, { strict: false });
  const cached = { name: 'llm.extract', version: 1, id: `m:${'0'.repeat(64)}`, schema: z.string(), ttlSeconds: 600 };
  await runAsTenant(systemContext(parsePublicId('tenant', tenant.id)!), () =>
    cache.set(cached, `the answer is ${word}`),
  );
}

/** Somebody else in the same tenant. Answers a token for the address. */
async function plantOther({ api }: TestTenant, word: string): Promise<string> {
  await api.upload({ name: 'other.eml', bytes: mailOf(word) });
  await api.post('/v1/queries', { question: `What did ${word} order?` });
  const { body } = await api.post<{ text: string }>('/v1/privacy/pseudonymize', { text: `${word}@example.test` });
  return body.text;
}

interface ExportBody {
  readonly id: string;
  readonly status: string;
  readonly counts: { documents: number; files: number; rows: Record<string, number> };
  readonly notLookedThrough: { documents: number; tables: { where: string }[] };
  readonly error: { code: string } | null;
  readonly sha256: string | null;
  readonly sizeBytes: number | null;
}

/** `table.column` of each row in the archive that holds the word. */
function columnsWith(files: ReadonlyMap<string, Buffer>, word: string): string[] {
  const places = new Set<string>();
  for (const [path, bytes] of files) {
    const [, table] = /^(?:documents|records)\/(\w+)\.json$/.exec(path) ?? [];
    if (table === undefined) continue;
    const { rows } = JSON.parse(bytes.toString()) as { rows: Record<string, unknown>[] };
    for (const row of rows)
      for (const [column, value] of Object.entries(row))
        if (JSON.stringify(value)?.toLowerCase().includes(word)) places.add(`${table}.${column}`);
  }
  return [...places];
}

/** Where the word has to be before, so that the search for it is known to work. */
const HANDED_OUT = [
  'documents.filename',
  'documents.metadata',
  'documents.email',
  'mails.questions',
  'runs.result',
  'queries.question',
  'queries.comment',
  'reviews.changes',
  'lessons.value',
  'golden_documents.fields',
  'triage_corrections.after',
  'triage_corrections.lesson',
  'classifier_examples.text',
  'idempotency_keys.response_body',
];
const EXPECTED = [
  ...HANDED_OUT,
  'readings.text',
  'chunks.text',
  'chunks.terms',
  'query_citations.quote',
  'cache_entries.value',
  'redis dossier:cache',
];

describe('the erasure of a subject', () => {
  let world: LifecycleWorld;
  let tenant: TestTenant;
  const word = newWord();
  const other = newWord();
  let token: string;
  let exported: ExportBody;

  beforeAll(async () => {
    world = await LifecycleWorld.start();
    tenant = await world.newTenant();
    const { body } = await tenant.api.post<{ text: string }>('/v1/privacy/pseudonymize', {
      text: `${word}@example.test`,
    });
    token = body.text;
    await plant(world, tenant, word);
    await plantOther(tenant, other);
  });
  afterAll(() => world.stop());

  it('has something to erase in every place', async () => {
    expect(await world.placesOf(word)).toEqual(expect.arrayContaining(EXPECTED));
    // What they hold is sealed.
    expect(await world.filesOfTenant(tenant)).toBeGreaterThanOrEqual(5);
  });

  it('can be read nowhere but where the registry says so: all else is sealed', async () => {
    expect((await world.plainPlacesOf(word)).sort()).toEqual([
      'documents.filename',
      'documents.metadata',
      // A target is the name of a team: one that is called after a person is said to be where mails are listed by it.
      'mails.target',
    ]);
  });

  it('shows what would go, and changes nothing', async () => {
    const before = await world.placesOf(word);
    const { preview, receipt, status } = await world.erase(tenant, word, true);
    expect([preview, status]).toEqual([true, 'succeeded']);
    expect(receipt.documents).toBeGreaterThanOrEqual(5);
    expect(receipt.rows).toMatchObject({ classifier_examples: 1 });
    expect(await world.placesOf(word)).toEqual(before);
  });

  const ask = async (body: object): Promise<ExportBody> => {
    const answer = await tenant.api.post<ExportBody>('/v1/privacy/exports?wait=60', body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body;
  };
  const download = (id: string): Promise<Response> =>
    fetch(`${tenant.api.url}/v1/privacy/exports/${id}/file`, {
      headers: { authorization: `Bearer ${tenant.api.token}` },
    });

  it('can be preceded by an export of all of it, and of nothing of anybody else', async () => {
    const before = await world.placesOf(word);
    const preview = await ask({ subject: word, preview: true });
    exported = await ask({ subject: word });
    expect([preview.status, preview.sha256, exported.status, exported.error]).toEqual([
      'succeeded',
      null,
      'succeeded',
      null,
    ]);
    expect(preview.counts).toMatchObject({ documents: exported.counts.documents, files: exported.counts.files });
    expect(exported.counts.rows).toMatchObject({ queries: 2, classifier_examples: 1, pseudonyms: 1 });
    expect(exported.notLookedThrough.tables.map(({ where }) => where)).toContain('usage_ledger');
    // Sealed: no place has been added.
    expect(await world.placesOf(word)).toEqual(before);
    const answer = await download(exported.id);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([answer.headers.get('content-type'), bytes.byteLength]).toEqual(['application/zip', exported.sizeBytes]);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(exported.sha256);

    const files = await readZip(bytes);
    expect(columnsWith(files, word)).toEqual(expect.arrayContaining([...HANDED_OUT, 'pseudonyms.value']));
    const withOther = [...files].filter(([path, file]) => `${path}${file.toString('latin1')}`.includes(other));
    expect(withOther.map(([path]) => path)).toEqual([]);
    for (const folder of ['originals', 'texts'])
      expect(
        [...files].filter(([path, file]) => path.startsWith(folder) && file.includes(word)).length,
      ).toBeGreaterThan(2);
    const index = JSON.parse(files.get('index.json')!.toString()) as {
      identifiers: string[];
      documents: { original: string; text: string | null; matches: { table: string; identifiers: number[] }[] }[];
    };
    expect([index.identifiers, index.documents.length]).toEqual([[word], exported.counts.documents]);
    expect(index.documents.flatMap(({ matches }) => matches)).toContainEqual({ table: 'readings', identifiers: [0] });
    for (const { original, text } of index.documents)
      for (const path of [original, ...(text === null ? [] : [text])]) expect(files.has(path), path).toBe(true);
  });

  it('of more than fits, or than can be made at once, is refused with what to do', async () => {
    const packer = world.test.app.get(ExportPacker, { strict: false });
    Object.assign(packer, { maxBytes: 1_000 });
    const { id, status, error } = await ask({ subject: word });
    expect([status, error]).toEqual([
      'failed',
      { code: 'export_too_large', detail: expect.stringMatching(/MAX_BYTES/) },
    ]);
    Object.assign(packer, { maxBytes: 1e9 });
    expect(((await (await download(id)).json()) as { code: string }).code).toBe('export_not_ready');

    await world.owner.query(
      `INSERT INTO subject_exports (tenant_id, id, state, subject_hash)
       SELECT $1, gen_random_uuid(), 'queued', 'open' FROM generate_series(1, 3)`,
      [parsePublicId('tenant', tenant.id)],
    );
    const { status: refused, body } = await tenant.api.post('/v1/privacy/exports', { subject: word });
    expect([refused, body['code']]).toEqual([429, 'too_many_exports']);
    await world.owner.query(`DELETE FROM subject_exports WHERE subject_hash = 'open'`);
  });

  it('ends with its time, or when it is deleted, and its file with it', async () => {
    const files = await world.filesOfTenant(tenant);
    const [first, second] = [await ask({ subject: other }), await ask({ subject: other })];
    expect(await world.filesOfTenant(tenant)).toBe(files + 2);
    expect((await tenant.api.delete(`/v1/privacy/exports/${first.id}`)).status).toBe(204);
    expect(await world.filesOfTenant(tenant)).toBe(files + 1);
    world.ahead = 8 * 24 * 3_600_000;
    await world.test.app.get(ExportFiles, { strict: false }).turn();
    world.ahead = 0;
    const { body } = await tenant.api.get<ExportBody>(`/v1/privacy/exports/${second.id}`);
    expect(body.status).toBe('expired');
    expect(((await (await download(second.id)).json()) as { code: string }).code).toBe('export_gone');
    exported = await ask({ subject: word });
  });

  it('leaves it nowhere: in no table, file, key of Redis, index or log', async () => {
    const { body: document } = await tenant.api.upload({ name: 'c.txt', bytes: 'Of somebody else altogether.' });
    expect((await tenant.api.post('/v1/privacy/reveal', { text: token })).body['text']).toContain(word);
    const { receipt, subjectHash, cause } = await world.erase(tenant, word.toUpperCase());
    expect(cause).toBe('request');
    expect(subjectHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await world.placesOf(word)).toEqual([]);
    // The mail of the other one with what is attached to it, and the document from above: the archive is gone, too.
    expect(await world.filesOfTenant(tenant)).toBe(3);
    expect((await tenant.api.get<ExportBody>(`/v1/privacy/exports/${exported.id}`)).body.status).toBe('withdrawn');
    expect(((await (await download(exported.id)).json()) as { code: string }).code).toBe('export_gone');
    expect((await tenant.api.post('/v1/privacy/reveal', { text: token })).body['text']).toBe(token);
    expect(log.filter((line) => line.toLowerCase().includes(word))).toEqual([]);
    expect(receipt.rows).toMatchObject({ readings: expect.any(Number), chunks: expect.any(Number), queries: 2 });
    const { body: found } = await tenant.api.post<{ hits: unknown[] }>('/v1/search', { query: word });
    expect(found.hits).toEqual([]);
    expect((await tenant.api.get(`/v1/documents/${document.id}`)).status).toBe(200);
    expect(await world.placesOf(other)).toEqual(expect.arrayContaining(['documents.email', 'queries.question']));
    await world.owner.query('DELETE FROM queries');
  });

  it('is in the trail, with a receipt that says what stays', async () => {
    const { body } = await tenant.api.get<{ items: { cause: string; status: string; receipt: object }[] }>(
      '/v1/privacy/erasures?cause=request',
    );
    expect(body.items.map(({ status }) => status)).toEqual(['succeeded', 'succeeded']);
    const { body: trail } = await tenant.api.get<{ items: { action: string }[] }>('/v1/audit?limit=100');
    const actions = trail.items.map(({ action }) => action);
    for (const action of ['request.erase', 'request.export', 'exports.create', 'exports.file.read', 'exports.delete'])
      expect(actions).toContain(`privacy.${action}`);
  });

  it.each([
    ['ab', 'subject_too_short'],
    [{ identifiers: [] }, 'invalid_input'],
    [7, 'invalid_input'],
  ])('refuses %j', async (subject, code) => {
    const { status, body } = await tenant.api.post('/v1/privacy/erasures', { subject });
    expect([status, body['code']]).toEqual([400, code]);
  });
});
