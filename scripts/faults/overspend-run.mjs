import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSimulator } from '../../test/support/simulator/simulator.mjs';
import { openBooks } from './books.mjs';
import { inLanes, startInstances } from './instances.mjs';
import { RIGHT } from './work.mjs';

const PRICE = { input: 2.5, output: 10 };
const SAMPLE_MS = 10;
/** Nearly as long as it may be, so that calls cost nearly what is reserved for them. */
const scenario = () => ({ answer: { ...RIGHT, summary: `a ${'long '.repeat(120)}bill` } });

/**
 * So many calls at once, over several processes, against a budget that has room for a part of them; processes are killed in
 * the middle. Samples what is spent and reserved meanwhile; then the calls of the dead expire.
 */
export async function overspendRun(services, { calls = 200, instances = 4, kills = 2, hardCost, latencyMs = 300 }) {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-overspend-'));
  // On a slow machine the first calls would have ended before there are others to be killed with them.
  const answers = Promise.withResolvers();
  const simulator = await startSimulator({
    until: answers.promise,
    prices: { m: PRICE },
    scenario,
    latency: { medianMs: latencyMs, sigma: 0.5 },
  });
  const file = join(folder, 'models.json');
  const provider = { id: 'one', baseUrl: `${simulator.url}/v1`, concurrency: 500 };
  writeFileSync(
    file,
    JSON.stringify({ providers: [{ ...provider, models: [{ name: 'm', structure: 'strict', price: PRICE }] }] }),
  );
  const books = await openBooks(services.DATABASE_OWNER_URL);
  const watching = await openBooks(services.DATABASE_OWNER_URL);
  const running = await startInstances(instances, { ...services, LLM_CONFIG_FILE: file });
  try {
    const tenant = await books.newTenant(hardCost);
    const highest = { budget: 0, ledger: 0, samples: 0 };
    let isOver = false;
    const sampling = (async () => {
      while (!isOver) {
        const { spent, reserved, ledger } = await watching.spending(tenant);
        highest.budget = Math.max(highest.budget, spent + reserved);
        highest.ledger = Math.max(highest.ledger, ledger);
        highest.samples++;
        await sleep(SAMPLE_MS);
      }
    })();
    const asked = Array.from({ length: calls }, (_, index) =>
      running[index % instances].ask({ tenantId: tenant, text: `overspend ${index}` }),
    );
    let isFull = false;
    for (const call of asked) void call.then(({ reason }) => (isFull ||= reason === 'budget-exhausted'));
    // The budget is full of calls that are under way: what dies now leaves reservations behind.
    while (!isFull || simulator.stats.inFlight < calls / 20) await sleep(1);
    const killed = running.slice(0, kills);
    await Promise.all(killed.map((instance) => instance.kill()));
    answers.resolve();
    const ends = {};
    for (const { kind, reason } of await Promise.all(asked)) ends[reason ?? kind] = (ends[reason ?? kind] ?? 0) + 1;
    const afterKill = await books.spending(tenant);
    const expired = await books.expire(tenant);
    // Those that are left ask on until nothing is left.
    let more = 0;
    let isUsedUp = false;
    const ask = async (index) => {
      more++;
      const { reason } = await running[instances - 1].ask({ tenantId: tenant, text: `and on ${index}` });
      isUsedUp ||= reason === 'budget-exhausted';
    };
    await inLanes(10, calls * 10, ask, () => isUsedUp);
    isOver = true;
    await sampling;
    return {
      hardCost,
      ends,
      more,
      expired,
      highest,
      afterKill,
      end: await books.spending(tenant),
      billed: simulator.stats,
    };
  } finally {
    await Promise.all(running.map((instance) => instance.stop()));
    await Promise.all([books.close(), watching.close()]);
    await simulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
