#!/usr/bin/env node
// npm run bench:gateway [-- --rounds 3 --only dossier --latency 200 --duplicates]: what a call to a model costs around the call.
import { parseArgs } from 'node:util';
import { underProjectNode } from './lib/project-node.mjs';

underProjectNode(import.meta.url);
const { startLane } = await import('./lib/lane-process.mjs');
const { missing, versionOf } = await import('./lib/peers.mjs');
const { processSeconds, descendants } = await import('./lib/processes.mjs');
const { markdownTable, saveResults } = await import('./lib/report.mjs');
const { figure, median, percentile } = await import('./lib/statistics.mjs');
const { GATEWAY_LANES } = await import('./lanes/gateway-registry.mjs');
const { startWorld } = await import('./gateway-world.mjs');

const ENTRY = new URL('./gateway-lane.mjs', import.meta.url);
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    latency: { type: 'string', default: '200' },
    duplicates: { type: 'boolean', default: false },
  },
});
/** Calls of a round by how many are under way at once: each some seconds of the provider's latency. */
const LOADS = [
  { inFlight: 1, count: 15 },
  { inFlight: 32, count: 480 },
  { inFlight: 400, count: 4_000 },
];
const GOAL_MICROS = 60;
const say = (line = '') => process.stdout.write(`${line}\n`);

async function measured() {
  const world = await startWorld({ medianMs: Number(values.latency), sigma: 0 });
  const wanted = GATEWAY_LANES.filter(({ name }) => name.toLowerCase().includes(values.only.toLowerCase()));
  const lanes = wanted.map((lane) => ({ ...lane, absent: missing(lane), rounds: [] }));
  const present = lanes.filter(({ absent }) => absent === null);
  try {
    for (const lane of present) lane.process = await startLane(lane, world, null, ENTRY);
    for (const lane of present) {
      lane.pids = (await lane.process.ask('pids')).pids;
      await lane.process.ask('round', LOADS[2]);
    }
    for (let round = 0; round < Number(values.rounds); round++)
      for (const load of LOADS)
        for (const lane of present) {
          process.stderr.write(`round ${round + 1}: ${lane.name}, ${load.inFlight} in flight\n`);
          lane.rounds.push(await roundOf(lane, load, world));
        }
    for (const lane of present) await lane.process.close();
  } finally {
    await world.close();
  }
  return lanes.map(({ name, isOurs = false, absent, rounds, package: peer }) => ({
    name,
    isOurs,
    version: peer ? versionOf(peer) : null,
    absent,
    rounds,
  }));
}

/** A round with the processor time of the processes that it lets work, to a hundredth of a second. */
async function roundOf(lane, load, { postgresPid, redisPid }) {
  const ofTree = (pid) => [pid, ...descendants(pid)].reduce((sum, id) => sum + processSeconds(id), 0);
  const others = () => ({
    postgres: ofTree(postgresPid),
    redis: processSeconds(redisPid),
    gateway: lane.pids.reduce((sum, pid) => sum + processSeconds(pid), 0),
  });
  const before = others();
  const result = await lane.process.ask('round', load);
  const after = others();
  const seconds = Object.fromEntries(Object.keys(after).map((name) => [name, after[name] - before[name]]));
  return { ...result, seconds };
}

function rowOf(lane, load) {
  const rounds = lane.rounds.filter(({ inFlight }) => inFlight === load.inFlight);
  const of = (value) => median(rounds.map(value));
  const own = rounds.map(({ cpuMicros, count }) => cpuMicros / count);
  const other = (name) => {
    const micros = of(({ seconds, count }) => (seconds[name] * 1e6) / count);
    return micros < 1 ? '–' : figure(micros);
  };
  return {
    lane: lane.version ? `${lane.name} ${lane.version}` : lane.name,
    'CPU µs/call': figure(median(own)),
    'min–max': `${figure(Math.min(...own))}–${figure(Math.max(...own))}`,
    'Postgres µs': other('postgres'),
    'Redis µs': other('redis'),
    'its gateway µs': other('gateway'),
    'calls/s': figure(of(({ count, wallMs }) => count / (wallMs / 1000))),
    'p50 ×': of(({ p50 }) => p50 / values.latency).toFixed(3),
    'p95 ×': of(({ p95 }) => p95 / values.latency).toFixed(3),
  };
}

async function reportCalls() {
  const lanes = await measured();
  for (const load of LOADS) {
    say(`\n### ${load.inFlight} in flight, provider takes ${values.latency} ms\n`);
    say(markdownTable(lanes.filter(({ absent }) => absent === null).map((lane) => rowOf(lane, load))));
  }
  for (const { name, absent } of lanes) if (absent) say(`\nabsent: ${name} (${absent})`);
  say(`\nGoal: ${GOAL_MICROS} µs of processor time a call, all in.`);
  process.stderr.write(`\n${saveResults('gateway', { latencyMs: Number(values.latency), lanes })}\n`);
}

const MEDIAN_MS = 800;

/** First processing against a duplicate, and twins; the provider's latency is log-normal. */
async function reportDuplicates() {
  const world = await startWorld({ medianMs: MEDIAN_MS, sigma: 0.4 });
  try {
    const lane = await startLane(GATEWAY_LANES[0], world, null, ENTRY);
    const { characters, firsts, again, twins } = await lane.ask('duplicates');
    const requests = await world.requests();
    await lane.close();
    const ms = (list) => list.map((one) => one.ms);
    const [first, repeat] = [median(ms(firsts)), median(ms(again))];
    say(
      `\n### The same document again: ${characters.toLocaleString('en')} characters, provider takes ${MEDIAN_MS} ms\n`,
    );
    say(
      markdownTable([
        { asked: 'first', 'p50 ms': figure(first), 'p95 ms': figure(percentile(ms(firsts), 0.95)), ratio: '1×' },
        {
          asked: 'again',
          'p50 ms': figure(repeat),
          'p95 ms': figure(percentile(ms(again), 0.95)),
          ratio: `${figure(first / repeat)}×`,
        },
      ]),
    );
    const expected = firsts.length + 1;
    say(
      `\n${twins.count} twins at once: ${requests - firsts.length} call to the provider, ${twins.hits} answers shared.`,
    );
    process.stderr.write(`\n${saveResults('gateway-duplicates', { characters, firsts, again, twins, requests })}\n`);
    if (requests !== expected) process.exitCode = 1;
  } finally {
    await world.close();
  }
}

await (values.duplicates ? reportDuplicates() : reportCalls());
process.exit();
