// The demo under the project's own Node: see scripts/demo.mjs.
import { createClient, DemoError } from './client.mjs';
import { clean } from './layout.mjs';
import { createProgress } from './progress.mjs';
import { isUnderWay, stepOf, tableOf, totalsOf } from './report.mjs';
import { startOwnService } from './service.mjs';
import { openFolder, openSamples } from './sources.mjs';

const AT_ONCE = 4;
const MAX_DEPTH = 5;
const INTERRUPTED = 130;
const say = (line) => process.stdout.write(`${line}\n`);

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => stopping.abort(new Error('interrupted')));

/** A service that runs already, by its address and a key or an account. */
async function givenService() {
  const { DOSSIER_URL: url, DOSSIER_KEY: key, DOSSIER_EMAIL: email, DOSSIER_PASSWORD: password } = process.env;
  if (!key && !(email && password))
    throw new DemoError(
      'no_credentials',
      'With DOSSIER_URL set, set DOSSIER_KEY, or DOSSIER_EMAIL and DOSSIER_PASSWORD.',
    );
  return { url: url.replace(/\/+$/, ''), credentials: key ? { key } : { email, password }, close: async () => {} };
}

const failureOf = (error) =>
  error instanceof DemoError ? error : new DemoError('demo_error', error?.message ?? String(error), { cause: error });

/** The children of a document once they have ended too, each with its own. */
async function childrenOf(client, document, depth = 1) {
  const results = [];
  for (const { id, filename } of depth > MAX_DEPTH ? [] : document.children) {
    try {
      const child = await client.follow(id);
      results.push({ name: filename, document: child, children: await childrenOf(client, child, depth + 1) });
    } catch (error) {
      stopping.signal.throwIfAborted();
      results.push({ name: filename, error: failureOf(error) });
    }
  }
  return results;
}

async function sendOne(client, { name, path }, progress) {
  try {
    progress.step(name, 'uploading');
    const { id } = await client.upload(path);
    const document = await client.follow(id, (event) => isUnderWay(event) && progress.step(name, stepOf(event)));
    const children = await childrenOf(client, document);
    progress.end(
      name,
      [document.status, document.error?.code ?? document.classification?.type].filter(Boolean).join(': '),
    );
    return { name, document, children };
  } catch (error) {
    stopping.signal.throwIfAborted();
    const failure = failureOf(error);
    progress.end(name, `failed: ${failure.code}`);
    return { name, error: failure };
  }
}

/** A few files at a time, in the order of the list. */
async function sendAll(client, files) {
  const progress = createProgress(
    process.stdout,
    files.map(({ name }) => name),
  );
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < files.length) {
      const index = next++;
      results[index] = await sendOne(client, files[index], progress);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

function conclude(results, options, seconds) {
  say('');
  for (const line of tableOf(results, process.stdout.columns || undefined)) say(line);
  const { files, children, pages, fields, partial, failed, unexpected } = totalsOf(results, options);
  say('');
  say(
    `${files} files and ${children} attachments, ${pages} pages, ${fields} fields found in ${seconds.toFixed(1)} s; ` +
      `${partial} partial, ${failed} failed${failed > 0 && unexpected === 0 ? ' for reasons of their own' : ''}.`,
  );
  return unexpected > 0 ? 1 : 0;
}

async function ownService() {
  const started = performance.now();
  say('Starting a service for the demo …');
  const service = await startOwnService(stopping.signal);
  say(`Ready after ${((performance.now() - started) / 1000).toFixed(1)} s; its log is ${service.log}`);
  return service;
}

async function main() {
  const folder = process.argv[2];
  const opened = [];
  const open = async (opening) => {
    const part = await opening;
    opened.push(part);
    return part;
  };
  try {
    const input = open(folder === undefined ? openSamples() : openFolder(folder));
    // A wrong folder should be told at once; samples take seconds to make, and so does a service to start.
    if (folder !== undefined) await input;
    const outcomes = await Promise.allSettled([input, open(process.env.DOSSIER_URL ? givenService() : ownService())]);
    for (const { status, reason } of outcomes) if (status === 'rejected') throw reason;
    const [{ files }, service] = outcomes.map(({ value }) => value);
    say(`Sending ${files.length} files to ${service.url}, ${AT_ONCE} at a time.`);
    const started = performance.now();
    const results = await sendAll(createClient({ ...service, signal: stopping.signal }), files);
    return conclude(results, { ownSamples: folder === undefined }, (performance.now() - started) / 1000);
  } finally {
    await Promise.allSettled(opened.map((part) => part.close()));
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    if (stopping.signal.aborted) process.exit(INTERRUPTED);
    const { code, message } = failureOf(error);
    process.stderr.write(`${code}: ${message.split('\n').map(clean).join('\n')}\n`);
    process.exit(1);
  },
);
