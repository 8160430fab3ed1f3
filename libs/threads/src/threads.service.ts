import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Computation } from './computation.js';
import { type RunOptions, threadEntry, ThreadPool } from './thread-pool.js';
import { type ThreadsConfig, threadsConfig } from './threads.config.js';

/** Far more than the longest document takes; who is silent for so long has met an input that it cannot cope with. */
const SILENT_MS = 120_000;
const MEMORY_MB = 1_024;

export interface ComputeOptions<Ask> {
  /** Answers what the computation asks, in the context of who called; without it, nothing may be asked. */
  readonly ask?: Ask | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The threads of the process: all that computes for longer than the event loop may be held shares them. */
@Injectable()
export class Threads implements OnApplicationShutdown {
  private readonly pool: ThreadPool<{ readonly module: string; readonly input: unknown }, unknown, unknown, unknown>;

  constructor(@Inject(threadsConfig.token) { most }: ThreadsConfig) {
    const entry = threadEntry(import.meta.url, 'computing.thread.js');
    this.pool = new ThreadPool({ entry, size: most, silentMs: SILENT_MS, memoryMb: MEMORY_MB });
  }

  onApplicationShutdown(): void {
    this.pool.close();
  }

  /** Errors are those of the computation, else those of `ThreadPool.run`. */
  async run<C extends (input: never, ask: never) => unknown>(
    { module }: Computation<C>,
    input: Parameters<C>[0],
    { ask, signal }: ComputeOptions<Parameters<C>[1]> = {},
  ): Promise<Awaited<ReturnType<C>>> {
    const options = { ask: ask as RunOptions<unknown, unknown>['ask'], signal };
    return (await this.pool.run({ module, input }, options)) as Awaited<ReturnType<C>>;
  }
}
