import { type RedisConfig, redisConfig, type RuntimeConfig, runtimeConfig } from '@app/config';
import {
  DURATION_BUCKETS,
  Log,
  makeCounterProvider,
  makeGaugeProvider,
  makeHistogramProvider,
} from '@app/observability';
import { BullModule, getQueueToken } from '@nestjs/bull';
import { type DynamicModule, Module } from '@nestjs/common';
import type { Queue } from 'bull';
import { Concurrency } from './concurrency.js';
import { DeadLetters } from './dead-letters.js';
import type { JobDefinition } from './job-definition.js';
import { JobRuntime } from './job-runtime.js';
import { JobStore } from './job-store.js';
import { Outbox, RelaySignal } from './outbox.js';
import { OutboxRelay } from './outbox-relay.js';
import { type QueueConfig, queueConfig } from './queue.config.js';
import { closeQuietly } from './quiet-close.js';
import { BacklogMetrics, Sweeper } from './sweeper.js';
import { WakeUps } from './wake-ups.js';

const metrics = [
  makeHistogramProvider({
    name: 'dossier_queue_job_duration_seconds',
    help: 'Time from claim to end of a job, by queue and outcome',
    labelNames: ['queue', 'outcome'],
    buckets: DURATION_BUCKETS,
  }),
  makeCounterProvider({ name: 'dossier_queue_events_relayed_total', help: 'Outbox events that became jobs' }),
  makeGaugeProvider({
    name: 'dossier_queue_oldest_seconds',
    help: 'Age of the oldest due job of a queue',
    labelNames: ['queue'],
  }),
  makeGaugeProvider({
    name: 'dossier_queue_concurrency',
    help: 'Jobs of a kind that this process may do at once',
    labelNames: ['queue'],
  }),
  makeGaugeProvider({ name: 'dossier_queue_jobs', help: 'Jobs by queue and state', labelNames: ['queue', 'state'] }),
];

/** The queues of all job kinds, the outbox and its relay; with `worker` also the sweeper that finds stuck work. */
@Module({})
export class QueueModule {
  static forRoot(definitions: readonly JobDefinition[], { worker }: { worker: boolean }): DynamicModule {
    const names = definitions.map(({ queue }) => queue);
    return {
      module: QueueModule,
      global: true,
      imports: [
        BullModule.forRootAsync({
          inject: [redisConfig.token, queueConfig.token, runtimeConfig.token],
          useFactory: (redis: RedisConfig, config: QueueConfig, { region }: RuntimeConfig) => ({
            url: redis.url,
            // A call that reaches an instance of another region would be lost there.
            prefix: region === undefined ? config.prefix : `${config.prefix}-${region}`,
            redis: { maxRetriesPerRequest: null, enableReadyCheck: false },
            // Calls carry no state: a call that stalls is dropped, because the sweeper knows better what is stuck.
            settings: { lockDuration: 60_000, stalledInterval: 0, maxStalledCount: 0 },
            defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
          }),
        }),
        BullModule.registerQueue(...names.map((name) => ({ name }))),
      ],
      providers: [
        {
          provide: WakeUps,
          inject: [Log, ...names.map((name) => getQueueToken(name))],
          useFactory: (log: Log, ...queues: Queue[]) => {
            const wakeUps = new WakeUps(log);
            for (const queue of queues) {
              closeQuietly(queue);
              wakeUps.add(queue.name, queue);
            }
            return wakeUps;
          },
        },
        JobStore,
        Concurrency,
        JobRuntime,
        RelaySignal,
        Outbox,
        OutboxRelay,
        DeadLetters,
        ...(worker ? [Sweeper, BacklogMetrics] : []),
        ...metrics,
      ],
      exports: [BullModule, JobStore, JobRuntime, Outbox, DeadLetters],
    };
  }
}
