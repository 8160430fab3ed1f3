// One lane of bench/gateway.mjs in a process of its own. It makes calls, so many at once, and says what they took.
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from './lib/statistics.mjs';

const [lane, world] = JSON.parse(process.argv[2]);
const { open } = await import(`./lanes/${lane.module}`);
const client = await open(world, lane.options ?? {});
/** No two calls ask the same, over all lanes: what is cached is another question. */
let calls = process.pid * 1_000_000;

async function round({ inFlight, count }) {
  const latencies = [];
  let left = count;
  const work = async (_, index) => {
    // Calls come one after the other, as they do in a service, and not all at once.
    await sleep((index / inFlight) * world.latencyMs);
    while (left-- > 0) {
      const started = performance.now();
      await client.call(calls++);
      latencies.push(performance.now() - started);
    }
  };
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  await Promise.all(Array.from({ length: inFlight }, work));
  const { user, system } = process.cpuUsage(cpu);
  return {
    inFlight,
    count,
    cpuMicros: user + system,
    wallMs: performance.now() - wall,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
  };
}

const COMMANDS = {
  round,
  duplicates: () => client.duplicates(),
  pids: () => ({ pids: client.pids ?? [] }),
};

process.on('message', async ({ command, ...details }) => {
  if (command === 'close') {
    await client.close();
    process.disconnect();
    return;
  }
  process.send(await COMMANDS[command](details));
});
process.on('disconnect', () => process.exit(0));
process.send({ isReady: true });
