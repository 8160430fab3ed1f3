// A real Redis server: found on the machine, else in a container, else installed where that is allowed.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { ended, freePort, sleep } from './net.mjs';

const works = (command, args) => spawnSync(command, args, { stdio: 'ignore', timeout: 10_000 }).status === 0;
const PROGRAMS = ['redis-server', 'valkey-server', '/usr/bin/redis-server'];
const found = () => PROGRAMS.find((program) => works(program, ['--version']));

const NO_REDIS =
  'Dossier needs Redis and found none: install redis-server (or valkey-server), or start Docker, or set REDIS_URL to a server of yours.';

/** Installs Redis from the distribution, only as root or with a password-free sudo. */
function install(say) {
  const sudo = process.getuid?.() === 0 ? [] : works('sudo', ['-n', 'true']) ? ['sudo', '-n'] : null;
  if (sudo === null || !works('apt-get', ['--version'])) return undefined;
  say('Redis is not here yet: installing redis-server from the distribution …');
  const run = (...args) => {
    const [command, ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', ...args];
    return spawnSync(command, rest, { stdio: 'ignore', timeout: 300_000 }).status === 0;
  };
  const get = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'redis-server'];
  // A service that the package would start by itself is not wanted: ours runs on a port and in a folder of its own.
  if (!run('RUNLEVEL=1', ...get) && run('apt-get', 'update', '-qq')) run('RUNLEVEL=1', ...get);
  return found();
}

async function answersPing(port, password) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    const done = (ok) => {
      socket.destroy();
      resolve(ok);
    };
    socket.setTimeout(1_000, () => done(false));
    socket.on('error', () => done(false));
    socket.on('connect', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    socket.on('data', (data) => {
      text += data;
      if (text.includes('PONG')) done(true);
    });
  });
}

async function untilReady(child, port, password) {
  let failure = null;
  child.once('error', (error) => {
    failure = error;
  });
  for (let i = 0; i < 300 && failure === null && child.exitCode === null; i++) {
    if (await answersPing(port, password)) return;
    await sleep(100);
  }
  throw new Error(`Redis did not start${failure ? `: ${failure.message}` : '.'}`);
}

/** Starts Redis on a free port. Answers its URL, its process, and `stop`. */
export async function startRedis({ folder, password, durable = true, port, say = () => {} }) {
  mkdirSync(folder, { recursive: true });
  port ??= await freePort();
  const settings = [
    '--port',
    String(port),
    '--requirepass',
    password,
    '--maxmemory-policy',
    'noeviction',
    '--save',
    '',
    '--appendonly',
    durable ? 'yes' : 'no',
    '--daemonize',
    'no',
    '--loglevel',
    'warning',
  ];
  const program = found() ?? (works('docker', ['info']) ? 'docker' : install(say));
  if (!program) throw new Error(NO_REDIS);
  const container = `dossier-redis-${process.pid}`;
  const child =
    program === 'docker'
      ? spawn(
          'docker',
          [
            'run',
            '--rm',
            '--name',
            container,
            '-p',
            `127.0.0.1:${port}:${port}`,
            'redis:7-alpine',
            'redis-server',
            ...settings,
          ],
          { stdio: 'ignore', detached: true },
        )
      : spawn(program, [...settings, '--bind', '127.0.0.1', '--dir', folder], { stdio: 'ignore', detached: true });
  await untilReady(child, port, password);
  return {
    url: `redis://:${password}@127.0.0.1:${port}`,
    port,
    child,
    stop: async () => {
      if (program === 'docker') {
        try {
          execFileSync('docker', ['stop', container], { stdio: 'ignore' });
        } catch {
          /* gone already */
        }
      } else child.kill('SIGTERM');
      await ended(child);
    },
  };
}
