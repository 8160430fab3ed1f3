#!/usr/bin/env node
// npm run bench:mail [-- --count 600 --in-flight 64]: e-mails with attachments, from the upload to the whole result.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { underProjectNode } from './lib/project-node.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '600' },
    'in-flight': { type: 'string', default: '64' },
    modes: { type: 'string', default: 'local,cascade,everything' },
    median: { type: 'string', default: '800' },
    documents: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    profile: { type: 'string', default: '' },
  },
});
underProjectNode(import.meta.url);
const { startMailWorld } = await import('./mail-world.mjs');
const { runOf } = await import('./mail-run.mjs');
const { wallOf } = await import('./mail-wall.mjs');
const { markdownTable, saveResults } = await import('./lib/report.mjs');
const { figure } = await import('./lib/statistics.mjs');

/** Settings of the tenant: never asked, as it comes, always asked. */
const PLAIN = { piiPolicy: { modelInput: 'plain' } };
const MODES = {
  local: { ...PLAIN, modelThresholds: { classify: 0, extract: 0 } },
  cascade: { ...PLAIN, modelThresholds: { classify: 0.85, extract: 0.7 } },
  everything: { ...PLAIN, modelThresholds: { classify: 1, extract: 1 } },
};
/** What a service that has just started does slower: code is not compiled yet, statements are not planned. */
const WARM_UP = 60;
const GOALS = { perHour: 20_000, ratio: 1.15 };

const say = (line = '') => process.stdout.write(`${line}\n`);
const [count, inFlight] = [Number(values.count), Number(values['in-flight'])];
let number = Number(values.seed) * 1_000_000;
const take = (many) => (number += many) - many;

const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort());
const world = await startMailWorld({
  signal: stopping.signal,
  medianMs: Number(values.median),
  seed: values.seed,
  nodeOptions: values.profile && `--cpu-prof --cpu-prof-dir=${values.profile}`,
});
const runs = [];
let wall;
try {
  for (const mode of values.modes.split(',')) {
    await world.settings(MODES[mode]);
    await runOf(world, { count: WARM_UP, inFlight, from: take(WARM_UP) });
    runs.push({ mode, load: loadavg()[0], ...(await runOf(world, { count, inFlight, from: take(count) })) });
    process.stderr.write(`${mode}: ${figure(runs.at(-1).perHour)} an hour\n`);
  }
  await world.settings(MODES.everything);
  const documents = Number(values.documents);
  if (documents > 0) wall = { load: loadavg()[0], ...(await wallOf(world, { documents, from: take(documents) })) };
} finally {
  await world.close();
}

say(`\n### ${figure(count)} e-mails, ${inFlight} in flight, model ${values.median} ms in the median\n`);
say(
  markdownTable(
    runs.map((run) => ({
      mode: run.mode,
      load: run.load.toFixed(1),
      'an hour': figure(run.perHour),
      'by CPU, 2 cores': figure(run.perHourByCpu),
      'p50 ms': figure(run.p50),
      'p95 ms': figure(run.p95),
      refused: run.refused,
      asked: run.asked.toFixed(2),
      calls: run.calls.toFixed(2),
      tokens: `${figure(run.tokensIn)} + ${figure(run.tokensOut)}`,
      '$ a thousand': (run.usd * 1000).toFixed(3),
    })),
  ),
);
say('\n### Processor time an e-mail, ms\n');
say(
  markdownTable(
    runs.map(({ mode, cpuMs }) => ({
      mode,
      ...Object.fromEntries(Object.entries(cpuMs).map(([name, ms]) => [name, ms.toFixed(1)])),
    })),
  ),
);
for (const { mode, stages } of runs) {
  say(`\n### Stages, ${mode}: time from claim to end\n`);
  say(
    markdownTable(
      stages
        .toSorted((a, b) => b.msPerMail - a.msPerMail)
        .map(({ queue, jobsPerMail, meanMs, msPerMail }) => ({
          stage: queue,
          'jobs an e-mail': jobsPerMail.toFixed(2),
          'ms a job': figure(meanMs),
          'ms an e-mail': figure(msPerMail),
        })),
    ),
  );
}
if (wall) {
  const calls = wall.runs.map((run) => run.calls).join(', ');
  say(`\nExtraction of one document against its slowest call, ${wall.runs.length} documents with ${calls} calls each:`);
  say(
    `${wall.ratio.toFixed(3)}× (worst ${wall.worst.toFixed(3)}×); one after the other it would be ${wall.alone.toFixed(1)}×. Load ${wall.load.toFixed(1)}.`,
  );
}
say(`\nGoals: ${figure(GOALS.perHour)} an hour on two cores; ${GOALS.ratio}×.`);
process.stderr.write(`\n${saveResults('mail', { options: values, runs, wall })}\n`);
