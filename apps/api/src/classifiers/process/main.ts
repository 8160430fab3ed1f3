import { perform } from './perform.js';
import type { Reply, Task } from './protocol.js';

/** Entry of a process that computes for classifiers: one task after the other, and no life of its own. */
async function answer(task: Task): Promise<Reply> {
  try {
    return { result: await perform(task) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'unknown' };
  }
}

let last: Promise<unknown> = Promise.resolve();
process.on('message', (message) => {
  last = last.then(async () => process.send?.(await answer(message as Task)));
});
process.on('disconnect', () => process.exit(0));
