// Starts what the service needs and nobody gave (Postgres, Redis), migrates, runs the service, stops everything.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './prepare.mjs';
import { ended, isAlive } from './services/net.mjs';
import { startPostgres } from './services/postgres.mjs';
import { startRedis } from './services/redis.mjs';

const say = (line) => process.stderr.write(`${line}\n`);
const started = Date.now();
if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
const dataDir = resolve(root, process.env.DATA_DIR || '.data');
const role = process.argv.includes('--role')
  ? process.argv[process.argv.indexOf('--role') + 1]
  : process.env.PROCESS_ROLE || 'all';
const running = [];
let stopping = false;

/** Passwords of the embedded services: made once, kept beside their data, readable by the owner only. */
function secrets() {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const made = Object.fromEntries(
    ['owner', 'app', 'system', 'redis'].map((name) => [name, randomBytes(24).toString('base64url')]),
  );
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

/** Two starts on one data folder would fight over it. */
function lock() {
  const file = join(dataDir, 'dossier.pid');
  const other = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (other > 1 && other !== process.pid && isAlive(other))
    throw new Error(`Dossier is running on ${dataDir} already (process ${other}).`);
  writeFileSync(file, String(process.pid));
  running.push({ stop: () => rmSync(file, { force: true }) });
}

async function stopAll() {
  for (const part of running.splice(0).reverse()) {
    try {
      await part.stop();
    } catch (error) {
      say(`While stopping: ${error?.message ?? error}`);
    }
  }
}

async function quit(code) {
  if (stopping) return;
  stopping = true;
  await stopAll();
  process.exit(code);
}

function service(env, processRole) {
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/apps/api/src/main.js')], {
    cwd: root,
    env: { ...env, PROCESS_ROLE: processRole },
    stdio: ['ignore', 'inherit', 'inherit'],
    // In a group of its own: Ctrl-C goes to the supervisor, which stops the parts in the right order.
    detached: true,
  });
  running.push({
    stop: async () => {
      child.kill('SIGTERM');
      await ended(child, 20_000);
    },
  });
  return child;
}

async function main() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void quit(0));
  mkdirSync(dataDir, { recursive: true });
  lock();
  const env = { ...process.env, DATA_DIR: dataDir };
  const ownDatabase = !process.env.DATABASE_URL,
    ownRedis = !process.env.REDIS_URL;
  const keys = ownDatabase || ownRedis ? secrets() : {};
  await Promise.all([
    ownDatabase &&
      startPostgres({
        folder: join(dataDir, 'postgres'),
        ownerPassword: keys.owner,
        appPassword: keys.app,
        systemPassword: keys.system,
      }).then((postgres) => {
        running.push(postgres);
        Object.assign(env, postgres.urls);
      }),
    ownRedis &&
      startRedis({ folder: join(dataDir, 'redis'), password: keys.redis, say }).then((redis) => {
        running.push(redis);
        env.REDIS_URL = redis.url;
      }),
  ]);
  if (env.DATABASE_OWNER_URL || role === 'migrate') {
    const code = await ended(service(env, 'migrate'), 600_000);
    running.pop();
    if (code !== 0 || role === 'migrate') return quit(code ?? 1);
  }
  // The owner's password is for migrations only; the service must not hold it.
  const { DATABASE_OWNER_URL: _owner, ...rest } = env;
  const child = service({ ...rest, DOSSIER_STARTED_AT: String(started) }, role);
  child.once('exit', (code) => void quit(stopping ? 0 : (code ?? 1)));
}

main().catch((error) => {
  say(error?.message ?? String(error));
  void quit(1);
});
