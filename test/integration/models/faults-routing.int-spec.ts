import type { ModelGateway, ModelRequest } from '@app/llm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type SeenRequest, type Simulator, startSimulator } from '../../support/simulator/simulator.mjs';
import { gatewayHarness, type GatewayHarness } from './gateway-harness.js';

const PROBE_MS = 400;
const LIMITS = { requestsPerMinute: 240 };
const TOKEN_LIMITS = { tokensPerMinute: 30_000 };
/** Far more than may reach a dead provider, on a machine of any speed. */
const LEAST_CALLS = 200;
const answerSchema = z.object({ total: z.string() });

/** Providers that are down, twins, and limits of keys: over two instances that share Postgres and Redis. */
describe('routing among providers and instances', () => {
  let dying: Simulator;
  let sound: Simulator;
  let harness: GatewayHarness;
  let other: ModelGateway;
  let seen: SeenRequest[];

  beforeAll(async () => {
    const scenario = () => ({ answer: { total: '12.50' } });
    const simulated = { limited: LIMITS, tokens: TOKEN_LIMITS };
    dying = await startSimulator({ seed: 21, scenario, limits: simulated });
    sound = await startSimulator({ seed: 23, scenario, limits: simulated });
    process.env['TEST_ROUTING_KEY'] = 'sk-routing';
    const limits = { keys: [{ env: 'TEST_ROUTING_KEY' }], concurrency: 1_000 };
    const models = [
      { name: 'm', structure: 'strict' },
      { name: 'limited', structure: 'strict', limits: LIMITS },
      { name: 'tokens', structure: 'strict', limits: TOKEN_LIMITS },
    ];
    const names = ['reset', 'hang', 'errors'];
    harness = await gatewayHarness(
      {
        providers: [
          ...names.map((id) => ({
            id,
            baseUrl: `${dying.url}/v1`,
            ...limits,
            timeoutMs: 1_000,
            models: [{ name: 'm', structure: 'strict' }],
          })),
          { id: 'sound', kind: 'anthropic', baseUrl: `${sound.url}/v1`, ...limits, models },
          { id: 'openai', baseUrl: `${dying.url}/v1`, ...limits, models },
        ],
      },
      PROBE_MS,
    );
    other = await harness.twin();
  });
  afterAll(async () => {
    await harness.close();
    await Promise.all([dying.stop(), sound.stop()]);
  });
  beforeEach(() => {
    seen = [];
    for (const simulator of [dying, sound])
      simulator.change({
        faults: {},
        latency: { medianMs: 5, sigma: 0.3 },
        onRequest: (request) => void seen.push(request),
      });
  });

  let prompts = 0;
  const request = (more: Partial<ModelRequest<typeof answerSchema>> = {}): ModelRequest<typeof answerSchema> => ({
    purpose: 'extract',
    instructions: 'Find the total.',
    content: [{ name: 'document', text: `Total 12.50 (${prompts++})` }],
    schema: answerSchema,
    schemaName: 'fields',
    schemaVersion: 1,
    maxTokens: 50,
    documentId: null,
    deadlineMs: 30_000,
    ...more,
  });
  const ask = (tenant: string, gateway: ModelGateway, more: Partial<ModelRequest<typeof answerSchema>> = {}) =>
    harness.as(tenant, () => gateway.ask(request(more)));

  it.each([
    ['reset', 'down'],
    ['hang', 'hang'],
    ['errors', 'server-error'],
  ] as const)(
    'completes all work with one provider of two dead (%s), asks it at most twenty times, then once an interval',
    async (id, fault) => {
      const tenant = await harness.newTenant([`${id}/m`, 'sound/m']);
      dying.change({ isDown: fault === 'down', faults: { share: 1, kinds: { [fault]: 1 } } });
      const started = performance.now();
      const ends: string[] = [];
      // One after the other in each lane, so that the circuit is what keeps work away; ten lanes over some intervals.
      const lane = async () => {
        while (performance.now() - started < PROBE_MS * 8 || ends.length < LEAST_CALLS)
          ends.push((await ask(tenant, harness.gateway)).kind);
      };
      await Promise.all(Array.from({ length: 10 }, lane));
      const passed = performance.now() - started;
      const answered = ends.filter((kind) => kind === 'answer').length;
      expect(answered / ends.length).toBeGreaterThanOrEqual(0.995);
      const reached = seen.filter(({ fault: met }) => met === fault).length;
      // Those that were under way when it opened are ten at the most.
      expect(reached).toBeLessThanOrEqual(20 + 10 + Math.ceil(passed / PROBE_MS));
      // It comes back, and is asked again.
      dying.change({ isDown: false, faults: {} });
      await expect
        .poll(async () => ask(tenant, harness.gateway), { timeout: 5_000, interval: 50 })
        .toMatchObject({ kind: 'answer', origin: { provider: id } });
    },
  );

  it('makes one call for a thousand that ask the same at once through two instances', async () => {
    sound.change({ latency: { medianMs: 150, sigma: 0 } });
    const tenant = await harness.newTenant(['sound/m']);
    const content = [{ name: 'document', text: `the same for all of ${tenant}` }];
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, (_, index) => ask(tenant, index % 2 === 0 ? harness.gateway : other, { content })),
    );
    expect(answers.filter(({ kind }) => kind === 'answer')).toHaveLength(1_000);
    expect(seen).toHaveLength(1);
  });

  it('lets twins go at their own deadline, and asks for those that have more time than who asked first', async () => {
    sound.change({ latency: { medianMs: 600, sigma: 0 } });
    const tenant = await harness.newTenant(['sound/m']);
    const content = [{ name: 'document', text: `the same with other deadlines of ${tenant}` }];
    const first = ask(tenant, harness.gateway, { content, deadlineMs: 300 });
    const patient = ask(tenant, harness.gateway, { content });
    const hasty = ask(tenant, harness.gateway, { content, deadlineMs: 100 });
    expect(await Promise.race([first, hasty, patient])).toEqual(await hasty);
    expect(await hasty).toMatchObject({ kind: 'none', reason: 'deadline' });
    expect(await first).toMatchObject({ kind: 'none', reason: 'deadline' });
    expect(await patient).toMatchObject({ kind: 'answer' });
  });

  it.each([
    ['requests', 'sound/limited', 360, 230],
    ['requests', 'openai/limited', 360, 230],
    ['tokens', 'sound/tokens', 625, 250],
    ['tokens', 'openai/tokens', 625, 250],
  ] as const)('keeps two instances together below the limit of %s of a key: %s', async (_, model, calls, atLeast) => {
    const tenant = await harness.newTenant([model]);
    const overLimit = (): number => sound.stats.overLimit + dying.stats.overLimit;
    const before = overLimit();
    const enough = new AbortController();
    let answered = 0;
    const work = Array.from({ length: calls }, async (__, index) => {
      const gateway = index % 2 === 0 ? harness.gateway : other;
      const { kind } = await ask(tenant, gateway, { deadlineMs: 60_000, signal: enough.signal });
      if (kind === 'answer') answered++;
      return kind;
    });
    // However long that takes; those that wait are let go then.
    await vi.waitFor(() => expect(answered).toBeGreaterThanOrEqual(atLeast), { timeout: 50_000, interval: 5 });
    const atOnce = answered;
    enough.abort();
    const ends = await Promise.allSettled(work);
    expect({ over: overLimit() - before, atOnce }).toMatchObject({ over: 0 });
    expect(atOnce).toBeLessThan(calls);
    expect(ends.some(({ status }) => status === 'rejected')).toBe(true);
  });
});
