import type { ModelGateway, ModelRequest } from '@app/llm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Simulator, startSimulator } from '../../support/simulator/simulator.mjs';
import { gatewayHarness, type GatewayHarness } from './gateway-harness.js';

const PRICES = {
  small: { input: 0.15, output: 0.6 },
  large: { input: 2.5, output: 10 },
  claude: { input: 3, output: 15 },
};
const answerSchema = z.object({ total: z.string(), number: z.string() });
const RIGHT = { total: '12.50', number: 'INV-1' };

/** The right answer is what the scenario gives; an invented one is well-formed and must not be taken. */
const scenario = () => ({ answer: RIGHT, invented: { total: '99999.99', number: 'INV-1' } });

let prompts = 0;
const request = (more: Partial<ModelRequest<typeof answerSchema>> = {}): ModelRequest<typeof answerSchema> => ({
  purpose: 'extract',
  instructions: 'Find the total and the number.',
  content: [{ name: 'document', text: `Invoice INV-1, total 12.50 (${prompts++})` }],
  schema: answerSchema,
  schemaName: 'fields',
  schemaVersion: 1,
  maxTokens: 200,
  documentId: null,
  deadlineMs: 60_000,
  accept: ({ total }) => (total === '12.50' ? [] : ['/total: does not stand in the document']),
  ...more,
});

describe('the gateway to models', () => {
  let first: Simulator;
  let second: Simulator;
  let harness: GatewayHarness;
  let tenant: string;
  const ledger = async (tenantId: string) =>
    (
      await harness.owner.query<{ cost: number; calls: number; open: number; answered: number }>(
        `SELECT COALESCE(sum(cost), 0)::float8 AS cost, count(*) FILTER (WHERE attempt > 0)::int AS calls,
                count(*) FILTER (WHERE state = 'open')::int AS open,
                count(*) FILTER (WHERE outcome = 'answered')::int AS answered
           FROM llm_calls WHERE tenant_id = $1`,
        [tenantId],
      )
    ).rows[0];

  beforeAll(async () => {
    const options = { prices: PRICES, scenario };
    first = await startSimulator({ ...options, seed: 7 });
    second = await startSimulator({ ...options, seed: 11 });
    const limits = { timeoutMs: 15_000, concurrency: 200 };
    process.env['TEST_MODEL_KEY_A'] = 'sk-test-a';
    process.env['TEST_MODEL_KEY_B'] = 'sk-test-b';
    const keys = [{ env: 'TEST_MODEL_KEY_A' }, { env: 'TEST_MODEL_KEY_B' }];
    harness = await gatewayHarness({
      providers: [
        {
          id: 'one',
          region: 'eu',
          baseUrl: `${first.url}/v1`,
          keys,
          ...limits,
          models: [
            { name: 'small', structure: 'strict', price: PRICES.small },
            { name: 'large', structure: 'strict', price: PRICES.large },
            { name: 'short', structure: 'strict', contextTokens: 900 },
            { name: 'vectors', embeddingDimensions: 8, price: { input: 0.02, output: 0 } },
          ],
        },
        {
          id: 'two',
          region: 'us',
          kind: 'anthropic',
          baseUrl: `${second.url}/v1`,
          keys,
          ...limits,
          models: [{ name: 'claude', structure: 'strict', price: PRICES.claude }],
        },
      ],
      routes: {
        default: ['one/small', 'two/claude'],
        classify: ['one/small'],
        summarise: ['one/short', 'two/claude'],
        reply: ['one/short'],
      },
    });
  });
  afterAll(async () => {
    await harness.close();
    await Promise.all([first.stop(), second.stop()]);
  });
  beforeEach(async () => {
    tenant = await harness.newTenant();
    for (const simulator of [first, second])
      simulator.change({
        faults: {},
        deadKeys: [],
        retiredModels: [],
        isDown: false,
        latency: { medianMs: 0, sigma: 0 },
      });
  });

  const ask = (more: Partial<ModelRequest<typeof answerSchema>> = {}, gateway: ModelGateway = harness.gateway) =>
    harness.as(tenant, () => gateway.ask(request(more)));

  it.each([
    ['goes to the model with room for it', 'summarise', 400, 'two/claude'],
    ['stays with the first where it fits', 'summarise', 10, 'one/short'],
  ] as const)('%s', async (_what, purpose, lines, model) => {
    const content = [{ name: 'document', text: 'A line of a long letter.\n'.repeat(lines) + String(prompts++) }];
    expect(await ask({ purpose, content })).toMatchObject({ kind: 'answer', origin: { model, attempts: 1 } });
  });

  it('asks nobody where no model has room for it', async () => {
    const [before, content] = [first.stats.requests, [{ name: 'document', text: 'A long letter. '.repeat(500) }]];
    expect(await ask({ purpose: 'reply', content })).toEqual({ kind: 'none', reason: 'too-long', cost: 0 });
    expect(first.stats.requests).toBe(before);
    expect(await ledger(tenant)).toMatchObject({ calls: 0, open: 0 });
  });

  it('asks only models of regions that texts may go to', async () => {
    const [american, sent] = [await harness.newTenant(undefined, ['us', 'ca']), first.stats.requests];
    const answer = await harness.as(american, () => harness.gateway.ask(request()));
    expect(answer).toMatchObject({ kind: 'answer', origin: { model: 'two/claude', degraded: false } });
    const nowhere = await harness.newTenant(undefined, ['ap']);
    expect(await harness.as(nowhere, () => harness.gateway.hasModel('extract'))).toBe(false);
    expect(await harness.as(nowhere, () => harness.gateway.ask(request()))).toMatchObject({ reason: 'no-model' });
    expect(first.stats.requests).toBe(sent);
  });

  it('answers in the shape that was asked for, and enters what it cost', async () => {
    const before = first.stats.nanoUsd;
    const answer = await ask();
    expect(answer).toMatchObject({
      kind: 'answer',
      value: RIGHT,
      origin: { provider: 'one', model: 'one/small', cacheHit: false, attempts: 1, degraded: false },
    });
    const row = await ledger(tenant);
    expect(row).toMatchObject({ calls: 1, open: 0, answered: 1 });
    expect(row?.cost).toBe(first.stats.nanoUsd - before);
    expect(row?.cost).toBeGreaterThan(0);
  });

  it('asks the next provider, natively, where the first one is down, and says that it did', async () => {
    first.change({ isDown: true });
    expect(await ask()).toMatchObject({
      kind: 'answer',
      value: RIGHT,
      origin: { model: 'two/claude', degraded: true },
    });
  });

  it('has no answer where no model gives one, instead of an error', async () => {
    first.change({ isDown: true });
    second.change({ faults: { share: 1, kinds: { refusal: 1 } } });
    expect(await ask()).toMatchObject({ kind: 'none' });
  });

  it.each([
    ['not-json', 'unusable-answer'],
    ['wrong-schema', 'unusable-answer'],
    ['invented', 'unusable-answer'],
    ['refusal', 'unusable-answer'],
    ['content-filter', 'unusable-answer'],
    ['empty', 'unusable-answer'],
    ['retired-model', 'unavailable'],
    ['server-error', 'unavailable'],
    ['cut', 'unavailable'],
  ] as const)('never takes an answer that is spoilt by %s', async (fault, reason) => {
    first.change({ faults: { share: 1, kinds: { [fault]: 1 } } });
    expect(await ask({ purpose: 'classify' })).toMatchObject({ kind: 'none', reason });
    expect((await ledger(tenant))?.answered).toBe(0);
  });

  it('puts what is wrong to the model once, and takes the better answer', async () => {
    let asked = 0;
    first.change({
      scenario: ({ turns }) =>
        asked++ === 0
          ? { answer: { total: '1', number: 'INV-1' } }
          : { answer: turns.at(-1)?.text.includes('/total: does not stand') === true ? RIGHT : {} },
    });
    try {
      expect(await ask()).toMatchObject({ kind: 'answer', value: RIGHT, origin: { attempts: 2 } });
    } finally {
      first.change({ scenario });
    }
  });

  it('goes on with another key where one is dead', async () => {
    first.change({ deadKeys: ['sk-test-a'] });
    for (let index = 0; index < 5; index++) expect(await ask()).toMatchObject({ origin: { model: 'one/small' } });
  });

  it('makes one call for many that ask the same at once, and none for those that ask later', async () => {
    first.change({ latency: { medianMs: 50, sigma: 0 } });
    const before = first.stats.requests;
    const same = { content: [{ name: 'document', text: `the same for all ${tenant}` }] };
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => ask(same)));
    expect(answers.every((answer) => answer.kind === 'answer')).toBe(true);
    expect(await ask(same)).toMatchObject({ origin: { cacheHit: true, attempts: 0, cost: 0 } });
    expect(await ask(same, await harness.twin())).toMatchObject({ origin: { cacheHit: true } });
    expect(first.stats.requests - before).toBe(1);
    const twins = { content: [{ name: 'document', text: `the same for two instances ${tenant}` }] };
    const [here, there] = [harness.gateway, await harness.twin()];
    const both = await Promise.all(
      Array.from({ length: 100 }, (_, index) => ask(twins, index % 2 === 0 ? here : there)),
    );
    expect(both.every((answer) => answer.kind === 'answer')).toBe(true);
    expect(first.stats.requests - before).toBe(2);
    const other = await harness.newTenant();
    await harness.as(other, () => harness.gateway.ask(request(same)));
    expect(first.stats.requests - before).toBe(3);
  });

  it('asks for itself where the one that it waited for is cancelled, whatever the reason', async () => {
    first.change({ latency: { medianMs: 200, sigma: 0 } });
    const before = first.stats.requests;
    const same = { content: [{ name: 'document', text: `asked by one that leaves ${tenant}` }] };
    const leaving = new AbortController();
    const gone = new Error('the client is gone');
    const leader = ask({ ...same, signal: leaving.signal }).catch((error: unknown) => error);
    await expect.poll(() => first.stats.requests - before).toBe(1);
    const twins = [ask(same), ask(same)];
    leaving.abort(gone);
    expect(await leader).toBe(gone);
    expect(await Promise.all(twins)).toMatchObject([
      { kind: 'answer', value: RIGHT },
      { kind: 'answer', value: RIGHT },
    ]);
    expect(first.stats.requests - before).toBe(2);
  });

  it('makes one call for many that do not accept what the cache has', async () => {
    const same = { content: [{ name: 'document', text: `kept and not accepted ${tenant}` }] };
    first.change({ scenario: () => ({ answer: { total: '1', number: 'INV-1' } }) });
    await ask({ ...same, accept: () => [] });
    first.change({ scenario, latency: { medianMs: 50, sigma: 0 } });
    const before = first.stats.requests;
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(same)));
    expect(new Set(answers.map((answer) => answer.kind === 'answer' && answer.value.total))).toEqual(
      new Set([RIGHT.total]),
    );
    expect(await ask(same)).toMatchObject({ origin: { cacheHit: true } });
    expect(first.stats.requests - before).toBe(1);
  });

  const streamOf = async (more: object = {}) => {
    const pieces: string[] = [];
    const stream = harness.as(tenant, async () =>
      harness.gateway.stream({ ...request({ purpose: 'answer' }), ...more }),
    );
    const iterator = await stream;
    for (;;) {
      const next = await harness.as(tenant, () => iterator.next());
      if (next.done === true) return { pieces, end: next.value };
      pieces.push(next.value);
    }
  };

  it.each([
    ['the first provider', false, 'one/small'],
    ['the second provider, natively, where the first one is down', true, 'two/claude'],
  ])('streams text from %s', async (_, isDown, model) => {
    const story = 'A sentence that is long enough to come in several pieces, one after the other.';
    for (const simulator of [first, second]) simulator.change({ scenario: () => ({ answer: story }) });
    first.change({ isDown });
    try {
      const { pieces, end } = await streamOf();
      expect(pieces.join('')).toBe(story);
      expect(pieces.length).toBeGreaterThan(2);
      expect(end).toMatchObject({ kind: 'answer', value: story, origin: { model } });
      expect((await ledger(tenant))?.cost).toBeGreaterThan(0);
    } finally {
      for (const simulator of [first, second]) simulator.change({ scenario });
    }
  });

  it('gives vectors of texts in their order', async () => {
    const texts = ['one', 'another text', 'one'];
    const answer = await harness.as(tenant, () =>
      harness.gateway.embed({ purpose: 'embed', texts, documentId: null, deadlineMs: 5_000 }),
    );
    expect(answer).toMatchObject({ kind: 'answer', origin: { model: 'one/vectors' } });
    const [a, b, c] = answer.kind === 'answer' ? answer.value : [];
    expect(a).toEqual(c);
    expect(a).not.toEqual(b);
  });

  it('ends all work under mixed faults, stores nothing wrong, and its ledger equals the providers’ own counts', async () => {
    const faults = {
      share: 0.3,
      kinds: {
        'rate-limit-seconds': 1,
        'rate-limit-date': 1,
        'server-error': 2,
        'bad-gateway': 2,
        unavailable: 2,
        overloaded: 2,
        truncated: 2,
        refusal: 2,
        'content-filter': 1,
        'not-json': 2,
        'wrong-schema': 2,
        invented: 2,
        empty: 2,
      },
    };
    const before = first.stats.nanoUsd + second.stats.nanoUsd;
    for (const simulator of [first, second]) simulator.change({ faults, latency: { medianMs: 5, sigma: 0.5 } });
    const answers = await Promise.all(Array.from({ length: 600 }, () => ask()));
    const wrong = answers.filter((answer) => answer.kind === 'answer' && answer.value.total !== RIGHT.total);
    expect(wrong).toEqual([]);
    expect(answers.filter(({ kind }) => kind === 'answer').length).toBeGreaterThan(500);
    const injected = Object.values(first.stats.faults).reduce((sum, count) => sum + count, 0);
    expect(injected).toBeGreaterThan(100);
    const row = await ledger(tenant);
    expect(row?.open).toBe(0);
    expect(row?.cost).toBe(first.stats.nanoUsd + second.stats.nanoUsd - before);
  });

  it('spends no more than a budget has, however many ask at once', async () => {
    first.change({ latency: { medianMs: 20, sigma: 0.5 } });
    const [hard] = [2_000_000];
    await harness.as(tenant, () =>
      harness.budgets.replace([
        {
          scope: 'tenant',
          subject: '',
          period: 'month',
          soft: { cost: null, tokens: null },
          hard: { cost: hard ?? 0, tokens: null },
          onExhausted: 'local',
        },
      ]),
    );
    const answers = await Promise.all(Array.from({ length: 200 }, () => ask()));
    const kinds = answers.map((answer) => (answer.kind === 'none' ? answer.reason : 'answer'));
    expect(kinds).toContain('answer');
    expect(kinds).toContain('budget-exhausted');
    const row = await ledger(tenant);
    expect(row?.cost).toBeLessThanOrEqual(hard ?? 0);
    const [budget] = await harness.as(tenant, () => harness.budgets.list());
    expect(budget?.spending[0]).toMatchObject({ reserved: { cost: 0, tokens: 0 }, spent: { cost: row?.cost } });
  });

  it('counts a call that was never settled as spent, once its time is over', async () => {
    const call = {
      id: crypto.randomUUID(),
      userId: null,
      lifeSeconds: 0,
      purpose: 'extract' as const,
      documentId: null,
      provider: 'one',
      model: 'one/small',
      keyId: null,
      attempt: 1,
      promptHash: 'h',
      estimate: { tokens: 100, cost: 5_000 },
    };
    await harness.as(tenant, () => harness.calls.open([call]));
    await expect.poll(() => harness.calls.expire()).toBeGreaterThan(0);
    expect((await ledger(tenant))?.cost).toBe(5_000);
    await harness.as(tenant, () =>
      harness.calls.close([
        { id: call.id, outcome: 'answered', usage: { input: 10, cachedInput: 0, output: 5 }, cost: 700, latencyMs: 1 },
      ]),
    );
    expect((await ledger(tenant))?.cost).toBe(700);
  });
});
