import type { ModelRequest } from '@app/llm';
import { newUuid } from '@app/kernel';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type BatchProvider, startBatchProvider } from '../../support/simulator/batches.mjs';
import { gatewayHarness, type GatewayHarness } from './gateway-harness.js';

const PRICE = { input: 2, output: 8 };
const RIGHT = { total: '12.50' };
const answerSchema = z.object({ total: z.string() });

const request = (
  text: string,
  more: Partial<ModelRequest<typeof answerSchema>> = {},
): ModelRequest<typeof answerSchema> => ({
  purpose: 'extract',
  instructions: 'Find the total.',
  content: [{ name: 'document', text }],
  schema: answerSchema,
  schemaName: 'fields',
  schemaVersion: 1,
  maxTokens: 200,
  documentId: null,
  deadlineMs: 30_000,
  accept: ({ total }) => (total === '12.50' ? [] : ['/total: does not stand in the document']),
  ...more,
});

describe.each(['openai-compatible', 'anthropic'] as const)('work that can wait, at a provider of kind %s', (kind) => {
  let provider: BatchProvider;
  let harness: GatewayHarness;
  let tenant: string;

  beforeAll(async () => {
    provider = await startBatchProvider({ price: PRICE });
    process.env['TEST_BATCH_KEY'] = 'sk-batch';
    harness = await gatewayHarness({
      providers: [
        {
          id: 'one',
          kind,
          baseUrl: provider.url,
          keys: [{ env: 'TEST_BATCH_KEY' }],
          models: [{ name: 'small', structure: 'strict', price: PRICE, batch: {} }],
        },
      ],
    });
  });
  afterAll(async () => {
    await harness.close();
    await provider.stop();
  });
  beforeEach(async () => {
    tenant = await harness.newTenant();
    provider.scenario = () => ({ answer: RIGHT });
  });
  afterEach(() => {
    provider.refuses = null;
  });

  const askLater = (text: string, more = {}, of = tenant) =>
    harness.as(of, () => harness.gateway.askLater(request(text, more)));
  const stats = () => ({ ...provider.stats });
  const ledger = async () =>
    (
      await harness.owner.query<{ outcome: string | null; state: string; cost: string; reserved: string }>(
        'SELECT outcome, state, cost, reserved_cost AS reserved FROM llm_calls WHERE tenant_id = $1 AND attempt > 0 ORDER BY id',
        [tenant],
      )
    ).rows;
  const waitingBodies = async () =>
    (
      await harness.owner.query<{ state: string; body: unknown }>(
        'SELECT state, body FROM llm_batch_requests WHERE tenant_id = $1',
        [tenant],
      )
    ).rows;

  it('goes out in one batch for half of the price, and its answers are there afterwards', async () => {
    const before = stats();
    const texts = ['a 12.50', 'b 12.50', 'c 12.50'].map((text) => `${text} ${newUuid()}`);
    for (const text of [...texts, ...texts]) expect(await askLater(text)).toEqual({ kind: 'later' });
    await harness.batches.submitDue();
    await harness.batches.submitDue();
    await harness.batches.collectDue(0);
    expect(await askLater(texts[0] ?? '')).toEqual({ kind: 'later' });
    // Nothing of what was sent is kept.
    expect((await waitingBodies()).map(({ body }) => body)).toEqual([null, null, null]);
    provider.finish();
    await harness.batches.collectDue(0);
    for (const text of texts)
      expect(await askLater(text)).toMatchObject({ kind: 'answer', value: RIGHT, origin: { cacheHit: true } });
    const after = stats();
    expect([after.batches - before.batches, after.requests - before.requests, after.direct - before.direct]).toEqual([
      1, 3, 0,
    ]);
    const rows = await ledger();
    expect(rows.map(({ outcome, state }) => [outcome, state])).toEqual(texts.map(() => ['answered', 'closed']));
    expect(rows.reduce((sum, { cost }) => sum + Number(cost), 0)).toBe(after.nanoUsd - before.nanoUsd);
    expect(provider.stats.keys.at(-1)).toBe('sk-batch');
  });

  it('is asked at once where the batch brought no answer, or one that is not accepted', async () => {
    const outcomes = {
      broken: { status: 529 },
      late: { expired: true },
      prose: { answer: 'I am sorry, I cannot help with that.' },
      invented: { answer: { total: '999.99' } },
      strange: { answer: { sum: 1 } },
    };
    const texts = Object.keys(outcomes).map((name) => `${name} ${newUuid()}`);
    for (const text of texts) await askLater(text);
    await harness.batches.submitDue();
    provider.scenario = ({ turns }) =>
      Object.entries(outcomes).find(([name]) => turns[0]?.text.includes(`${name} `))?.[1] ?? { answer: RIGHT };
    provider.finish();
    await harness.batches.collectDue(0);
    provider.scenario = () => ({ answer: RIGHT });
    const before = stats();
    for (const text of texts) expect(await askLater(text)).toMatchObject({ kind: 'answer', value: RIGHT });
    for (const text of texts)
      expect(await askLater(text)).toMatchObject({ kind: 'answer', value: RIGHT, origin: { cacheHit: true } });
    expect(stats().direct - before.direct).toBe(texts.length);
    expect((await ledger()).every(({ state }) => state === 'closed')).toBe(true);
  });

  it('waits for the next batch where the provider refuses one, three times at most', async () => {
    provider.refuses = 503;
    const text = `refused ${newUuid()}`;
    await askLater(text);
    for (let tries = 1; tries <= 2; tries++) {
      await harness.batches.submitDue();
      expect(await askLater(text)).toEqual({ kind: 'later' });
    }
    await harness.batches.submitDue();
    provider.refuses = null;
    expect(await askLater(text)).toMatchObject({ kind: 'answer', origin: { cacheHit: false } });
    expect((await ledger()).map(({ outcome, cost }) => [outcome, cost])).toEqual([
      ['overloaded', '0'],
      ['overloaded', '0'],
      ['overloaded', '0'],
      ['answered', expect.not.stringMatching(/^0$/)],
    ]);
  });

  it('is reserved in the budgets while it is under way, and never passes them', async () => {
    const texts = Array.from({ length: 4 }, (_, index) => `budget ${index} ${newUuid()}`);
    for (const text of texts) await askLater(text);
    // Room for two of them: each reserves the whole of what it may answer, at half of the price.
    const most = 2 * 200 * PRICE.output * 500 * 1.5;
    await harness.owner.query(
      `INSERT INTO budgets (tenant_id, id, scope, period, hard_cost) VALUES ($1, $2, 'tenant', 'month', $3)`,
      [tenant, newUuid(), most],
    );
    await harness.batches.submitDue();
    const rows = await ledger();
    expect(rows.map(({ state }) => state)).toEqual(['open', 'open']);
    expect(rows.reduce((sum, { reserved }) => sum + Number(reserved), 0)).toBeLessThanOrEqual(most);
    provider.finish();
    await harness.batches.collectDue(0);
    const answers = await Promise.all(texts.map((text) => askLater(text)));
    // What was refused is asked at once, within the same budget.
    expect(answers.every((answer) => answer.kind !== 'later')).toBe(true);
    expect((await ledger()).every(({ state }) => state === 'closed')).toBe(true);
  });

  it('of two tenants never shares a batch', async () => {
    const other = await harness.newTenant();
    const text = `same ${newUuid()}`;
    const before = stats();
    expect(await askLater(text)).toEqual({ kind: 'later' });
    expect(await askLater(text, {}, other)).toEqual({ kind: 'later' });
    await harness.batches.submitDue();
    expect(stats().batches - before.batches).toBe(2);
    provider.finish();
    await harness.batches.collectDue(0);
    expect(await askLater(text, {}, other)).toMatchObject({ kind: 'answer', value: RIGHT });
  });

  it('whose process died before the provider had it waits again', async () => {
    const text = `abandoned ${newUuid()}`;
    await askLater(text);
    await harness.owner.query(
      `WITH batch AS (INSERT INTO llm_batches (tenant_id, id, provider, model, created_at)
                      VALUES ($1, $2, 'one', 'one/small', now() - interval '1 hour') RETURNING id)
       UPDATE llm_batch_requests SET state = 'sent', batch_id = (SELECT id FROM batch), tries = 1 WHERE tenant_id = $1`,
      [tenant, newUuid()],
    );
    await harness.batches.work();
    await harness.batches.submitDue();
    provider.finish();
    await harness.batches.collectDue(0);
    expect(await askLater(text)).toMatchObject({ kind: 'answer', origin: { cacheHit: true } });
  });
});
