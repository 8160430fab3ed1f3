// Learns the weights of splitting from generated batches and says how they fare on batches that they were not learned from:
//   node scripts/split-weights.mjs [batches] [--write]
// Needs a build (npm run build). Takes about a second a batch.
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './prepare.mjs';
import { fares } from './splitting/fares.mjs';
import { learn } from './splitting/learn.mjs';
import { openEngine, readBatches } from './splitting/read.mjs';

const run = promisify(execFile);
const WEIGHTS = join(root, 'apps/api/src/splitting/domain/boundary-weights.ts');
/** Batches that measure are not among those that teach. */
const HELD_OUT = 1_000_000;
/** Most files are one document: their pages count for so many. */
const SINGLE = 4;
/** What speaks against a boundary; everything else may only speak for one. */
const AGAINST = new Set([
  'numberContinues',
  'countOpen',
  'numberInside',
  'labelAgrees',
  'codesShared',
  'wordsShared',
  'typeStays',
  'proseGoesOn',
  'beforeFull',
  'saysContinued',
  'clausesGoOn',
  'annex',
  'tableGoesOn',
]);

const count = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 450);
const engine = await openEngine();

async function gapsOf(from, batches) {
  const files = [];
  for await (const batch of readBatches(engine, from, from + batches)) {
    if (batch.pages < 2) continue;
    const { gaps, separators } = await engine.gaps(batch.reading);
    const starts = new Set(batch.starts);
    files.push({
      mode: batch.mode,
      isSingle: batch.starts.length === 1,
      // After a sheet between documents nothing has to be weighed.
      gaps: gaps
        .filter(({ at }) => !separators.has(at - 1))
        .map(({ at, features }) => ({ isStart: starts.has(at), x: engine.FEATURES.map((name) => features[name]) })),
    });
  }
  return files;
}

const taught = await gapsOf(0, count);
const rows = taught.flatMap(({ gaps, isSingle }) =>
  gaps.map(({ x, isStart }) => ({ x, y: isStart ? 1 : 0, weight: isSingle ? SINGLE : 1 })),
);
const isAllowed = (at, weight) => (AGAINST.has(engine.FEATURES[at]) ? weight <= 0 : weight >= 0);
const weights = Array.from(
  learn(rows, { ridge: 2, rounds: 2_500, rate: 0.8, isAllowed }),
  (weight) => Math.round(weight * 100) / 100,
);

console.table({
  'learned from': fares(weights, taught),
  'held out': fares(weights, await gapsOf(HELD_OUT, Math.ceil(count / 2))),
});

const source = `import type { Feature } from './boundary-features.js';

/** Log-odds, learned by \`scripts/split-weights.mjs\` from generated batches; docs/splitting.md says how they fare. */
export const BOUNDARY_BIAS = ${weights.at(-1)};
export const BOUNDARY_WEIGHTS: Readonly<Record<Feature, number>> = {
${engine.FEATURES.map((name, at) => `  ${name}: ${weights[at]},`).join('\n')}
};
`;
if (process.argv.includes('--write')) {
  await writeFile(WEIGHTS, source);
  await run(process.execPath, [join(root, 'node_modules', 'oxfmt', 'bin', 'oxfmt'), WEIGHTS], { cwd: root });
} else console.log(source);
