#!/usr/bin/env node
// npm run bench:reading [-- --only pdf,mail --rounds 5 --smoke FOLDER…]: our readers beside others on the same documents.
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/prepare.mjs';
import { underProjectNode } from './lib/project-node.mjs';

underProjectNode(import.meta.url);
const { measureFamily } = await import('./lib/measure.mjs');
const { filesOf, writeCorpus } = await import('./lib/corpus-files.mjs');
const { LANES } = await import('./lanes/registry.mjs');
const { markdownTable, saveResults } = await import('./lib/report.mjs');
const { noteOf, rowOf } = await import('./lib/reading-rows.mjs');

/** Words of ours that have to be right, and that lanes have to share, where a smoke run looks. */
const AGREEMENT = 0.9;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    rounds: { type: 'string' },
    scale: { type: 'string' },
    smoke: { type: 'boolean', default: false },
  },
});
const { smoke } = values;
const scale = Number(values.scale ?? (smoke ? 1 : 4));
const rounds = Number(values.rounds ?? (smoke ? 1 : 5));
const families = values.only?.split(',') ?? Object.keys(LANES);
const say = (line = '') => process.stdout.write(`${line}\n`);
const folder = join(root, '.data', `bench-reading-${process.pid}`);

const failures = [];
const results = {};
try {
  process.stderr.write('Making the corpus …\n');
  const items = await writeCorpus(join(folder, 'corpus'), scale);
  for (const path of positionals) items.push(...(await filesOf(resolve(process.env.INIT_CWD ?? '.', path))));
  for (const family of families) {
    const own = items.filter((item) => item.family === family);
    if (own.length === 0) continue;
    process.stderr.write(`${family}: ${own.length} documents …\n`);
    const lanes = await measureFamily(
      LANES[family].filter(({ isSlow }) => !smoke || !isSlow),
      own,
      { rounds, smoke, folder: join(folder, family) },
    );
    results[family] = lanes;
    failures.push(...failuresOf(family, lanes, new Set(own.filter(({ truth }) => truth).map(({ name }) => name))));
    say(`\n### ${family}: ${own.length} documents, ${lanes[0].pages} pages\n`);
    say(markdownTable(lanes.filter((lane) => noteOf(lane) === null).map((lane) => rowOf(lane, lanes[0]))));
    for (const note of lanes.map(noteOf).filter(Boolean)) say(`\n${note}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What has to hold in any run: our lanes read everything of the corpus. In a smoke run, lanes also agree on the words. */
function failuresOf(family, lanes, known) {
  const found = [];
  for (const lane of lanes.filter(({ isOurs }) => isOurs)) {
    if (lane.error) found.push(`${family}: ${lane.name}: ${lane.error}`);
    for (const [name, code] of Object.entries(lane.failures ?? {}))
      if (known.has(name)) found.push(`${family}: ${lane.name}: ${name}: ${code}`);
    if (smoke && !(lane.f1 >= AGREEMENT)) found.push(`${family}: ${lane.name}: word F1 ${lane.f1}`);
  }
  for (const lane of smoke
    ? lanes.filter(({ isOurs, f1, sameAsOurs }) => !isOurs && f1 >= AGREEMENT && sameAsOurs !== null)
    : [])
    if (lane.sameAsOurs < AGREEMENT)
      found.push(`${family}: ${lane.name} and ours share ${lane.sameAsOurs} of their words`);
  return found;
}

if (!smoke) process.stderr.write(`\n${saveResults('reading', { rounds, scale, results, failures })}\n`);
for (const failure of failures) process.stderr.write(`FAILED ${failure}\n`);
process.exit(failures.length === 0 ? 0 : 1);
