#!/usr/bin/env node
// node bench/upload-memory.mjs [--megabytes 500]: what uploads add to the memory of the service, and what is refused early.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { underProjectNode } from './lib/project-node.mjs';

underProjectNode(import.meta.url);
const { startOwnService } = await import('../scripts/demo/service.mjs');
const { largeNoise, largePdf } = await import('./lib/large-files.mjs');
const { restingBytes, watchMemory } = await import('./lib/memory-watch.mjs');
const { commandOf, descendants } = await import('./lib/processes.mjs');
const { saveResults, markdownTable } = await import('./lib/report.mjs');
const { upload } = await import('./lib/upload.mjs');

const MB = 1024 * 1024;
const MAIN = /dist\/apps\/api\/src\/main\.js/;
/** An upload is refused early where less than this has been sent by then: what sockets hold on both sides. */
const EARLY_BYTES = 24 * MB;
const { values } = parseArgs({ options: { megabytes: { type: 'string', default: '500' } } });
const large = Number(values.megabytes) * MB;
const say = (line) => process.stderr.write(`${line}\n`);
const mb = (bytes) => (bytes / MB).toFixed(1);

const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort());
const service = await startOwnService(stopping.signal, {
  name: 'bench',
  environment: {
    LOG_LEVEL: 'warn',
    DOCUMENTS_MAX_BYTES: String(large + 12 * MB),
    TENANTS_MAX_UPLOAD_BYTES: String(large + 12 * MB),
  },
});
const main = descendants(service.child.pid).find((pid) => MAIN.test(commandOf(pid)));

const call = async (method, path, body) => {
  const response = await fetch(service.url + path, {
    method,
    headers: { 'content-type': 'application/json', ...(call.token && { authorization: `Bearer ${call.token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return response.json();
};
call.token = (await call('POST', '/v1/auth/login', service.credentials)).accessToken;

let seed = 0;
const pdf = (sizeBytes) => largePdf(sizeBytes, ++seed);
const send = (file, options = {}) =>
  upload({ url: service.url, token: call.token, file, name: 'large.pdf', fields: { pipeline: 'read' }, ...options });
const stagedFiles = () => readdirSync(join(service.folder, 'files', '.staging')).length;
const documents = async () => (await call('GET', '/v1/documents?limit=100')).items.length;

async function settled({ body }) {
  for (;;) {
    const { status, error } = await call('GET', `/v1/documents/${body.id}`);
    if (!['queued', 'processing'].includes(status)) return error ? `${status}: ${error.code}` : status;
    await sleep(100);
  }
}

const failures = [];
const expect = (name, isTrue, what) => {
  if (!isTrue) failures.push(`${name}: ${what}`);
};

async function accepted(name, files, options) {
  const answers = await Promise.all(files.map((file) => send(file, options)));
  expect(
    name,
    answers.every(({ status }) => status === 202),
    `answered ${answers.map(({ status, body }) => [status, body.code]).join(' ')}`,
  );
  const stop = watchMemory(main);
  const ends = await Promise.all(answers.filter(({ body }) => body.id).map(settled));
  return { answers, ends, reading: stop() };
}

async function refused(name, file, { status, code, before = EARLY_BYTES, ...options }) {
  const answer = await send(file, options);
  expect(name, answer.status === status && answer.body.code === code, `answered ${answer.status} ${answer.body.code}`);
  expect(name, answer.sentBytes < before, `${mb(answer.sentBytes)} MB had been sent before the answer came`);
  return { answers: [answer], ends: [] };
}

async function aborted(name, file) {
  const had = await documents();
  const answer = await send(file, { abortAfter: file.sizeBytes / 2 });
  await sleep(1_000);
  expect(name, stagedFiles() === 0, `${stagedFiles()} files are left in staging`);
  expect(name, (await documents()) === had, 'a document was made');
  return { answers: [answer], ends: [] };
}

const limited = (bytes) => call('PATCH', '/v1/tenant', { maxUploadBytes: bytes });
const SCENARIOS = [
  [`one upload of ${mb(large)} MB`, (name) => accepted(name, [pdf(large)])],
  [
    '4 uploads of 100 MB at once',
    (name) =>
      accepted(
        name,
        [1, 2, 3, 4].map(() => pdf(large / 5)),
      ),
  ],
  ['slow upload of 10 MB', (name) => accepted(name, [pdf(large / 50)], { pauseMs: 20 })],
  ['connection broken in the middle', (name) => aborted(name, pdf(large / 5))],
  [
    'of no known type',
    (name) => refused(name, largeNoise(large, ++seed), { status: 415, code: 'unsupported_media_type' }),
  ],
  [
    'announced as too large',
    (name) => refused(name, pdf(large + 100 * MB), { status: 413, code: 'document_too_large' }),
  ],
  [
    'too large, not announced',
    async (name) => {
      await limited(8 * MB);
      const result = await refused(name, pdf(large), {
        status: 413,
        code: 'document_too_large',
        isAnnounced: false,
        before: 8 * MB + EARLY_BYTES,
      });
      await limited(large);
      return result;
    },
  ],
];

const rows = [];
try {
  for (let count = 0; count < 5; count++) await accepted('warm-up', [pdf(5 * MB)]);
  for (const [name, run] of SCENARIOS) {
    say(name);
    const resting = await restingBytes(main);
    const stop = watchMemory(main);
    const { answers, ends } = await run(name);
    const peak = stop();
    rows.push({
      scenario: name,
      'resting MB': mb(resting),
      'peak MB': mb(peak),
      'added MB': mb(peak - resting),
      'sent MB': mb(Math.max(...answers.map(({ sentBytes }) => sentBytes))),
      seconds: Math.max(...answers.map(({ seconds }) => seconds)).toFixed(1),
      answer: [...new Set(answers.map(({ status, body }) => [status, body.code].filter(Boolean).join(' ')))].join(', '),
      end: [...new Set(ends)].join(', '),
    });
  }
} finally {
  await service.close();
}
process.stdout.write(`${markdownTable(rows)}\n`);
saveResults('upload-memory', { rows, failures });
for (const failure of failures) say(`FAILED ${failure}`);
process.exit(failures.length === 0 ? 0 : 1);
