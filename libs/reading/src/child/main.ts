import { toWire } from '../reading.errors.js';
import { perform } from './perform.js';
import type { ReplyMessage, TaskMessage } from './protocol.js';

/**
 * Entry of a reading process. It has no environment, one task at a time, and no life of its own: when the service is
 * gone it ends, together with the programs that it started (it leads a process group).
 */
function endGroup(): void {
  try {
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    process.exit(1);
  }
}

async function answer({ id, task }: TaskMessage): Promise<void> {
  let reply: ReplyMessage;
  try {
    reply = { id, ok: true, result: await perform(task) };
  } catch (error) {
    reply = { id, ok: false, error: toWire(error) };
  }
  process.send?.(reply);
}

process.on('message', (message) => void answer(message as TaskMessage));
process.on('disconnect', endGroup);
