import type { Task, TaskResult } from '../child/protocol.js';
import { readingError } from '../reading.errors.js';
import type { DocumentSource } from './document-source.js';
import { type ProcessOptions, ReaderProcess, type RunOptions } from './reader-process.js';

export interface PoolOptions extends ProcessOptions {
  readonly processes: number;
  readonly documentsPerProcess: number;
}

export interface PoolRunOptions extends RunOptions {
  /** Whose document it is: processes are shared evenly between owners. */
  readonly owner: string;
}

/** A process that keeps more than this share of its memory limit after a task is replaced: WebAssembly memory never shrinks. */
const RETIRE_SHARE = 0.6;
/** Milliseconds after which an owner who has no process gets one more than there should be. */
const PATIENCE_MS = 500;

interface Waiting {
  readonly owner: string;
  readonly since: number;
  readonly resolve: (process: ReaderProcess) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Warm processes that take tasks in turn. They are started when needed, kept, and replaced after a while or a death. Of those
 * who wait, the owner with the fewest processes is next; and where others hold all of them for long (a file that hangs),
 * one more is started for owners who hold none.
 */
export class ReadingPool {
  private readonly all = new Set<ReaderProcess>();
  private readonly free: ReaderProcess[] = [];
  private readonly held = new Map<string, number>();
  private readonly queue: Waiting[] = [];
  private busy = 0;
  private stopped = false;

  constructor(private readonly options: PoolOptions) {}

  /** Starts all processes now instead of with the first documents. */
  warm(): void {
    while (this.all.size < this.options.processes) this.free.push(this.start());
  }

  /** Waits for a process (the waiting does not count), then runs the task for at most `wallMs`. Throws as `ReaderProcess.run`. */
  async run<T extends Task>(
    makeTask: () => T,
    source: DocumentSource,
    options: PoolRunOptions,
  ): Promise<TaskResult<T>> {
    const { owner, signal } = options;
    signal?.throwIfAborted();
    const process = await this.acquire(owner, signal);
    try {
      return (await process.run(makeTask(), source, options)) as TaskResult<T>;
    } finally {
      await this.release(process, owner);
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

  private acquire(owner: string, signal?: AbortSignal): Promise<ReaderProcess> {
    if (this.stopped) return Promise.reject(readingError('reader_stopped'));
    return new Promise((resolve, reject) => {
      const impatience = setTimeout(() => this.serve(), PATIENCE_MS + 1);
      const settled = (): void => {
        clearTimeout(impatience);
        signal?.removeEventListener('abort', onAbort);
      };
      const waiting: Waiting = {
        owner,
        since: performance.now(),
        resolve: (process) => (settled(), resolve(process)),
        reject: (error) => (settled(), reject(error)),
      };
      const onAbort = (): void => {
        this.queue.splice(this.queue.indexOf(waiting), 1);
        waiting.reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.queue.push(waiting);
      this.serve();
    });
  }

  /** Gives processes to those who wait, as long as there are any to give. */
  private serve(): void {
    for (let next = this.next(); next !== undefined; next = this.next()) {
      this.queue.splice(this.queue.indexOf(next), 1);
      this.held.set(next.owner, this.heldBy(next.owner) + 1);
      this.busy++;
      next.resolve(this.takeFree() ?? this.start());
    }
  }

  private next(): Waiting | undefined {
    const { processes } = this.options;
    if (this.busy > processes) return undefined;
    if (this.busy === processes) return this.queue.find((waiting) => this.maySurpass(waiting));
    return this.queue.reduce<Waiting | undefined>(
      (best, waiting) => (best !== undefined && this.heldBy(best.owner) <= this.heldBy(waiting.owner) ? best : waiting),
      undefined,
    );
  }

  private maySurpass({ owner, since }: Waiting): boolean {
    return this.heldBy(owner) === 0 && performance.now() - since >= PATIENCE_MS;
  }

  private heldBy(owner: string): number {
    return this.held.get(owner) ?? 0;
  }

  private takeFree(): ReaderProcess | undefined {
    for (let process = this.free.pop(); process !== undefined; process = this.free.pop()) {
      if (process.isAlive) return process;
      this.all.delete(process);
    }
    return undefined;
  }

  private async release(process: ReaderProcess, owner: string): Promise<void> {
    const keep = process.isAlive && !(await this.isWornOut(process));
    this.busy--;
    const held = this.heldBy(owner) - 1;
    if (held > 0) this.held.set(owner, held);
    else this.held.delete(owner);
    if (this.stopped) return process.kill();
    const isSpare = this.all.size > this.options.processes && this.queue.length === 0;
    if (keep && !isSpare) this.free.push(process);
    else {
      process.kill();
      this.all.delete(process);
    }
    this.serve();
  }

  private async isWornOut(process: ReaderProcess): Promise<boolean> {
    if (process.tasks >= this.options.documentsPerProcess) return true;
    const bytes = await process.residentBytes();
    return bytes !== null && bytes > RETIRE_SHARE * this.options.memoryMb * 1024 * 1024;
  }
}
