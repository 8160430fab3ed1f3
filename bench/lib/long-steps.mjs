// Each step of understanding on the longest documents that it gets: on the event loop, and in a thread.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/prepare.mjs';
import { held } from './held-loop.mjs';
import { longBatch, longMail, longReport } from './long-papers.mjs';
import { figure, median } from './statistics.mjs';

const built = (path) => import(join(root, 'dist', path));
const rooms = 'apps/api/src';

/** Documents as they are kept: `pages` pages, and an e-mail of `kilobytes`. */
async function readPapers(pages, kilobytes) {
  const { readDocument } = await built('libs/reading/src/readers/read-document.js');
  const { packReading } = await built('libs/reading/src/stored/packed-reading.js');
  const { readingConfig } = await built('libs/reading/src/reading.config.js');
  const { loadConfig } = await built('libs/config/src/load-config.js');
  const { maxOcrPixels: maxPixels, ...config } = loadConfig(readingConfig, {});
  const read = async (bytes, mediaType) => {
    const limits = { ...config, maxPixels, deadline: Date.now() + 600_000 };
    const { children: _, ...reading } = await readDocument({ bytes, mediaType, filename: 'long', limits });
    const { text, model } = await packReading(reading);
    return { text, model };
  };
  return {
    report: await read(await longReport(pages), 'application/pdf'),
    batch: await read(await longBatch(pages), 'application/pdf'),
    mail: await read(longMail(kilobytes * 1024), 'message/rfc822'),
  };
}

async function revisionOf(reading) {
  const { concludeFields, findFields } = await built(`${rooms}/fields/extract-fields.js`);
  const { schemaForType } = await built(`${rooms}/schemas/registry/extractor-registry.js`);
  const { unpackReading } = await built('libs/reading/src/stored/packed-reading.js');
  const schema = schemaForType('invoice');
  const document = { documentId: 'doc_bench', reading: await unpackReading(reading), schema, language: 'en' };
  const { reviseResult } = await built(`${rooms}/extraction/revision/revise-result.js`);
  const judgement = { kind: 'value', field: 'total', verdict: 'corrected', value: { value: '480.00', currency: null } };
  const result = concludeFields(findFields(document));
  const task = { result, judgements: [judgement], schema, runId: 'run_bench' };
  const documents = [{ documentId: 'doc_bench', reading, language: 'en' }];
  return (compute) => reviseResult(task, (wanted) => compute({ wanted, schema: JSON.stringify(schema), documents }));
}

async function stepsFor({ report, batch, mail }, pages, kilobytes) {
  const seen = { filename: null, mediaType: 'application/pdf', own: null, traced: true };
  const [long, several, letter] = [`report, ${pages} pages`, `${pages} invoices`, `mail, ${kilobytes} KB`];
  const privacy = 'libs/privacy/src/redaction.thread.js';
  return [
    ['classification', long, `${rooms}/classification/look.thread.js`, { ...seen, reading: report }],
    ['boundaries', several, `${rooms}/classification/parts.thread.js`, batch],
    ['triage', letter, `${rooms}/triage/mail.thread.js`, { reading: mail, attachmentNames: [] }],
    ['personal data', 'text, 100,000 characters', privacy, { text: mail.text.slice(0, 100_000), mode: 'mask' }],
    ['indexing', long, `${rooms}/queries/chunks.thread.js`, { reading: report, language: 'en' }],
    ['review', several, `${rooms}/extraction/revision/revision.thread.js`, null, await revisionOf(batch)],
  ];
}

const of = (times, key) => figure(median(times.map((time) => time[key])));

/** One row a step. `rounds` times each, the two ways in turn. */
export async function longSteps({ rounds, pages, kilobytes }) {
  const { Threads } = await built('libs/threads/src/threads.service.js');
  const threads = new Threads({ most: 1 });
  const rows = [];
  for (const [step, document, path, input, around = (compute) => compute(input)] of await stepsFor(
    await readPapers(pages, kilobytes),
    pages,
    kilobytes,
  )) {
    const { compute } = await built(path);
    const module = pathToFileURL(join(root, 'dist', path)).href;
    const [here, there] = [[], []];
    for (let round = 0; round <= rounds; round++) {
      const inThread = (task) => threads.run({ module }, task);
      const times = [await held(() => around(compute)), await held(() => around(inThread))];
      // The first round loads modules and warms both threads.
      if (round > 0) [here, there].forEach((list, at) => list.push(times[at]));
    }
    rows.push({
      step,
      document,
      'on the loop: longest hold, ms': of(here, 'longest'),
      'in a thread: longest hold, ms': of(there, 'longest'),
      'processor time of the loop, ms': of(there, 'cpu'),
      'time of the thread, ms': of(there, 'clock'),
    });
    process.stderr.write(`${JSON.stringify(rows.at(-1))}\n`);
  }
  threads.onApplicationShutdown();
  return rows;
}
