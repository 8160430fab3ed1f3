import { availableParallelism } from 'node:os';
import { type ConfigOf, defineConfig, setting, value } from '@app/config';

/** With two, a document that takes long does not hold up all others. */
const FEWEST = 2;

export const threadsConfig = defineConfig('threads', {
  most: setting(
    'THREADS_MAX',
    value.integer(Math.max(FEWEST, Math.ceil(availableParallelism() / 2)), 1, 256),
    'Threads that look into documents; each uses one core, and starts when there is work that no other is free for',
  ),
});
export type ThreadsConfig = ConfigOf<typeof threadsConfig>;
