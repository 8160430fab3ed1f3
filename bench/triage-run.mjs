// Sends e-mails to POST /v1/triage, so many at once, waits for the answer of each, and says what it took.
import { Agent } from 'undici';
import { percentile } from './lib/statistics.mjs';
import { descendants, commandOf, residentBytes } from './lib/processes.mjs';
import { watchMemory } from './lib/memory-watch.mjs';

const WAIT_SECONDS = 60;
const MEGABYTE = 1024 ** 2;

const servicePid = (supervisor) =>
  descendants(supervisor).find((pid) => /dist\/apps\/api\/src\/main\.js/.test(commandOf(pid)));

/** Seconds by process since `before`, added up for what is ours. */
function oursSince(world, before) {
  const { provider: _provider, client: _client, ...after } = world.seconds();
  return Object.fromEntries(Object.entries(after).map(([name, value]) => [name, value - before[name]]));
}

/** Sends these; answers rates by the clock and by processor time, latencies, memory and how many were duplicates. */
export async function sendAll(world, mails, inFlight) {
  const dispatcher = new Agent({ connections: inFlight, keepAliveTimeout: 60_000 });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${world.token}` };
  const [times, waiting] = [[], mails.map((mail) => JSON.stringify(mail)).reverse()];
  let duplicates = 0;
  const next = async () => {
    for (let body = waiting.pop(); body !== undefined; body = waiting.pop()) {
      const started = performance.now();
      const response = await fetch(`${world.url}/v1/triage?wait=${WAIT_SECONDS}`, {
        method: 'POST',
        headers,
        body,
        dispatcher,
      });
      const answer = await response.json();
      if (response.status !== 200 || !answer.category) throw new Error(`${response.status} ${answer.code}`);
      if (answer.duplicateOf !== null) duplicates++;
      times.push(performance.now() - started);
    }
  };
  const pid = servicePid(world.supervisor);
  const resting = residentBytes(pid);
  const peakOf = watchMemory(pid);
  const before = world.seconds();
  const started = performance.now();
  await Promise.all(Array.from({ length: inFlight }, next));
  const wall = (performance.now() - started) / 1000;
  const seconds = oursSince(world, before);
  await dispatcher.close();
  const cpu = Object.values(seconds).reduce((sum, value) => sum + value, 0);
  return {
    perSecond: mails.length / wall,
    perSecondByCpu: (mails.length / cpu) * 2,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    duplicates,
    megabytesInFlight: Math.max(0, peakOf() - resting) / inFlight / MEGABYTE,
    cpuMs: Object.fromEntries(Object.entries(seconds).map(([name, value]) => [name, (value * 1000) / mails.length])),
  };
}
