export { type Ask, serve } from './serve.js';
export { type RunOptions, threadEntry, ThreadPool, type ThreadPoolOptions } from './thread-pool.js';
