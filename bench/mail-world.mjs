// What bench/mail.mjs stands on: a service of its own, `npm run simulate` as its provider, and whose processor time is whose.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { root } from '../scripts/prepare.mjs';
import { startOwnService } from '../scripts/demo/service.mjs';
import { freePort } from '../scripts/services/net.mjs';
import { commandOf, descendants, endedSeconds, ownSeconds, processSeconds } from './lib/processes.mjs';

/** US dollars a million tokens: what small hosted models cost. */
const PRICE = { input: '0.15', output: '0.6' };

async function startProvider(medianMs, seed) {
  const port = await freePort();
  const args = ['scripts/simulate.mjs', '--port', String(port), '--median', String(medianMs), '--seed', String(seed)];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(`${url}/stats`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return { child, url };
    await sleep(100);
  }
  throw new Error('The simulated provider does not answer.');
}

/** Starts it all. `nodeOptions` are those of the service's processes, for a profile. */
export async function startMailWorld({ signal, medianMs, seed, nodeOptions }) {
  const provider = await startProvider(medianMs, seed);
  const service = await startOwnService(signal, {
    name: `bench-mail-${process.pid}`,
    environment: {
      LOG_LEVEL: 'warn',
      LLM_BASE_URL: `${provider.url}/v1`,
      LLM_API_KEY: 'simulated',
      LLM_MODEL: 'simulated',
      LLM_PRICE_INPUT: PRICE.input,
      LLM_PRICE_OUTPUT: PRICE.output,
      TENANTS_REQUESTS_PER_MINUTE: '1000000',
      TENANTS_BURST: '10000',
      ...(nodeOptions && { NODE_OPTIONS: nodeOptions }),
    },
  }).catch((error) => {
    provider.child.kill();
    throw error;
  });
  const database = await openDatabase(service.folder);
  const token = await keyOf(service);
  return {
    url: service.url,
    supervisor: service.child.pid,
    token,
    database,
    seconds: () => secondsByProcess(service.child.pid, provider.child.pid),
    stages: () => stagesOf(service.url),
    books: async () => (await fetch(`${provider.url}/stats`)).json(),
    settings: (settings) => asked(service.url, token, 'PATCH', '/v1/tenant', settings),
    async close() {
      await database.end();
      await service.close();
      provider.child.kill();
      rmSync(service.folder, { recursive: true, force: true });
    },
  };
}

/** The owner sees what no interface tells: which document asked for which call, and how long it took. */
async function openDatabase(folder) {
  const port = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3];
  const { owner } = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'));
  const client = new pg.Client({ connectionString: `postgres://dossier_owner:${owner}@127.0.0.1:${port}/dossier` });
  await client.connect();
  return client;
}

/** A key, for runs take longer than a sign-in holds. */
async function keyOf({ url, credentials }) {
  const { accessToken } = await asked(url, '', 'POST', '/v1/auth/login', credentials);
  const body = { name: 'bench', scopes: ['documents:read', 'documents:write', 'admin'] };
  return (await asked(url, accessToken, 'POST', '/v1/api-keys', body)).key;
}

async function asked(url, token, method, path, body) {
  const response = await fetch(url + path, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** What a process is, by its command line. */
const KINDS = [
  ['Postgres', /postgres/],
  ['Redis', /redis/],
  ['service', /dist\/apps\/api\/src\/main\.js/],
  ['reading', /dist\/libs\/reading/],
];

function secondsByProcess(supervisor, provider) {
  const seconds = { service: 0, reading: 0, Postgres: 0, Redis: 0 };
  for (const pid of descendants(supervisor)) {
    const command = commandOf(pid);
    const [kind] = KINDS.find(([, pattern]) => pattern.test(command)) ?? [];
    if (!kind) continue;
    seconds[kind] += processSeconds(pid);
    // Reading processes are replaced from time to time; what they took is then booked under the service.
    if (kind !== 'service') continue;
    seconds.service -= endedSeconds(pid);
    seconds.reading += endedSeconds(pid);
  }
  return { ...seconds, provider: processSeconds(provider), client: ownSeconds() };
}

const SERIES = /^dossier_queue_job_duration_seconds_(sum|count)\{queue="([^"]+)",outcome="done"\} (\S+)$/gm;

/** Jobs of each kind that were done since the start, and the seconds from their claims to their ends. */
async function stagesOf(url) {
  const text = await (await fetch(`${url}/metrics`)).text();
  const stages = {};
  for (const [, what, queue, value] of text.matchAll(SERIES)) (stages[queue] ??= {})[what] = Number(value);
  return stages;
}
