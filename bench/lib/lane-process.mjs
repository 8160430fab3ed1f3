// A lane's process as its commander sees it: a question, an answer.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { watchMemory } from './memory-watch.mjs';
import { treeBytes } from './processes.mjs';

const ENTRY = fileURLToPath(new URL('../lane.mjs', import.meta.url));

/**
 * Starts a lane on its items, in the program `entry`. `ask` runs a command; `close` ends it and answers the most bytes that it
 * and its programs had.
 */
export async function startLane(lane, items, outFolder, entry = ENTRY) {
  const child = fork(entry, [JSON.stringify([lane, items, outFolder])], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors = (errors + chunk).slice(-2_000)));
  const ended = once(child, 'exit');
  const next = () =>
    new Promise((resolve, reject) => {
      child.once('message', resolve);
      void ended.then(([code]) =>
        reject(new Error(`${lane.name} ended with ${code}: ${errors.trim().split('\n').at(-1)}`)),
      );
    });
  await next();
  const stop = watchMemory(child.pid, treeBytes);
  return {
    ask(command, details = {}) {
      const answer = next();
      child.send({ command, ...details });
      return answer;
    },
    async close() {
      const peak = stop();
      if (child.connected) child.send({ command: 'close' });
      await ended;
      return peak;
    },
  };
}
