// Lanes side by side: each in a fresh process, warmed, then one round each in turn, so that none has the quiet moments alone.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLane } from './lane-process.mjs';
import { missing, versionOf } from './peers.mjs';
import { mean } from './statistics.mjs';
import { wordF1 } from './words.mjs';

/** Answers what became of each lane: rounds, peak memory, word F1 against the known text and against ours. */
export async function measureFamily(lanes, items, { rounds, smoke, folder }) {
  const list = smoke ? items.slice(0, 4) : items;
  const running = [];
  for (const [index, lane] of lanes.entries()) running.push(await start(lane, list, join(folder, String(index))));
  for (const one of running) if (!smoke) await one.ask('warm');
  for (let round = 0; round < rounds; round++)
    for (const one of running) await one.ask('round', {}, (result) => one.result.rounds.push(result));
  for (const one of running) {
    await one.ask('texts', {}, ({ failures }) => (one.result.failures = failures));
    await one.close();
  }
  return running.map(({ result, texts }) => ({ ...result, ...agreement(list, texts, running[0].texts) }));
}

/** A lane whose process ends has an error instead of results; the others go on. */
async function start(lane, items, outFolder) {
  const result = {
    name: lane.name,
    isOurs: lane.isOurs ?? false,
    version: lane.package ? versionOf(lane.package) : null,
    absent: missing(lane),
    family: items[0].family,
    documents: items.length,
    pages: items.reduce((sum, { pages }) => sum + pages, 0),
    rounds: [],
  };
  const texts = (name) => {
    const path = join(outFolder, `${name.replaceAll('/', '_')}.txt`);
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  };
  if (result.absent) return { result, texts, ask: async () => {}, close: async () => {} };
  const attempt = async (work) => {
    if (result.error) return undefined;
    try {
      return await work();
    } catch (error) {
      result.error = error.message;
      return undefined;
    }
  };
  const process = await attempt(() => startLane(lane, items, outFolder));
  return {
    result,
    texts,
    ask: (command, details = {}, use = () => {}) => attempt(async () => use(await process.ask(command, details))),
    close: async () => {
      result.peakBytes = await process?.close().catch(() => undefined);
    },
  };
}

/** A document that a lane could not read counts with no words. */
function agreement(items, texts, ofOurs) {
  const scores = (list, other) =>
    list.map((item) => wordF1(texts(item.name) ?? '', other(item))).filter((score) => score !== null);
  const known = scores(
    items.filter(({ truth }) => truth),
    ({ truth }) => readFileSync(truth, 'utf8'),
  );
  const same = scores(
    items.filter(({ name }) => ofOurs(name) !== null),
    ({ name }) => ofOurs(name),
  );
  return { f1: known.length > 0 ? mean(known) : null, sameAsOurs: same.length > 0 ? mean(same) : null };
}
