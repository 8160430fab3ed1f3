import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../prepare.mjs';

const INSTANCE = fileURLToPath(new URL('./instance.mjs', import.meta.url));
/** Where the service keeps it too. */
const COMPILED_CODE = join(root, 'dist', '.compiled');

/** Starts so many instances of the service. */
export const startInstances = (count, environment) =>
  Promise.all(Array.from({ length: count }, () => startInstance(environment)));

async function startInstance(environment) {
  const child = fork(INSTANCE, [], {
    env: { PATH: process.env.PATH, NODE_ENV: 'test', NODE_COMPILE_CACHE: COMPILED_CODE, ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map();
  let last = 0;
  const ended = once(child, 'exit');
  const [first] = await Promise.race([once(child, 'message'), ended.then(() => [{}])]);
  if (first.isReady !== true) throw new Error('An instance did not start.');
  child.on('message', ({ id, answer }) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  void ended.then(() => {
    for (const resolve of waiting.values()) resolve({ kind: 'killed' });
  });
  return {
    /** The answer to a piece of work; `{kind: 'killed'}` where the process died meanwhile. */
    ask: (work) =>
      new Promise((resolve) => {
        if (!child.connected) return resolve({ kind: 'killed' });
        waiting.set(++last, resolve);
        child.send({ id: last, ...work });
      }),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** Runs `work` over numbers from 0, so many at a time, until all are done or `isOver`. */
export async function inLanes(width, count, work, isOver = () => false) {
  let next = 0;
  const lane = async () => {
    while (next < count && !isOver()) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.min(width, count) }, lane));
}
