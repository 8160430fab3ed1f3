import type { Task, TaskResult } from '../child/protocol.js';
import { readingError } from '../reading.errors.js';
import { ReaderProcess } from './reader-process.js';

export interface PoolOptions {
  readonly entry: string;
  readonly processes: number;
  readonly memoryMb: number;
  readonly documentsPerProcess: number;
}

/** A process that keeps more than this share of its memory limit after a task is replaced: WebAssembly memory never shrinks. */
const RETIRE_SHARE = 0.6;

interface Waiting {
  readonly resolve: (process: ReaderProcess) => void;
  readonly reject: (error: Error) => void;
}

/** Warm processes that take tasks in turn. They are started when needed, kept, and replaced after a while or a death. */
export class ReadingPool {
  private readonly all = new Set<ReaderProcess>();
  private readonly free: ReaderProcess[] = [];
  private readonly queue: Waiting[] = [];
  private stopped = false;

  constructor(private readonly options: PoolOptions) {}

  /** Starts all processes now instead of with the first documents. */
  warm(): void {
    while (this.all.size < this.options.processes) this.free.push(this.start());
  }

  /** Waits for a process (the waiting does not count), then runs the task for at most `wallMs`. */
  async run<T extends Task>(makeTask: () => T, wallMs: number, signal?: AbortSignal): Promise<TaskResult<T>> {
    signal?.throwIfAborted();
    const process = await this.acquire(signal);
    try {
      return (await process.run(makeTask(), wallMs, signal)) as TaskResult<T>;
    } finally {
      await this.release(process);
    }
  }

  /** Ends all processes; tasks under way and waiting fail with `reader_stopped`. */
  stop(): void {
    this.stopped = true;
    for (const process of this.all) process.kill();
    this.all.clear();
    this.free.length = 0;
    for (const { reject } of this.queue.splice(0)) reject(readingError('reader_stopped'));
  }

  private start(): ReaderProcess {
    const process = new ReaderProcess(this.options);
    this.all.add(process);
    return process;
  }

  private acquire(signal?: AbortSignal): Promise<ReaderProcess> {
    if (this.stopped) return Promise.reject(readingError('reader_stopped'));
    for (let process = this.free.pop(); process !== undefined; process = this.free.pop()) {
      if (process.isAlive) return Promise.resolve(process);
      this.all.delete(process);
    }
    if (this.all.size < this.options.processes) return Promise.resolve(this.start());
    return this.enqueue(signal);
  }

  private enqueue(signal?: AbortSignal): Promise<ReaderProcess> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        resolve: (process) => {
          signal?.removeEventListener('abort', onAbort);
          resolve(process);
        },
        reject,
      };
      const onAbort = (): void => {
        const at = this.queue.indexOf(waiting);
        if (at >= 0) this.queue.splice(at, 1);
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.queue.push(waiting);
    });
  }

  private async release(process: ReaderProcess): Promise<void> {
    const keep = process.isAlive && !(await this.isWornOut(process));
    if (this.stopped) return process.kill();
    if (!keep) {
      process.kill();
      this.all.delete(process);
    }
    const next = this.queue.shift();
    if (next !== undefined) next.resolve(keep ? process : this.start());
    else if (keep) this.free.push(process);
  }

  private async isWornOut(process: ReaderProcess): Promise<boolean> {
    if (process.tasks >= this.options.documentsPerProcess) return true;
    const bytes = await process.residentBytes();
    return bytes !== null && bytes > RETIRE_SHARE * this.options.memoryMb * 1024 * 1024;
  }
}
