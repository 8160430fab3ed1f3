#!/usr/bin/env node
// npm run bench:understanding [-- --only pdf,long --rounds 5 FOLDER…]: processor time of classification and of extraction, against
// that of reading the same documents, and the longest that either holds its thread; and how long long documents hold the event loop.
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/prepare.mjs';
import { underProjectNode } from './lib/project-node.mjs';

underProjectNode(import.meta.url);
await import('reflect-metadata');
const { filesOf, writeCorpus } = await import('./lib/corpus-files.mjs');
const { longSteps } = await import('./lib/long-steps.mjs');
const { markdownTable, saveResults } = await import('./lib/report.mjs');
const { figure, median } = await import('./lib/statistics.mjs');
const built = (path) => import(join(root, 'dist', path));
const { readDocument } = await built('libs/reading/src/readers/read-document.js');
const { readingConfig } = await built('libs/reading/src/reading.config.js');
const { loadConfig } = await built('libs/config/src/load-config.js');
const { detectLanguage } = await built('libs/text/src/index.js');
const { classifyDocument } = await built('apps/api/src/classification/domain/classify-document.js');
const { concludeFields, findFields } = await built('apps/api/src/fields/extract-fields.js');
const { schemaForType } = await built('apps/api/src/schemas/registry/extractor-registry.js');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: 'pdf,mail,docx,xlsx,html,long' },
    rounds: { type: 'string', default: '5' },
    scale: { type: 'string', default: '4' },
    pages: { type: 'string', default: '200' },
    kilobytes: { type: 'string', default: '1024' },
  },
});
const families = new Set(values.only.split(','));
const folder = join(root, '.data', `bench-understanding-${process.pid}`);
const say = (line = '') => process.stdout.write(`${line}\n`);

/** Milliseconds of the processor, those of the collection of garbage in other threads included, and of the clock. */
async function timed(work) {
  const [cpu, clock] = [process.cpuUsage(), performance.now()];
  const result = await work();
  const used = process.cpuUsage(cpu);
  return { result, cpu: (used.user + used.system) / 1000, clock: performance.now() - clock };
}

async function once({ path, name, mediaType }) {
  const { maxOcrPixels: maxPixels, ...config } = loadConfig(readingConfig, {});
  const limits = { ...config, maxPixels, deadline: Date.now() + 600_000 };
  const bytes = readFileSync(path);
  const reading = await timed(() => readDocument({ bytes, mediaType, filename: name, limits }));
  const classification = await timed(() => classifyDocument({ reading: reading.result, filename: name, mediaType }));
  const extraction = await timed(() => {
    const language = detectLanguage(reading.result.text.slice(0, 2_000)).code;
    const schema = schemaForType(classification.result.type);
    return concludeFields(findFields({ documentId: 'doc_bench', reading: reading.result, schema, language }));
  });
  return { reading, classification, extraction };
}

async function measure(items, rounds) {
  for (const item of items) await once(item);
  const sums = [];
  let longest = 0;
  for (let round = 0; round < rounds; round++) {
    const sum = { reading: 0, classification: 0, extraction: 0 };
    for (const item of items) {
      const times = await once(item);
      for (const step of Object.keys(sum)) sum[step] += times[step].cpu;
      longest = Math.max(longest, times.classification.clock, times.extraction.clock);
    }
    sums.push(sum);
  }
  const of = (step) => median(sums.map((sum) => sum[step]));
  const pages = items.reduce((sum, item) => sum + (item.pages ?? 1), 0);
  return { reading: of('reading'), classification: of('classification'), extraction: of('extraction'), longest, pages };
}

const results = {};
const rows = [];
try {
  const onlyLong = families.size === 1 && families.has('long');
  const items = onlyLong ? [] : await writeCorpus(join(folder, 'corpus'), Number(values.scale));
  for (const path of positionals) items.push(...(await filesOf(resolve(process.env.INIT_CWD ?? '.', path))));
  for (const family of families) {
    const own = items.filter((item) => item.family === family);
    if (own.length === 0) continue;
    process.stderr.write(`${family}: ${own.length} documents …\n`);
    const found = await measure(own, Number(values.rounds));
    results[family] = { documents: own.length, ...found };
    const understanding = found.classification + found.extraction;
    rows.push({
      family,
      documents: own.length,
      pages: found.pages,
      'documents a CPU second': figure((own.length * 1000) / understanding),
      'classification, ms a document': figure(found.classification / own.length),
      'extraction, ms a document': figure(found.extraction / own.length),
      'of the time of reading': figure(understanding / found.reading),
      'longest, ms': figure(found.longest),
    });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (rows.length > 0) say(markdownTable(rows));
if (families.has('long')) {
  const [rounds, pages, kilobytes] = [values.rounds, values.pages, values.kilobytes].map(Number);
  results.long = await longSteps({ rounds, pages, kilobytes });
  say(`\n${markdownTable(results.long)}`);
}
process.stderr.write(`\n${saveResults('understanding', { rounds: Number(values.rounds), results })}\n`);
