import { newUuid } from '@app/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../support/simulator/simulator.mjs';
import { FAULTS } from '../../../scripts/faults/mixed-run.mjs';
import { inLanes } from '../../../scripts/faults/instances.mjs';
import { requestOf, RIGHT, scenario } from '../../../scripts/faults/work.mjs';
import { gatewayHarness, type GatewayHarness } from './gateway-harness.js';

const PRICE = { input: 1, output: 4 };
const PIECES = 200;
const UNSEEN = ['cut', 'timeout', 'cancelled'];

let first: Simulator;
let second: Simulator;
let harness: GatewayHarness;

beforeAll(async () => {
  const options = { prices: { m: PRICE }, scenario, faults: FAULTS };
  // The first is as often too slow as it is not.
  first = await startSimulator({ ...options, seed: 31, latency: { medianMs: 100, sigma: 1 } });
  second = await startSimulator({ ...options, seed: 33, latency: { medianMs: 30, sigma: 0.5 } });
  const limits = { timeoutMs: 2_000, concurrency: 100 };
  const models = [{ name: 'm', structure: 'strict', price: PRICE }];
  harness = await gatewayHarness({
    providers: [
      { id: 'first', baseUrl: `${first.url}/v1`, ...limits, models },
      { id: 'second', kind: 'anthropic', baseUrl: `${second.url}/v1`, ...limits, models },
    ],
    routes: { default: ['first/m', 'second/m'] },
    hedgeAfterMs: { extract: 100 },
  });
});
afterAll(async () => {
  await harness?.close();
  await Promise.all([first?.stop(), second?.stop()]);
});

it('under faults each piece of work ends, nothing wrong is taken, and the books of both providers are covered', async () => {
  const tenant = await harness.newTenant();
  await harness.owner.query(
    `INSERT INTO budgets (tenant_id, id, scope, period, hard_cost) VALUES ($1, $2, 'tenant', 'month', 1000000000)`,
    [tenant, newUuid()],
  );
  const ends: Record<string, number> = {};
  const values = new Set<string>();
  let cost = 0;
  await inLanes(20, PIECES, async (index) => {
    const answer = await harness.as(tenant, () => harness.gateway.ask(requestOf({ text: `hedged ${index}` })));
    const end = answer.kind === 'answer' ? answer.kind : answer.reason;
    ends[end] = (ends[end] ?? 0) + 1;
    cost += answer.kind === 'answer' ? answer.origin.cost : answer.cost;
    if (answer.kind === 'answer') values.add(JSON.stringify(answer.value));
  });
  expect(Object.values(ends).reduce((sum, count) => sum + count, 0)).toBe(PIECES);
  expect([...values]).toEqual([JSON.stringify(RIGHT)]);
  expect(ends['answer']).toBeGreaterThan(PIECES * 0.95);
  // What was cancelled may still be on its way to the provider's books.
  await expect.poll(() => first.stats.inFlight + second.stats.inFlight).toBe(0);

  const { rows } = await harness.owner.query<{ provider: string; outcome: string; state: string; cost: number }>(
    'SELECT provider, outcome, state, cost::float8 FROM llm_calls WHERE tenant_id = $1 AND attempt > 0',
    [tenant],
  );
  expect(rows.filter(({ state }) => state !== 'closed')).toEqual([]);
  expect(rows.filter(({ outcome }) => outcome === 'cancelled').length).toBeGreaterThan(10);
  const sumOf = (of: typeof rows): number => of.reduce((sum, row) => sum + row.cost, 0);
  for (const [provider, { stats }] of Object.entries({ first, second })) {
    const own = rows.filter((row) => row.provider === provider);
    const unseen = own.filter(({ outcome }) => UNSEEN.includes(outcome));
    const seen = own.filter(({ outcome }) => !UNSEEN.includes(outcome));
    // An answer that goes out in the moment in which it is cancelled is one that the provider has seen, and we have not.
    expect(sumOf(seen)).toBeLessThanOrEqual(stats.nanoUsd);
    expect(sumOf(own)).toBeGreaterThanOrEqual(stats.nanoUsd + stats.unseenNanoUsd);
    expect(own.length).toBeGreaterThanOrEqual(stats.requests);
    expect(seen.length).toBeLessThanOrEqual(stats.requests);
    expect(unseen.length).toBeGreaterThan(0);
  }
  // What answers say they cost, the ledger, and the budget are one.
  const { rows: budgets } = await harness.owner.query<{ spent: number; reserved: number }>(
    'SELECT spent_cost::float8 AS spent, reserved_cost::float8 AS reserved FROM budget_spending WHERE tenant_id = $1',
    [tenant],
  );
  expect(budgets).toEqual([{ spent: sumOf(rows), reserved: 0 }]);
  expect(cost).toBe(sumOf(rows));
});
