// One set of documents, read by one tenant after another: by the local engine alone, by the cascade, and with everything sent.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shareOfCalls, trustOf, typeAccuracy } from './cascade-figures.mjs';
import { scenarioOf } from './cascade-model.mjs';
import { SETS } from './cascade-sets.mjs';
import { billed, booked, differences } from './cascade-world.mjs';

const PLAIN = { piiPolicy: { modelInput: 'plain' } };
/** Settings of the tenant; what is not set is as it comes. */
const MODES = {
  local: { ...PLAIN, modelThresholds: { classify: 0, extract: 0 } },
  cascade: PLAIN,
  'cascade, pseudonyms': {},
  everything: { ...PLAIN, modelThresholds: { classify: 1, extract: 1 } },
};

async function run({ world, set, scorer, args, truths, metrics }, mode) {
  process.stderr.write(`${set}, ${mode} …\n`);
  const client = await world.newTenant(MODES[mode]);
  const before = { ...world.simulator.stats };
  const scored = await world.score(client, scorer, [...SETS[set].task, ...args]);
  const { rows } = scored;
  const documents = await Promise.all(
    rows.flatMap(({ documentId }) => (documentId ? [client.call('GET', `/v1/documents/${documentId}`)] : [])),
  );
  const bill = billed(before, world.simulator.stats);
  const books = await booked(client);
  return {
    set,
    mode,
    client,
    rows,
    scored,
    bill,
    byPurpose: books.byPurpose,
    documents: documents.length,
    asked: shareOfCalls(documents),
    type: typeAccuracy(rows, (id) => truths.get(id)?.type),
    trust: trustOf(rows, metrics),
    differ: [
      ...differences(`${set}, ${mode}, costs`, books.costs, bill),
      ...differences(`${set}, ${mode}, usage`, books.usage, bill),
    ],
  };
}

/** What the model knows of: the documents as the service has read them, without what nobody sees, for that is not sent. */
async function readDocuments({ client, rows }, truths) {
  const read = rows.filter(({ documentId }) => documentId !== null);
  return Promise.all(
    read.map(async ({ id, documentId }) => {
      const path = `/v1/documents/${documentId}/text`;
      const text = await client.call('GET', path, undefined, 'text/plain').catch(() => '');
      const seen = text.replace(/[\p{Cf}\p{Cc}]/gu, (sign) => (/[\n\r\t]/.test(sign) ? sign : ''));
      return { id, ...truths.get(id), text: seen };
    }),
  );
}

/**
 * Runs all modes over a set; null where its documents are not there. `model` is `{seed, wrong, invented}`, `hasPseudonyms` adds
 * a run with the privacy that tenants have by default.
 */
export async function measureSet({ world, set, data, split, scorer, args, metrics, model, hasPseudonyms }) {
  const folder = join(data, SETS[set].folder, split);
  if (!existsSync(folder)) return null;
  const truths = new Map(await SETS[set].truths(folder, metrics));
  const setting = { world, set, scorer, args, truths, metrics };
  const local = await run(setting, 'local');
  const { scenario, said } = scenarioOf({ documents: await readDocuments(local, truths), metrics, ...model });
  world.simulator.change({ scenario });
  const runs = [local, await run(setting, 'cascade')];
  if (hasPseudonyms) runs.push(await run(setting, 'cascade, pseudonyms'));
  runs.push(await run(setting, 'everything'));
  return { set, runs, said };
}
