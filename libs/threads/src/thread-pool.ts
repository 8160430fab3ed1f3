import { AsyncLocalStorage } from 'node:async_hooks';
import { fileURLToPath } from 'node:url';
import { AppError } from '@app/kernel';
import { type Task, Thread, type ThreadOptions } from './thread.js';

export interface ThreadPoolOptions extends ThreadOptions {
  /** Path of a built module that calls `serve`. */
  readonly entry: string;
  /** Threads at most; each is started when there is work that no other is free for. */
  readonly size: number;
  /** A thread that computes for so long without a word is ended, ms. Waiting for answers does not count. */
  readonly silentMs: number;
  /** JavaScript memory of each thread, MB. */
  readonly memoryMb: number;
}

export interface RunOptions<Question, Answer> {
  /** Answers what the computation asks; without it, nothing may be asked. */
  readonly ask?: ((question: Question) => Promise<Answer>) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Computes off the event loop. What is asked is asked in the context (tenant, log) of who called `run`. Each thread computes one task at a time; while that waits for an answer, it is given another.
 * Errors are those of the computation; `unavailable` where the thread has ended or was ended, so that it may be tried again.
 */
export class ThreadPool<Input, Output, Question = never, Answer = never> {
  private readonly threads = new Set<Thread>();
  private readonly queue: Task[] = [];
  private closed = false;

  constructor(private readonly options: ThreadPoolOptions) {}

  run(input: Input, { ask, signal }: RunOptions<Question, Answer> = {}): Promise<Output> {
    return new Promise<Output>((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.closed) throw stopping();
      // A message of a thread comes in the context of whoever started the thread: maybe another tenant.
      const inOwnContext = AsyncLocalStorage.snapshot();
      const task: Task = {
        input,
        ask: (question) =>
          inOwnContext(() => (ask ? ask(question as Question) : Promise.reject<Answer>(nobodyToAsk()))),
        resolve: (output) => resolve(output as Output),
        reject,
      };
      signal?.addEventListener('abort', () => this.forget(task, signal.reason as Error), { once: true });
      this.queue.push(task);
      this.dispatch();
    });
  }

  /** Refuses what runs and what waits. */
  close(): void {
    this.closed = true;
    for (const { reject } of this.queue.splice(0)) reject(stopping());
    for (const thread of this.threads) thread.end(stopping());
  }

  /** A task that nobody waits for any more is not begun; one that has begun ends by itself. */
  private forget(task: Task, reason: Error): void {
    const place = this.queue.indexOf(task);
    if (place >= 0) this.queue.splice(place, 1);
    task.reject(reason);
  }

  private dispatch(): void {
    while (this.queue.length > 0) {
      const thread = this.freeThread();
      const task = thread && this.queue.shift();
      if (!task) return;
      thread.start(task);
    }
  }

  private freeThread(): Thread | null {
    for (const thread of this.threads) if (!thread.isBusy) return thread;
    if (this.threads.size >= this.options.size) return null;
    const thread = new Thread(
      this.options,
      () => this.dispatch(),
      (ended) => {
        this.threads.delete(ended);
        if (!this.closed) this.dispatch();
      },
    );
    this.threads.add(thread);
    return thread;
  }
}

/**
 * The built module at `path` from the module `from`. Threads run the build: where the sources run, as in tests, it is the build
 * that stands beside them.
 */
export function threadEntry(from: string, path: string): string {
  const built = from.endsWith('.ts') ? from.replace(/^(.*)\/(apps|libs)\//, '$1/dist/$2/') : from;
  return fileURLToPath(new URL(path, built));
}

const stopping = (): AppError => new AppError('stopping', 'unavailable', { detail: 'The service stops.' });

const nobodyToAsk = (): AppError =>
  new AppError('nobody_to_ask', 'bug', { detail: 'Nobody answers this computation.' });
