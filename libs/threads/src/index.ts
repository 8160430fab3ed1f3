export { computation, type Computation } from './computation.js';
export type { Ask } from './serve.js';
export { type RunOptions, threadEntry, ThreadPool, type ThreadPoolOptions } from './thread-pool.js';
export { type ThreadsConfig, threadsConfig } from './threads.config.js';
export { ThreadsModule } from './threads.module.js';
export { Threads } from './threads.service.js';
