import { type ConfigOf, defineConfig, setting, value } from '@app/config';

export const queueConfig = defineConfig('queue', {
  leaseSeconds: setting(
    'QUEUE_LEASE_SECONDS',
    value.integer(6, 2, 600),
    'How long a claim holds without renewal; dead workers are noticed after this time',
  ),
  sweepMs: setting(
    'QUEUE_SWEEP_MS',
    value.integer(1_000, 50, 60_000),
    'Pause between two sweeps for stuck work, milliseconds',
  ),
  relayPollMs: setting(
    'QUEUE_RELAY_POLL_MS',
    value.integer(500, 20, 60_000),
    'Longest pause between two looks into the outbox, milliseconds',
  ),
  relayBatch: setting(
    'QUEUE_RELAY_BATCH',
    value.integer(200, 1, 5_000),
    'Outbox events that one relay transaction takes',
  ),
  most: setting(
    'QUEUE_CONCURRENCY_MAX',
    value.integer(128, 1, 4_096),
    'Jobs of one kind that a process does at once where they wait for models and the machine has room',
  ),
  prefix: setting('QUEUE_PREFIX', value.text('dossier'), 'Prefix of the Bull keys in Redis'),
});
export type QueueConfig = ConfigOf<typeof queueConfig>;
