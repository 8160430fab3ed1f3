// A service of a script's own: on a free port, with data of its own, gone when the script ends.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../prepare.mjs';
import { ended, freePort, isAlive } from '../services/net.mjs';
import { DemoError } from './client.mjs';

const READY_MS = 300_000;
const STOP_MS = 30_000;
const LAST_LINES = 15;

/** Empty values keep those of a file .env away: a script must not write into the database of a real installation. */
const NOT_FROM_DOTENV = [
  'DATABASE_URL',
  'DATABASE_SYSTEM_URL',
  'DATABASE_OWNER_URL',
  'REDIS_URL',
  'PUBLIC_URL',
  'AUTH_KEYS_FILE',
];

function emptyFolder(name) {
  const folder = join(root, '.data', name);
  const lock = join(folder, 'dossier.pid');
  const other = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
  if (other > 1 && isAlive(other)) throw new DemoError('is_running', `The same is running already (process ${other}).`);
  // What an earlier run left would make every file of this one a duplicate that is answered at once.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Starts the service with data in a folder of this name and waits until it is ready. Answers its URL, an administrator's
 * credentials, the process that holds all others, and `close`.
 */
export async function startOwnService(signal, { name = 'demo', environment = {} } = {}) {
  const folder = emptyFolder(name);
  const log = join(folder, 'service.log');
  const url = `http://127.0.0.1:${await freePort()}`;
  const credentials = { email: 'demo@localhost', password: randomBytes(18).toString('base64url') };
  const output = openSync(log, 'a');
  const child = spawn(process.execPath, [join(root, 'scripts', 'supervise.mjs')], {
    cwd: root,
    env: {
      ...process.env,
      ...Object.fromEntries(NOT_FROM_DOTENV.map((name) => [name, ''])),
      NODE_ENV: 'development',
      PROCESS_ROLE: 'all',
      DATA_DIR: folder,
      HOST: '127.0.0.1',
      PORT: new URL(url).port,
      INIT_TENANT_NAME: 'Demo',
      INIT_ADMIN_EMAIL: credentials.email,
      INIT_ADMIN_PASSWORD: credentials.password,
      ...environment,
    },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const close = async () => {
    child.kill('SIGTERM');
    await ended(child, STOP_MS);
  };
  try {
    await untilReady(url, child, signal);
  } catch (error) {
    await close();
    throw signal.aborted ? error : new DemoError('not_started', `${error.message}\n${lastLines(log)}`);
  }
  return { url, credentials, log, folder, child, close };
}

async function untilReady(url, child, signal) {
  for (const until = Date.now() + READY_MS; Date.now() < until;) {
    signal.throwIfAborted();
    if (child.exitCode !== null) throw new Error(`The service ended with code ${child.exitCode} before it was ready.`);
    if (await answers(`${url}/health/ready`)) return;
    await sleep(150, undefined, { signal });
  }
  throw new Error(`The service is not ready after ${READY_MS / 1000} s.`);
}

const answers = (url) =>
  fetch(url, { signal: AbortSignal.timeout(3_000) }).then(
    async (response) => (await response.body?.cancel(), response.ok),
    () => false,
  );

const lastLines = (file) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-LAST_LINES).join('\n');
