#!/usr/bin/env node
// npm run bench:triage [-- --count 1500 --in-flight 64 --duplicates 0,0.3,0.9]: e-mails a second, in the process and end to end.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { underProjectNode } from './lib/project-node.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1500' },
    'in-flight': { type: 'string', default: '64' },
    duplicates: { type: 'string', default: '0,0.3,0.9' },
    modes: { type: 'string', default: 'local,model' },
    lanes: { type: 'string', default: 'engine,service' },
    threads: { type: 'string', default: '2' },
    median: { type: 'string', default: '800' },
    seed: { type: 'string', default: '1' },
    profile: { type: 'string', default: '' },
  },
});
underProjectNode(import.meta.url);
const { startMailWorld } = await import('./mail-world.mjs');
const { sendAll } = await import('./triage-run.mjs');
const { letterOf, letters } = await import('./triage-samples.mjs');
const { markdownTable, saveResults } = await import('./lib/report.mjs');
const { figure } = await import('./lib/statistics.mjs');

/** What the field's guide to such systems calls fast: e-mails a second. */
const BOUND = 30;
const GOALS = { engine: 3_000, service: 300, megabytes: 5 };
const agents = (mode) => ({ triageAgents: { classify: mode, prioritise: mode, summarise: mode, reply: mode } });
const MODES = {
  local: { piiPolicy: { modelInput: 'local-only' }, ...agents('local') },
  model: { piiPolicy: { modelInput: 'pseudonymized' }, ...agents('model') },
};
const SAMPLES = 600;
const WARM_UP = 400;
const [WARM_UP_MS, FOR_MS] = [2_000, 5_000];

const say = (line = '') => process.stdout.write(`${line}\n`);
const count = Number(values.count);
const inFlight = Number(values['in-flight']);
let number = Number(values.seed) * 10_000_000;
const take = (many) => (number += many) - many;

/** As the engine sees an e-mail that came as JSON. */
const messageOf = ({ subject, text, receivedAt }) => ({
  messageId: null,
  inReplyTo: null,
  references: [],
  conversationId: null,
  from: null,
  to: [],
  cc: [],
  subject,
  text,
  sections: [],
  date: receivedAt,
  headers: {},
  attachmentNames: [],
});

/** E-mails a second of the engine in so many threads at once. */
async function engineRate(threads) {
  const messages = Array.from({ length: SAMPLES }, (_, seed) => messageOf(letterOf(seed)));
  const workerData = { messages, warmUpMs: WARM_UP_MS, forMs: FOR_MS };
  const rates = Array.from({ length: threads }, () => {
    const worker = new Worker(new URL('./triage-engine.mjs', import.meta.url), { workerData });
    return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  });
  return (await Promise.all(rates)).reduce((sum, rate) => sum + rate, 0);
}

const lanes = new Set(values.lanes.split(','));
const results = { options: values };
if (lanes.has('engine')) {
  const threads = Number(values.threads);
  results.engine = { threads, load: loadavg()[0], perSecond: await engineRate(threads) };
  const { perSecond } = results.engine;
  say(
    `\nEngine, ${threads} threads: ${figure(perSecond)} e-mails a second, ${figure(perSecond / BOUND)}× of ${BOUND}.`,
  );
}
if (lanes.has('service')) {
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  const world = await startMailWorld({
    signal: stopping.signal,
    medianMs: Number(values.median),
    seed: values.seed,
    nodeOptions: values.profile && `--cpu-prof --cpu-prof-dir=${values.profile}`,
  });
  results.runs = [];
  try {
    for (const mode of values.modes.split(',')) {
      await world.settings(MODES[mode]);
      await sendAll(world, letters(WARM_UP, 0, take(WARM_UP)), inFlight);
      // As autovacuum does within the first minute of an installation; plans for empty tables are not what is to be measured.
      await world.database.query('ANALYZE');
      for (const share of values.duplicates.split(',').map(Number)) {
        const load = loadavg()[0];
        const run = await sendAll(world, letters(count, share, take(count)), inFlight);
        results.runs.push({ mode, share, load, ...run });
        process.stderr.write(`${mode}, ${share}: ${figure(run.perSecond)} a second\n`);
      }
    }
  } finally {
    await world.close();
  }
  say(`\n### ${figure(count)} e-mails, ${inFlight} in flight, model ${values.median} ms in the median\n`);
  say(
    markdownTable(
      results.runs.map((run) => ({
        mode: run.mode,
        duplicates: run.share,
        linked: figure(run.duplicates / count),
        load: run.load.toFixed(1),
        'a second': figure(run.perSecond),
        [`× ${BOUND}`]: figure(run.perSecond / BOUND),
        'by CPU, 2 cores': figure(run.perSecondByCpu),
        'p50 ms': figure(run.p50),
        'p95 ms': figure(run.p95),
        'MB in flight': run.megabytesInFlight.toFixed(2),
        ...Object.fromEntries(Object.entries(run.cpuMs).map(([name, ms]) => [`${name} ms`, ms.toFixed(2)])),
      })),
    ),
  );
}
say(
  `\nGoals: ${figure(GOALS.engine)} a second in the process, ${GOALS.service} end to end, ${GOALS.megabytes} MB an e-mail in flight.`,
);
process.stderr.write(`\n${saveResults('triage', results)}\n`);
