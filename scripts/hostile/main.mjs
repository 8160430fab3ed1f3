// Hostile files through the real service: see scripts/hostile.mjs.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { startOwnService } from '../demo/service.mjs';
import { openFolder } from '../demo/sources.mjs';
import { bombs as allBombs } from './bombs/index.mjs';
import { countOutcomes, newTenant, sendFile, settled, signIn } from './client.mjs';
import { watchProcesses } from './processes.mjs';
import { breachesOf, LIMITS, reportOf } from './verdict.mjs';

const FILES_AT_ONCE = 4;
const NORMAL_BEFORE = 30;
/** Where the names in archives would lead if anybody followed them. */
const OUTSIDE = ['/tmp/slip.txt', '/tmp/slip', '/etc/cron.d/slip', 'slip', 'slip.txt'];
/** What a reader that follows entities or links would show. */
const SECRET = /root:[^:\n]*:0:0:/;

const say = (line) => process.stdout.write(`${line}\n`);
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => stopping.abort(new Error('interrupted')));

let lastNormal = 0;
/** A document that people send: no two are the same. */
function normalDocument() {
  lastNormal++;
  const lines = Array.from(
    { length: 40 },
    (_, line) => `<p>Line ${line} of letter ${lastNormal}: we thank you for your order.</p>`,
  );
  return {
    name: `letter-${lastNormal}.html`,
    bytes: Buffer.from(`<!DOCTYPE html><html><body>${lines.join('')}</body></html>`),
  };
}

async function sendNormal(client) {
  const { code, seconds } = await sendFile(client, normalDocument());
  if (code !== 'succeeded') throw new Error(`An ordinary document ended as ${code}.`);
  return seconds;
}

/** Ordinary documents, one after the other, until `work` has ended. */
async function meanwhile(client, work) {
  const times = [];
  let isOver = false;
  const sending = (async () => {
    while (!isOver) times.push(await sendNormal(client));
  })();
  try {
    return [await work(), times];
  } finally {
    isOver = true;
    await sending;
  }
}

async function leakOf(client, { document }) {
  if (!document || document.status === 'failed') return null;
  return SECRET.test(await client.text(document.id)) ? 'a file of the machine' : null;
}

/** One after the other, each with all that it holds, so that time and memory are its own. */
async function sendBombs(client, list, watch) {
  const rows = [];
  for (const { make, ...bomb } of list) {
    stopping.signal.throwIfAborted();
    const bytes = await make();
    watch.takePeak();
    const started = performance.now();
    const outcome = await sendFile(client, { name: bomb.name, bytes });
    await settled(client);
    const whole = (performance.now() - started) / 1000;
    rows.push({ ...bomb, ...outcome, megabytes: watch.takePeak(), leak: await leakOf(client, outcome) });
    say(
      `${bomb.name}: ${outcome.code}, ${outcome.seconds.toFixed(2)} s (${whole.toFixed(1)} s with all inside), ${Math.round(rows.at(-1).megabytes)} MB`,
    );
  }
  return rows;
}

/** Several at a time: what the largest process was busy with can only be told as one of those that were under way. */
async function sendFiles(client, files, watch) {
  const rows = [];
  const waiting = [...files];
  const underWay = new Set();
  let largest = { megabytes: 0, names: [] };
  const worker = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      stopping.signal.throwIfAborted();
      underWay.add(file.name);
      const outcome = await sendFile(client, { name: basename(file.path), bytes: await readFile(file.path) });
      rows.push({ name: file.name, ...outcome });
      const megabytes = watch.takePeak();
      if (megabytes > largest.megabytes) largest = { megabytes, names: [...underWay] };
      underWay.delete(file.name);
    }
  };
  watch.takePeak();
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, worker));
  return { rows, largest };
}

async function run({ paths, only, seconds }) {
  const files = (await Promise.all(paths.map((path) => openFolder(path)))).flatMap((folder) => folder.files);
  const list = allBombs.filter(({ name }) => name.includes(only));
  const service = await startOwnService(stopping.signal, { name: 'hostile' });
  const watch = watchProcesses(service.child.pid);
  try {
    const platform = await signIn(service.url, service.credentials);
    const [hostile, quiet] = [
      await newTenant(platform, service.url, 'hostile'),
      await newTenant(platform, service.url, 'quiet'),
    ];
    const before = [];
    while (before.length < NORMAL_BEFORE) before.push(await sendNormal(quiet));
    const pids = new Set(watch.services);
    const [{ bombs, sent, isSettled }, times] = await meanwhile(quiet, async () => ({
      bombs: await sendBombs(hostile, list, watch),
      sent: await sendFiles(hostile, files, watch),
      isSettled: await settled(hostile),
    }));
    const result = {
      bombs,
      files: sent.rows,
      largest: sent.largest,
      isSettled,
      wanted: { bombs: list.length, files: files.length },
      services: new Set([...pids, ...watch.services]).size,
      isReady: (await fetch(`${service.url}/health/ready`)).ok,
      escaped: OUTSIDE.filter((path) => existsSync(path)),
      peaks: watch.peaks,
      readers: watch.readers.size,
      normal: { before, meanwhile: times },
      documents: [...(await countOutcomes(hostile))],
    };
    const breaches = breachesOf(result, { ...LIMITS, bombSeconds: seconds });
    for (const line of reportOf(result, breaches)) say(line);
    return breaches.length === 0 ? 0 : 1;
  } finally {
    watch.stop();
    await service.close();
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' }, seconds: { type: 'string', default: String(LIMITS.bombSeconds) } },
});
try {
  process.exitCode = await run({ paths: positionals, only: values.only, seconds: Number(values.seconds) });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
