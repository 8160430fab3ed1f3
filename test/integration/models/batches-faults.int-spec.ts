import type { ModelRequest } from '@app/llm';
import { newUuid } from '@app/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type BatchProvider, startBatchProvider } from '../../support/simulator/batches.mjs';
import { gatewayHarness, type GatewayHarness } from './gateway-harness.js';

const PRICE = { input: 2, output: 8 };
const RIGHT = { total: '12.50' };
const answerSchema = z.object({ total: z.string() });
type Fate = ReturnType<BatchProvider['scenario']>;

/** What becomes of requests in a batch: one after the other, so that all of it happens. */
const FATES: readonly Fate[] = [
  { answer: RIGHT },
  { status: 500 },
  { answer: RIGHT },
  { expired: true },
  { answer: '{"total": "12.', finish: 'truncated' },
  { answer: RIGHT },
  { answer: '', finish: 'filtered' },
  { answer: RIGHT },
  { answer: 'Here is what you asked for: 12.50' },
  { answer: { sum: 1 } },
  { answer: RIGHT },
  { answer: { total: '999.99' } },
  { answer: '' },
];
const UNSEEN = ['cut', 'timeout', 'cancelled'];
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

describe.each(['openai-compatible', 'anthropic'] as const)('batches under faults, at a provider of kind %s', (kind) => {
  let provider: BatchProvider;
  let harness: GatewayHarness;
  let tenant: string;
  let before: BatchProvider['stats'];

  beforeAll(async () => {
    provider = await startBatchProvider({ price: PRICE });
    process.env['TEST_BATCH_KEY'] = 'sk-batch';
    const models = [{ name: 'small', structure: 'strict', price: PRICE, batch: {} }];
    const keys = [{ env: 'TEST_BATCH_KEY' }];
    harness = await gatewayHarness({ providers: [{ id: 'one', kind, baseUrl: provider.url, keys, models }] });
  });
  afterAll(async () => {
    await harness?.close();
    await provider.stop();
  });
  beforeEach(async () => {
    tenant = await harness.newTenant();
    // What other tests have given up is none of ours.
    provider.finish();
    before = { ...provider.stats };
    provider.breaks = [];
    await harness.owner.query(
      `INSERT INTO budgets (tenant_id, id, scope, period, hard_cost) VALUES ($1, $2, 'tenant', 'month', 1000000000)`,
      [tenant, newUuid()],
    );
  });

  const request = (text: string): ModelRequest<typeof answerSchema> => ({
    purpose: 'extract',
    instructions: 'Find the total.',
    content: [{ name: 'document', text }],
    schema: answerSchema,
    schemaName: 'fields',
    schemaVersion: 1,
    maxTokens: 200,
    documentId: null,
    deadlineMs: 30_000,
    accept: ({ total }) => (total === RIGHT.total ? [] : ['/total: does not stand in the document']),
  });
  const askLater = (text: string) => harness.as(tenant, () => harness.gateway.askLater(request(text)));
  const texts = (count: number): string[] => Array.from({ length: count }, (_, index) => `#${index}# ${newUuid()}`);
  /** Requests meet their fates in batches; whoever asks at once gets the right answer. */
  const fated = (fates: readonly Fate[]) => {
    provider.scenario = ({ turns }) => fates[Number(/#(\d+)#/.exec(turns[0]?.text ?? '')?.[1]) % fates.length] ?? {};
  };
  const finish = (): void => {
    provider.finish();
    fated([{ answer: RIGHT }]);
  };
  const ledger = async () =>
    (
      await harness.owner.query<{ outcome: string | null; state: string; cost: number; latency: number }>(
        `SELECT outcome, state, cost::float8, latency_ms AS latency FROM llm_calls WHERE tenant_id = $1 AND attempt > 0`,
        [tenant],
      )
    ).rows;
  const agesBy = (hours: number) =>
    harness.owner.query(`UPDATE llm_batches SET created_at = now() - make_interval(mins => $2) WHERE tenant_id = $1`, [
      tenant,
      Math.round(hours * 60),
    ]);

  /** Our books are the provider's to the cent, but for what nobody saw, which is never entered too low. */
  async function expectTrueBooks(open = 0): Promise<void> {
    const rows = await ledger();
    expect(rows.filter(({ state }) => state === 'open')).toHaveLength(open);
    const seen = rows.filter(({ outcome }) => outcome !== null && !UNSEEN.includes(outcome));
    expect(sumOf(seen.map(({ cost }) => cost))).toBe(provider.stats.nanoUsd - before.nanoUsd);
    const { rows: budgets } = await harness.owner.query<{ spent: number; reserved: number }>(
      'SELECT spent_cost::float8 AS spent, reserved_cost::float8 AS reserved FROM budget_spending WHERE tenant_id = $1',
      [tenant],
    );
    expect(budgets[0]?.spent).toBe(sumOf(rows.map(({ cost }) => cost)));
    const held =
      sumOf(rows.filter(({ state }) => state !== 'open').map(({ cost }) => cost)) - sumOf(seen.map(({ cost }) => cost));
    expect(held + Number(budgets[0]?.reserved)).toBeGreaterThanOrEqual(
      provider.stats.unseenNanoUsd - before.unseenNanoUsd,
    );
    expect(budgets[0]?.reserved === 0).toBe(open === 0);
  }

  it('every piece of work ends, nothing wrong is returned, no reservation is left, and the books agree', async () => {
    const all = texts(130);
    fated(FATES);
    for (const text of all) expect(await askLater(text)).toEqual({ kind: 'later' });
    provider.refuses = 503;
    await harness.batches.submitDue();
    provider.refuses = null;
    // The provider takes the first batch, and nobody hears of it.
    provider.breaks = ['taken'];
    for (let turn = 0; turn < 3; turn++) await harness.batches.submitDue();
    expect(provider.stats.batches - before.batches).toBeGreaterThan(2);
    provider.breaks = ['look', 'results'];
    await harness.batches.collectDue(0);
    for (const text of all) expect(await askLater(text)).toEqual({ kind: 'later' });
    finish();
    for (let turn = 0; turn < 3; turn++) await harness.batches.collectDue(0);
    expect(provider.breaks).toEqual([]);

    const direct = provider.stats.direct;
    const answers = await Promise.all(all.map((text) => askLater(text)));
    expect(answers.map((answer) => (answer.kind === 'answer' ? answer.value : answer))).toEqual(all.map(() => RIGHT));
    const good = FATES.filter(({ answer }) => answer === RIGHT).length;
    expect(provider.stats.direct - direct).toBe((all.length * (FATES.length - good)) / FATES.length);
    await expectTrueBooks();
    const outcomes = new Set((await ledger()).map(({ outcome }) => outcome));
    expect([...outcomes]).toEqual(
      expect.arrayContaining([
        'answered',
        'cancelled',
        'cut',
        'empty',
        'not-json',
        'overloaded',
        'refused',
        'truncated',
      ]),
    );
  });

  it('one that is cancelled because it takes too long is fetched once it has ended: what it had done is billed', async () => {
    const all = texts(6);
    fated([{ answer: RIGHT }, { expired: true }]);
    for (const text of all) await askLater(text);
    await harness.batches.submitDue();
    await agesBy(26.5);
    await harness.batches.collectDue(0);
    expect(provider.stats.cancelled - before.cancelled).toBe(1);
    for (const text of all) expect(await askLater(text)).toEqual({ kind: 'later' });
    finish();
    await harness.batches.collectDue(0);
    expect((await ledger()).map(({ outcome }) => String(outcome)).toSorted()).toEqual([
      ...all.slice(3).map(() => 'answered'),
      ...all.slice(3).map(() => 'cancelled'),
    ]);
    await expectTrueBooks();
  });

  it('one that nobody can fetch is given up, and its work is asked at once; its calls stay reserved until they expire', async () => {
    const all = texts(3);
    fated([{ answer: RIGHT }]);
    for (const text of all) await askLater(text);
    await harness.batches.submitDue();
    provider.breaks = ['look', 'look'];
    await agesBy(26.5);
    await harness.batches.collectDue(0);
    expect(await askLater(all[0]!)).toEqual({ kind: 'later' });
    await agesBy(27.5);
    await harness.batches.collectDue(0);
    for (const text of all) expect(await askLater(text)).toMatchObject({ kind: 'answer', value: RIGHT });
    await expectTrueBooks(all.length);
  });

  it('an answer that cannot be read keeps no others back, and counts as spent in the end', async () => {
    const all = texts(4);
    fated([{ answer: RIGHT }, { unreadable: true }]);
    for (const text of all) await askLater(text);
    await harness.batches.submitDue();
    finish();
    await harness.batches.collectDue(0);
    for (const text of all) expect(await askLater(text)).toMatchObject({ kind: 'answer', value: RIGHT });
    expect(provider.stats.direct - before.direct).toBe(2);
    await expectTrueBooks(2);
  });

  it('has no time of its own in the ledger: it takes hours by design', async () => {
    const [text = ''] = texts(1);
    fated([{ answer: RIGHT }]);
    await askLater(text);
    await harness.batches.submitDue();
    await agesBy(5);
    finish();
    await harness.batches.collectDue(0);
    expect(await ledger()).toEqual([{ outcome: 'answered', state: 'closed', cost: expect.any(Number), latency: 0 }]);
  });
});
