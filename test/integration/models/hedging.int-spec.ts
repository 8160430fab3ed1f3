import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type Simulator, startSimulator } from '../../support/simulator/simulator.mjs';
import { gatewayHarness, type GatewayHarness } from './gateway-harness.js';

const PRICE = { input: 1, output: 4 };
let slow: Simulator;
let quick: Simulator;
let harness: GatewayHarness;

beforeAll(async () => {
  const scenario = () => ({ answer: { total: '1' } });
  slow = await startSimulator({ latency: { medianMs: 20_000, sigma: 0 }, scenario });
  quick = await startSimulator({ scenario });
  const models = [{ name: 'small', structure: 'strict', price: PRICE }];
  harness = await gatewayHarness({
    providers: [
      { id: 'slow', baseUrl: `${slow.url}/v1`, models },
      { id: 'quick', baseUrl: `${quick.url}/v1`, models },
    ],
    routes: { default: ['slow/small', 'quick/small'] },
    hedgeAfterMs: { answer: 100 },
  });
});
afterAll(async () => {
  await harness.close();
  await Promise.all([slow.stop(), quick.stop()]);
});

it('asks the second model while the first does not answer, and pays for both', async () => {
  const tenant = await harness.newTenant();
  const answer = await harness.as(tenant, () =>
    harness.gateway.ask({
      purpose: 'answer',
      instructions: 'Find the total.',
      content: [{ name: 'document', text: 'Total 1' }],
      schema: z.object({ total: z.string() }),
      schemaName: 'fields',
      schemaVersion: 1,
      maxTokens: 100,
      documentId: null,
      deadlineMs: 15_000,
    }),
  );
  expect(answer).toMatchObject({
    kind: 'answer',
    value: { total: '1' },
    origin: { model: 'quick/small', degraded: true, attempts: 2 },
  });
  const { rows } = await harness.owner.query<{ model: string; outcome: string; state: string; cost: string }>(
    'SELECT model, outcome, state, cost FROM llm_calls WHERE tenant_id = $1 ORDER BY model',
    [tenant],
  );
  expect(rows.map(({ model, outcome, state }) => [model, outcome, state])).toEqual([
    ['quick/small', 'answered', 'closed'],
    ['slow/small', 'cancelled', 'closed'],
  ]);
  expect(answer).toMatchObject({ origin: { cost: rows.reduce((sum, { cost }) => sum + Number(cost), 0) } });
  expect(slow.stats.inFlight).toBe(0);
});
