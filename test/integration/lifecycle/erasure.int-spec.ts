import { randomBytes } from 'node:crypto';
import { TieredCache } from '@app/cache';
import { parsePublicId } from '@app/kernel';
import { runAsTenant, systemContext } from '@app/tenancy';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { TestTenant } from '../../support/app.js';
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

const newWord = (): string => `canary${randomBytes(6).toString('hex').replace(/\d/g, 'x')}`;

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
  await api.upload({ name: 'mail.eml', bytes: mailOf(word) });
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

/** Where the word has to be before, so that the search for it is known to work. */
const EXPECTED = [
  'documents.filename',
  'documents.metadata',
  'documents.email',
  'readings.text',
  'runs.result',
  'chunks.text',
  'chunks.terms',
  'mails.questions',
  'query_citations.quote',
  'queries.question',
  'queries.comment',
  'reviews.changes',
  'lessons.value',
  'golden_documents.fields',
  'classifier_examples.text',
  'idempotency_keys.response_body',
  'cache_entries.value',
  'redis dossier:cache',
];

describe('the erasure of a subject', () => {
  let world: LifecycleWorld;
  let tenant: TestTenant;
  const word = newWord();

  beforeAll(async () => {
    world = await LifecycleWorld.start();
    tenant = await world.newTenant();
    await plant(world, tenant, word);
  });
  afterAll(() => world.stop());

  it('has something to erase in every place', async () => {
    expect(await world.placesOf(word)).toEqual(expect.arrayContaining(EXPECTED));
    // What they hold is sealed.
    expect(await world.filesOfTenant(tenant)).toBeGreaterThanOrEqual(5);
  });

  it('can be read nowhere but where the registry says so: all else is sealed', async () => {
    expect((await world.plainPlacesOf(word)).sort()).toEqual(['documents.filename', 'documents.metadata']);
  });

  it('shows what would go, and changes nothing', async () => {
    const before = await world.placesOf(word);
    const { preview, receipt, status } = await world.erase(tenant, word, true);
    expect([preview, status]).toEqual([true, 'succeeded']);
    expect(receipt.documents).toBeGreaterThanOrEqual(5);
    expect(receipt.rows).toMatchObject({ classifier_examples: 1 });
    expect(await world.placesOf(word)).toEqual(before);
  });

  it('leaves it nowhere: in no table, file, key of Redis, index or log', async () => {
    const { body: other } = await tenant.api.upload({ name: 'c.txt', bytes: 'Of somebody else altogether.' });
    const { receipt, subjectHash, cause } = await world.erase(tenant, word.toUpperCase());
    expect(cause).toBe('request');
    expect(subjectHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await world.placesOf(word)).toEqual([]);
    expect(await world.filesOfTenant(tenant)).toBe(1);
    expect(log.filter((line) => line.toLowerCase().includes(word))).toEqual([]);
    expect(receipt.rows).toMatchObject({ readings: expect.any(Number), chunks: expect.any(Number), queries: 2 });
    const { body: found } = await tenant.api.post<{ hits: unknown[] }>('/v1/search', { query: word });
    expect(found.hits).toEqual([]);
    expect((await tenant.api.get(`/v1/documents/${other.id}`)).status).toBe(200);
    await world.owner.query(`DELETE FROM queries `);
  });

  it('is in the trail, with a receipt that says what stays', async () => {
    const { body } = await tenant.api.get<{ items: { cause: string; status: string; receipt: object }[] }>(
      '/v1/privacy/erasures?cause=request',
    );
    expect(body.items.map(({ status }) => status)).toEqual(['succeeded', 'succeeded']);
    const { body: trail } = await tenant.api.get<{ items: { action: string }[] }>('/v1/audit');
    expect(trail.items.map(({ action }) => action)).toContain('privacy.request.erase');
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
