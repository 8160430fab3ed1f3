#!/usr/bin/env node
// npm run bench:cascade [-- --sets sroie,zugferd,contracts --limit 40]: what the cascade saves, and whether it costs quality.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { underProjectNode } from './lib/project-node.mjs';

const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: 'sroie,zugferd,contracts' },
    limit: { type: 'string', default: '40' },
    data: { type: 'string', default: '../shared/data' },
    bench: { type: 'string', default: '../shared/bench' },
    split: { type: 'string', default: 'dev' },
    width: { type: 'string', default: '4' },
    latency: { type: 'string', default: '800' },
    wrong: { type: 'string', default: '0.05' },
    invented: { type: 'string', default: '0.03' },
    seed: { type: 'string', default: '1' },
    pseudonyms: { type: 'string', default: 'sroie' },
  },
});
const data = resolve(values.data);
const scorers = resolve(values.bench);
const scorer = join(scorers, 'documents.mjs');
if (!existsSync(data) || !existsSync(scorer)) {
  console.error(
    `Nothing was measured: there are no documents in ${data} (--data) or no scorers in ${scorers} (--bench).`,
  );
  process.exit(2);
}
underProjectNode(import.meta.url);

const { SETS } = await import('./cascade-sets.mjs');
const { measureSet } = await import('./cascade-run.mjs');
const { startCascadeWorld } = await import('./cascade-world.mjs');
const { report } = await import('./cascade-report.mjs');

const names = values.sets.split(',');
const unknown = names.filter((name) => !SETS[name]);
if (unknown.length > 0) {
  console.error(`There is no set ${unknown.join(', ')}; there are ${Object.keys(SETS).join(', ')}.`);
  process.exit(2);
}
const load = (...path) => import(pathToFileURL(join(scorers, ...path)).href);
const metrics = { ...(await load('metrics.mjs')), ...(await load('tasks', 'contracts.mjs')) };
const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort());
const world = await startCascadeWorld({
  signal: stopping.signal,
  medianMs: Number(values.latency),
  seed: Number(values.seed),
});
const results = [];
try {
  for (const set of names) {
    const result = await measureSet({
      world,
      set,
      data,
      split: values.split,
      scorer,
      args: ['--data', data, '--split', values.split, '--limit', values.limit, '--width', values.width],
      metrics,
      model: { seed: values.seed, wrong: Number(values.wrong), invented: Number(values.invented) },
      hasPseudonyms: values.pseudonyms.split(',').includes(set),
    });
    if (result) results.push(result);
    else console.log(`${set}: its documents are not in ${data}, left out.`);
  }
} finally {
  await world.close();
}
process.exit(report(results, values) ? 0 : 1);
