import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { AppError } from '@app/kernel';
import { type Gauge, type Histogram, InjectMetric } from '@app/observability';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AdaptiveLimit, type MachineUse } from './adaptive-limit.js';
import { type JobDefinition, loopsOf } from './job-definition.js';
import { Places } from './places.js';
import { type QueueConfig, queueConfig } from './queue.config.js';

const LOOK_MS = 500;

interface Kind {
  readonly limit: AdaptiveLimit;
  readonly places: Places;
}

/** How long jobs of each kind take, and how many this process does at once, by these times and by the use of the machine. */
@Injectable()
export class Concurrency implements OnModuleInit {
  private readonly kinds = new Map<string, Kind>();
  private timer: NodeJS.Timeout | undefined;
  private processors = processorTimes();
  private loop = performance.eventLoopUtilization();

  constructor(
    @Inject(queueConfig.token) private readonly config: QueueConfig,
    @InjectMetric('dossier_queue_concurrency') private readonly gauge: Gauge,
    @InjectMetric('dossier_queue_job_duration_seconds') private readonly duration: Histogram,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => this.look(), LOOK_MS);
    this.timer.unref();
  }

  add(job: JobDefinition): void {
    const limit = new AdaptiveLimit(
      job.concurrency,
      Math.max(job.concurrency, Math.min(job.upTo ?? job.concurrency, this.config.most)),
    );
    // Each loop that fetches has a place from the start.
    const places = new Places(limit.limit, loopsOf(job));
    this.kinds.set(job.queue, { limit, places });
    this.gauge.set({ queue: job.queue }, limit.limit);
  }

  placesOf({ queue }: JobDefinition): Places {
    const kind = this.kinds.get(queue);
    if (!kind) throw new AppError('unknown_queue', 'bug', { detail: `There is no processor for ${queue}.` });
    return kind.places;
  }

  /** Books a job that has ended. */
  ended(queue: string, outcome: string, seconds: number): void {
    this.duration.observe({ queue, outcome }, seconds);
  }

  close(): void {
    clearInterval(this.timer);
    for (const { places } of this.kinds.values()) places.close();
  }

  private look(): void {
    const use = this.use();
    for (const [queue, { limit, places }] of this.kinds) {
      limit.look(places.done(), use);
      places.resize(limit.limit);
      this.gauge.set({ queue }, limit.limit);
    }
  }

  private use(): MachineUse {
    const [before, loopBefore] = [this.processors, this.loop];
    this.processors = processorTimes();
    this.loop = performance.eventLoopUtilization();
    const all = this.processors.all - before.all;
    return {
      processors: all > 0 ? (this.processors.used - before.used) / all : 0,
      loop: performance.eventLoopUtilization(this.loop, loopBefore).utilization,
    };
  }
}

/** Of all processors since they were started, ms. */
function processorTimes(): { readonly used: number; readonly all: number } {
  let [used, idle] = [0, 0];
  for (const { times } of cpus()) {
    used += times.user + times.nice + times.sys + times.irq;
    idle += times.idle;
  }
  return { used, all: used + idle };
}
