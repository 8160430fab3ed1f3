import { Socket } from 'node:net';
import type { ReadChild, Reading } from '../reading-model.js';
import type { RenderedPage } from '../readers/format-reader.js';
import { toWire } from '../reading.errors.js';
import { ByteChannel, CHANNEL_FD } from './byte-channel.js';
import { forbidConnections } from './no-network.js';
import { packReading } from '../stored/packed-reading.js';
import { perform } from './perform.js';
import {
  ALIVE_EVERY_MS,
  type AliveMessage,
  type ReplyMessage,
  type SentReading,
  type TaskMessage,
} from './protocol.js';

/**
 * Entry of a reading process. It has no environment, no network, no files but the program's, one task at a time, and no
 * life of its own: when the service is gone it ends, together with the programs that it started (it leads a process group).
 */
function endGroup(): void {
  try {
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    process.exit(1);
  }
}

const channel = new ByteChannel(new Socket({ fd: CHANNEL_FD, readable: true, writable: true }));
const send = (message: ReplyMessage | AliveMessage): void => void process.send?.(message);

async function answer({ id, task, sizeBytes }: TaskMessage): Promise<void> {
  const heartbeat = setInterval(() => send({ id, alive: true }), ALIVE_EVERY_MS);
  try {
    const result = await perform(task, await channel.receiveAll(sizeBytes));
    const children = 'children' in result ? result.children : [];
    send({ id, ok: true, result: await packed(result) });
    for (const { bytes } of children) await channel.send([bytes]);
  } catch (error) {
    send({ id, ok: false, error: toWire(error) });
  } finally {
    clearInterval(heartbeat);
  }
}

async function packed(result: Reading | RenderedPage): Promise<SentReading | RenderedPage> {
  if (!('children' in result)) return result;
  const { children, ...reading } = result;
  const sent = ({ bytes, ...child }: ReadChild) => ({ ...child, sizeBytes: bytes.byteLength });
  return { ...(await packReading(reading)), children: children.map(sent) };
}

forbidConnections();
process.on('message', (message) => void answer(message as TaskMessage));
process.on('disconnect', endGroup);
