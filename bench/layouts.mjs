#!/usr/bin/env node
// npm run bench:layouts [-- --count 300 --from 1001 --show FIELD]: made-up invoices in many layouts, read and compared with what is true.
import { parseArgs } from 'node:util';
import { underProjectNode } from './lib/project-node.mjs';

underProjectNode(import.meta.url);
await import('reflect-metadata');
const { makeInvoice } = await import('./layouts/index.mjs');
const { judge } = await import('./layouts/truth.mjs');
const { readDocument } = await import('../dist/libs/reading/src/readers/read-document.js');
const { readingConfig } = await import('../dist/libs/reading/src/reading.config.js');
const { loadConfig } = await import('../dist/libs/config/src/load-config.js');
const { detectLanguage } = await import('../dist/libs/text/src/index.js');
const { extractFields } = await import('../dist/apps/api/src/fields/extract-fields.js');
const { schemaForType } = await import('../dist/apps/api/src/schemas/index.js');

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '300' },
    // Rules were written with seeds 1 to 300 in sight.
    from: { type: 'string', default: '1001' },
    show: { type: 'string' },
  },
});
const { maxOcrPixels: maxPixels, ...config } = loadConfig(readingConfig, {});
const schema = schemaForType('invoice');
const counts = new Map();

function count(kind, name, isRight) {
  const key = `${kind}\t${name}`;
  const { right = 0, all = 0 } = counts.get(key) ?? {};
  counts.set(key, { kind, name, right: right + Number(isRight), all: all + 1 });
}

async function score(seed) {
  const { axes, truth, bytes } = await makeInvoice(seed);
  const limits = { ...config, maxPixels, deadline: Date.now() + 120_000 };
  const reading = await readDocument({ bytes, mediaType: 'application/pdf', filename: `${seed}.pdf`, limits });
  const language = detectLanguage(reading.text)?.code ?? 'und';
  const { fields } = extractFields({ documentId: `doc_${seed}`, reading, schema, language });
  for (const [name, isRight, got, expected] of judge(truth, fields)) {
    count('all', 'fields', isRight);
    count('field', name, isRight);
    for (const [axis, value] of Object.entries(axes)) count(axis, value, isRight);
    if (!isRight && values.show === name)
      console.log(`seed ${seed}: ${JSON.stringify(got)} for ${JSON.stringify(expected)}`);
  }
}

for (let seed = Number(values.from); seed < Number(values.from) + Number(values.count); seed++) await score(seed);
for (const { kind, name, right, all } of counts.values())
  console.log(`${kind.padEnd(10)}${name.padEnd(26)}${String(all).padStart(7)}${(right / all).toFixed(3).padStart(8)}`);
const { right, all } = counts.get('all\tfields');
console.log(JSON.stringify({ bench: 'layouts', documents: Number(values.count), fields: all, accuracy: right / all }));
