#!/usr/bin/env node
// node bench/large-inputs.mjs [--megabytes 300] [--only text.txt,…]: what becomes of very large documents, and of memory.
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/prepare.mjs';
import { underProjectNode } from './lib/project-node.mjs';

underProjectNode(import.meta.url);
await import('reflect-metadata');
const { monitorEventLoopDelay } = await import('node:perf_hooks');
const { largeDocuments, writeLarge } = await import('./lib/large-documents.mjs');
const { watchMemory } = await import('./lib/memory-watch.mjs');
const { descendants, residentBytes } = await import('./lib/processes.mjs');
const { markdownTable, saveResults } = await import('./lib/report.mjs');
const built = (path) => import(join(root, 'dist', 'libs', path));
const { DocumentReader } = await built('reading/src/document-reader.service.js');
const { readingConfig } = await built('reading/src/reading.config.js');
const { loadConfig } = await built('config/src/load-config.js');

const MB = 1024 * 1024;
const mb = (bytes) => Math.round(bytes / MB);
const { values } = parseArgs({
  options: { megabytes: { type: 'string', default: '300' }, only: { type: 'string' } },
});
const documents = Object.entries(largeDocuments(Number(values.megabytes) * MB)).filter(
  ([name]) => !values.only || values.only.split(',').includes(name),
);
const folder = join(root, '.data', `bench-large-${process.pid}`);
mkdirSync(folder, { recursive: true });

const rows = [];
try {
  for (const [name, [mediaType, pieces]] of documents) {
    const path = join(folder, name);
    await writeLarge(path, pieces);
    rows.push(await readOne(path, name, mediaType));
    rmSync(path);
    process.stderr.write(`${JSON.stringify(rows.at(-1))}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${markdownTable(rows)}\n`);
saveResults('large-inputs', { megabytes: Number(values.megabytes), rows });
process.exit(0);

/** Reads a document in a process of its own, with the limits of the service as it comes. */
async function readOne(path, name, mediaType) {
  const reader = new DocumentReader({ ...loadConfig(readingConfig, {}), processes: 1 });
  reader.warm();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const before = residentBytes(process.pid);
  const stopOwn = watchMemory(process.pid);
  const stopTheirs = watchMemory(process.pid, (pid) => Math.max(0, ...descendants(pid).map(residentBytes)));
  delay.enable();
  const started = performance.now();
  let children = 0;
  const outcome = await reader
    .readInto({ path, mediaType, filename: name }, async ({ content }) => {
      children++;
      for await (const _ of content);
    })
    .then(
      ({ head, model }) => ({ ...head.receipt, model: mb(model.byteLength) }),
      (error) => ({ error: error.code ?? error.message }),
    );
  delay.disable();
  const row = {
    document: name,
    MB: mb(statSync(path).size),
    outcome: outcome.error ?? (outcome.truncated ? 'cut' : 'whole'),
    warnings: outcome.warnings?.join(' ') ?? '',
    pages: outcome.pages?.total ?? 0,
    characters: outcome.characters ?? 0,
    children,
    seconds: ((performance.now() - started) / 1000).toFixed(1),
    'reader, peak MB': mb(stopTheirs()),
    'service, added MB': mb(stopOwn() - before),
    'loop, worst ms': Math.round(delay.max / 1e6),
  };
  reader.onModuleDestroy();
  return row;
}
