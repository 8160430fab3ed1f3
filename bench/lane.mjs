// One lane in a process of its own, at the command of bench/reading.mjs: `warm`, then a round as often as it is asked.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownSeconds, treeSeconds } from './lib/processes.mjs';

const [lane, items, outFolder] = JSON.parse(process.argv[2]);
const { open, usesProcesses } = await import(`./lanes/${lane.module}`);
// Ticks of a hundredth of a second are coarse: they are for lanes that let other processes work.
const seconds = usesProcesses ? treeSeconds : ownSeconds;
const reader = await open(lane.options ?? {});
let last = new Map();
let times = 1;

/** Seconds that a round takes at least: what is over in a moment is read several times. */
const ROUND_SECONDS = 0.5;
const MOST_TIMES = 100;
/** Documents that are read before anything is measured. */
const WARM = 3;

/** Reads items, as many at once as the reader can; answers what became of each. */
async function readAll(list) {
  const results = new Map();
  const waiting = [...list];
  const work = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift())
      results.set(
        item.name,
        await reader.read(item).then(
          (text) => ({ text }),
          (error) => ({ error: error?.code ?? error?.message ?? String(error) }),
        ),
      );
  };
  await Promise.all(Array.from({ length: reader.atOnce ?? 1 }, work));
  return results;
}

async function secondsOf(list) {
  const started = performance.now();
  await readAll(list);
  return (performance.now() - started) / 1000;
}

const COMMANDS = {
  async warm() {
    if ((await secondsOf(items.slice(0, WARM))) < ROUND_SECONDS)
      times = Math.min(MOST_TIMES, Math.ceil(ROUND_SECONDS / (await secondsOf(items))));
  },
  async round() {
    const [cpu, wall] = [seconds(), performance.now()];
    for (let time = 0; time < times; time++) last = await readAll(items);
    return { times, cpu: seconds() - cpu, wall: (performance.now() - wall) / 1000 };
  },
  /** Writes down what the last round read; answers what it could not read. */
  async texts() {
    mkdirSync(outFolder, { recursive: true });
    const failures = {};
    for (const [name, { text, error }] of last)
      if (error === undefined) writeFileSync(join(outFolder, `${name.replaceAll('/', '_')}.txt`), text);
      else failures[name] = error;
    return { failures };
  },
};

process.on('message', async (message) => {
  if (message.command === 'close') {
    await reader.close();
    process.disconnect();
    return;
  }
  process.send((await COMMANDS[message.command](message)) ?? {});
});
process.on('disconnect', () => process.exit(0));
process.send({ isReady: true });
