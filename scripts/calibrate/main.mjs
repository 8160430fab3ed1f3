// The table of how often the local engine is right, and the curves that follow; see calibrate.mjs.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { correctionFrom } from '../../dist/apps/api/src/quality/domain/correction.js';
import { GRID, IDENTITY, valueAt } from '../../dist/apps/api/src/quality/domain/curve.js';
import { BANDS, calibrationErrorOf } from '../../dist/apps/api/src/quality/domain/reliability.js';
import { root } from '../prepare.mjs';
import { documentOf } from './corpus.mjs';
import { learnBeliefs, writtenBeliefs } from './learn-beliefs.mjs';
import { verdictsOn, wholeOf } from './verdicts.mjs';

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '3000' }, write: { type: 'boolean', default: false } },
});
const say = (line = '') => process.stdout.write(`${line}\n`);
const share = (list, is) => (list.length === 0 ? 0 : list.filter(is).length / list.length);

const bandsOf = (judged) =>
  [...Map.groupBy(judged, ({ confidence }) => Math.min(BANDS - 1, Math.floor(confidence * BANDS)))].map(
    ([band, own]) => ({
      band,
      verdicts: own.length,
      confidence: own.reduce((sum, { confidence }) => sum + confidence, 0),
      right: own.filter(({ right }) => right).length,
    }),
  );

function report(name, judged) {
  const sure = judged.filter(({ confidence }) => confidence > 0.9);
  const right = judged.filter((one) => one.right);
  const figures = [
    `n ${judged.length}`,
    `right ${share(judged, (one) => one.right).toFixed(3)}`,
    `calibration error ${(calibrationErrorOf(bandsOf(judged)) ?? 0).toFixed(3)}`,
    `wrong above 0.9 ${share(sure, (one) => !one.right).toFixed(3)}`,
    `right ones above 0.9 ${share(right, ({ confidence }) => confidence > 0.9).toFixed(3)}`,
  ];
  say(`${name.padEnd(34)} ${figures.join('  ')}`);
}

const made = [];
for (let n = 0; n < Number(values.documents); n++) made.push(await documentOf(n));
const { beliefs, believe } = learnBeliefs(made);
const documents = made.map((document) => ({ document, found: verdictsOn(document, believe) }));
// `generic` says that nothing was seen; how often that is right is a matter of what people send.
const verdicts = documents
  .flatMap(({ found }) => found.verdicts)
  .filter(({ kind, group }) => kind !== 'type' || group !== 'generic');
for (const [key, own] of Map.groupBy(verdicts, ({ kind, group }) => `${kind}/${kind === 'field' ? group : 'all'}`))
  report(key, own);
for (const [key, own] of Map.groupBy(
  verdicts.filter(({ kind }) => kind === 'field'),
  ({ group, field }) => `${group}/${field}`,
))
  report(`  ${key}`, own);
const missed = documents.flatMap(({ found }) => found.missed);
for (const required of [true, false])
  say(
    `rightly empty, ${required ? 'required' : 'wanted'}: ${share(
      missed.filter((one) => one.required === required),
      ({ right }) => right,
    ).toFixed(2)}`,
  );

/** Made-up pages are easier to read than life: what they show may lower a confidence, and never raises one. */
const lowered = (curve) => curve.map((value, n) => Math.min(value, IDENTITY[n]));
const curves = new Map();
const learned = new Map();
curves.set('type/local/generic', IDENTITY);
for (const [key, own] of Map.groupBy(verdicts, ({ kind, engine }) => `${kind}/${engine}`)) {
  const curve = correctionFrom(own);
  if (!curve) continue;
  say(`${key} as learned: ${curve.map((value, n) => `${GRID[n]}→${value.toFixed(3)}`).join(' ')}`);
  learned.set(key, curve);
  // What evidence comes to is in the beliefs already.
  if (key !== 'field/local') curves.set(key, lowered(curve));
}
// Whether errors come together is seen with fields whose confidences are true here.
const told = (field) => valueAt(learned.get('field/local') ?? IDENTITY, field.confidence);
report(
  'document',
  documents.map(({ document, found }) => wholeOf(found, document, told)),
);

if (values.write) {
  await writeFile(join(root, 'apps/api/src/fields/domain/beliefs.ts'), writtenBeliefs(beliefs, documents.length));
  const lines = [...curves].map(
    ([key, curve]) => `  ['${key}', [${curve.map((value) => Math.round(value * 1000) / 1000).join(', ')}]],`,
  );
  const text = `import type { Curves } from './calibrator.js';

/**
 * Curves that hold before any verdict, by claim; what is not here is believed as it is. Made by \`npm run calibrate -- --write\` from
 * ${documents.length} made-up documents. The values stand at the points of the grid.
 */
export const DEFAULT_CURVES: Curves = new Map([
${lines.join('\n')}
]);
`;
  await writeFile(join(root, 'apps/api/src/quality/domain/defaults.ts'), text);
}
