import { type ChildProcess, fork } from 'node:child_process';
import type { AppError } from '@app/kernel';
import type { ReplyMessage, Task } from '../child/protocol.js';
import { fromWire, readingError } from '../reading.errors.js';
import { residentBytes } from './memory-watch.js';

export interface ProcessOptions {
  readonly entry: string;
  /** Resident megabytes at which the process is killed. */
  readonly memoryMb: number;
}

/** Share of the memory limit that V8's heap may take; pdfium, sharp and models live beside it. */
const HEAP_SHARE = 0.6;
const WATCH_MS = 100;
const STDERR_KEPT = 2000;

interface Current {
  readonly id: number;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** One child process: one task at a time, killed when it hangs or grows. */
export class ReaderProcess {
  private readonly child: ChildProcess;
  private current: Current | null = null;
  private lastId = 0;
  private stderr = '';
  private ended = false;
  /** Tasks that it has been given. */
  tasks = 0;

  constructor(private readonly options: ProcessOptions) {
    this.child = fork(options.entry, [], {
      env: {},
      execArgv: [`--max-old-space-size=${Math.floor(options.memoryMb * HEAP_SHARE)}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // It leads a process group, so that programs that it started end with it.
      detached: true,
    });
    this.child.stderr?.on(
      'data',
      (chunk: Buffer) => (this.stderr = (this.stderr + chunk.toString('utf8')).slice(-STDERR_KEPT)),
    );
    this.child.on('message', (message) => this.settle(message as ReplyMessage));
    this.child.on('error', (error) => this.end(readingError('reader_crashed', error)));
    this.child.on('exit', (code, signal) => this.end(this.errorOfExit(code, signal)));
    this.idle();
  }

  get isAlive(): boolean {
    return !this.ended;
  }

  /** Runs a task. Throws the reader's AppError, `reading_timeout`, `reading_out_of_memory`, `reader_crashed`, or the signal's reason. */
  async run(task: Task, wallMs: number, signal?: AbortSignal): Promise<unknown> {
    signal?.throwIfAborted();
    this.tasks++;
    const id = ++this.lastId;
    this.child.ref();
    this.child.channel?.ref();
    const timer = setTimeout(() => this.kill(readingError('reading_timeout')), wallMs);
    const watch = setInterval(() => void this.watchMemory(), WATCH_MS);
    const onAbort = (): void => this.kill(signal?.reason as Error);
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      return await new Promise((resolve, reject) => {
        this.current = { id, resolve, reject };
        this.child.send({ id, task }, (error) => {
          if (error !== null) this.kill(readingError('reader_crashed', error));
        });
      });
    } finally {
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener('abort', onAbort);
      this.idle();
    }
  }

  /** Resident bytes now; null where they cannot be told. */
  async residentBytes(): Promise<number | null> {
    return this.child.pid === undefined ? null : residentBytes(this.child.pid);
  }

  /** Ends the process and its programs at once; a task that it was at fails with `error`. */
  kill(error: Error = readingError('reader_stopped')): void {
    this.end(error);
    if (this.child.pid === undefined) return;
    try {
      process.kill(-this.child.pid, 'SIGKILL');
    } catch {
      this.child.kill('SIGKILL');
    }
  }

  /** A process that waits for work does not keep the service alive. */
  private idle(): void {
    this.child.unref();
    this.child.channel?.unref();
    (this.child.stderr as { unref?: () => void } | null)?.unref?.();
  }

  private async watchMemory(): Promise<void> {
    const bytes = await this.residentBytes();
    if (bytes !== null && bytes > this.options.memoryMb * 1024 * 1024) this.kill(readingError('reading_out_of_memory'));
  }

  private settle(message: ReplyMessage): void {
    if (this.current === null || message.id !== this.current.id) return;
    const { resolve, reject } = this.current;
    this.current = null;
    if (message.ok) resolve(message.result);
    else reject(fromWire(message.error));
  }

  private end(error: Error): void {
    this.ended = true;
    this.current?.reject(error);
    this.current = null;
  }

  /** V8 ends a process whose heap is full by SIGABRT. */
  private errorOfExit(code: number | null, signal: NodeJS.Signals | null): AppError {
    const cause = new Error(`reading process ended (code ${code}, signal ${signal})\n${this.stderr}`);
    return readingError(signal === 'SIGABRT' || code === 134 ? 'reading_out_of_memory' : 'reader_crashed', cause);
  }
}
