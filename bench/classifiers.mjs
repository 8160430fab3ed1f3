// Time and memory of tenants' classifiers on texts made from a seed: sentence vectors, training, prediction. Needs `npm run build`.
// node bench/classifiers.mjs [--examples 10000] [--labels 150]
import { parseArgs } from 'node:util';
import { perform } from '../dist/apps/api/src/classifiers/process/perform.js';
import { decodeClassifier, predict, textFeatures } from '../dist/libs/text/src/index.js';

const { values } = parseArgs({
  options: { examples: { type: 'string', default: '10000' }, labels: { type: 'string', default: '150' } },
});
const [examples, labelCount] = [Number(values.examples), Number(values.labels)];
const PREDICTED = 500;
const DIMENSIONS = 512;

let state = 42;
const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
const syllables = [
  'ba',
  'cor',
  'din',
  'el',
  'fa',
  'gim',
  'ho',
  'ing',
  'ja',
  'ker',
  'lo',
  'men',
  'nor',
  'os',
  'pra',
  'ter',
];
const word = () =>
  Array.from({ length: 2 + Math.floor(random() * 2) }, () => syllables[Math.floor(random() * 16)]).join('');
const common = 'I would like to know what the is a my can you please how do when for and it of in this that'.split(' ');
const rare = Array.from({ length: 3_000 }, word);
const own = Array.from({ length: labelCount }, () =>
  Array.from({ length: 12 }, () => rare[Math.floor(random() * rare.length)]),
);
const one = (list) => list[Math.floor(random() * list.length)];

/** About a dozen words: most common, some of its label, a few of any. */
const textOf = (label) =>
  Array.from({ length: 8 + Math.floor(random() * 8) }, () => {
    const kind = random();
    return kind < 0.6 ? one(common) : kind < 0.85 ? one(own[label]) : one(rare);
  }).join(' ');

/** Seconds of the clock and of the processor that some work takes. */
async function timed(work) {
  const [clock, cpu] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const used = process.cpuUsage(cpu);
  return { result, seconds: (performance.now() - clock) / 1000, cpuSeconds: (used.user + used.system) / 1e6 };
}

const truths = Int32Array.from({ length: examples }, (_, n) => n % labelCount);
const texts = Array.from(truths, textOf);
const labels = Array.from({ length: labelCount }, (_, n) => ({ name: `label ${n}` }));
await perform({ kind: 'encode', texts: ['warm'] });
const encoded = await timed(() => perform({ kind: 'encode', texts: [...texts, ...labels.map(({ name }) => name)] }));
const vectors = encoded.result.vectors;
const train = (weights) =>
  timed(() => perform({ kind: 'train', labels, unknown: true, texts, truths, vectors, vectorWeights: weights }));
const words = await train([0]);
const both = await train([1]);

const classifier = decodeClassifier(both.result.model);
const fresh = Array.from({ length: PREDICTED }, (_, n) => textOf(n % labelCount));
const { result: freshVectors } = await timed(() => perform({ kind: 'encode', texts: fresh }));
const predicted = await timed(() =>
  fresh.map((text, row) =>
    predict(
      classifier,
      { features: textFeatures(text), vector: freshVectors.vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS) },
      4,
    ),
  ),
);
const told = (name, { seconds, cpuSeconds }, more = {}) =>
  console.log(
    name.padEnd(34),
    `${seconds.toFixed(2)} s`.padStart(9),
    `${cpuSeconds.toFixed(2)} s CPU`.padStart(12),
    JSON.stringify(more),
  );
console.log(`${examples} examples, ${labelCount} labels`);
told('sentence vectors (kept)', encoded);
told('training, words and characters', words, {
  accuracy: words.result.metrics.accuracy,
  modelMB: words.result.model.length / 1e6,
});
told('training, with sentence vectors', both, {
  accuracy: both.result.metrics.accuracy,
  modelMB: both.result.model.length / 1e6,
});
told(`${PREDICTED} predictions, without encoding`, predicted);
console.log(`resident at the end: ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
