export { ClaimedJob } from './claimed-job.js';
export * from './dead-letters.js';
export * from './job-definition.js';
export { JobProcessor } from './job-processor.js';
export { JobRuntime } from './job-runtime.js';
export { JobStore } from './job-store.js';
export { EventRouter, type JobRequest, Outbox, type OutboxEvent } from './outbox.js';
export * from './queue.config.js';
export * from './queue.module.js';
