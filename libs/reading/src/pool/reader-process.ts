import { type ChildProcess, fork } from 'node:child_process';
import type { Duplex } from 'node:stream';
import { type AppError, isAppError } from '@app/kernel';
import { ByteChannel, CHANNEL_FD } from '../child/byte-channel.js';
import type { AliveMessage, ReplyMessage, SentReading, Task } from '../child/protocol.js';
import type { RenderedPage } from '../readers/format-reader.js';
import { fromWire, readingError } from '../reading.errors.js';
import { type DocumentSource, openSource, SourceFailure } from './document-source.js';
import { residentBytes } from './memory-watch.js';
import { type SandboxOptions, sandboxFlags } from './sandbox.js';
import { TaskWatch } from './task-watch.js';

export interface ProcessOptions extends SandboxOptions {
  readonly entry: string;
  /** Milliseconds without a sign of life after which the process is killed. */
  readonly stallMs: number;
}

const STDERR_KEPT = 2000;

export interface RunOptions {
  /** Milliseconds that the task may take. */
  readonly wallMs: number;
  readonly signal?: AbortSignal;
  /** Takes the files inside the document, one after the other. */
  readonly onChild: TakeChild;
}

/** A file that was found inside a document; its content comes as it is asked for. */
export interface FoundFile {
  readonly name: string;
  readonly mediaType: string;
  readonly role: 'attachment' | 'member' | 'embedded';
  readonly sizeBytes: number;
  readonly content: AsyncIterable<Uint8Array>;
}
export type TakeChild = (child: FoundFile) => Promise<void>;

type Result = SentReading | RenderedPage;
interface Current {
  readonly id: number;
  readonly watch: TaskWatch;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

/** One child process: one task at a time, killed when it hangs or grows. */
export class ReaderProcess {
  private readonly child: ChildProcess;
  private readonly channel: ByteChannel;
  private current: Current | null = null;
  private failure: Error | null = null;
  private lastId = 0;
  private stderr = '';
  /** Tasks that it has been given. */
  tasks = 0;

  constructor(private readonly options: ProcessOptions) {
    this.child = fork(options.entry, [], {
      cwd: '/',
      env: {},
      execArgv: sandboxFlags(options),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'ipc'],
      // It leads a process group, so that programs that it started end with it.
      detached: true,
    });
    this.channel = new ByteChannel(this.child.stdio[CHANNEL_FD] as Duplex);
    this.child.stderr?.on(
      'data',
      (chunk: Buffer) => (this.stderr = (this.stderr + chunk.toString('utf8')).slice(-STDERR_KEPT)),
    );
    this.child.on('message', (message) => this.hear(message as ReplyMessage | AliveMessage));
    this.child.on('error', (error) => this.end(readingError('reader_crashed', error)));
    this.child.on('exit', (code, signal) => this.end(this.errorOfExit(code, signal)));
    this.keepService(false);
  }

  get isAlive(): boolean {
    return this.failure === null;
  }

  /**
   * Runs a task on a document. Throws the reader's AppError, `empty_file`, `reading_timeout`, `reading_out_of_memory`,
   * `reader_crashed`, what `onChild` throws, or the signal's reason.
   */
  async run(task: Task, source: DocumentSource, options: RunOptions): Promise<Result> {
    const { signal } = options;
    signal?.throwIfAborted();
    this.tasks++;
    const document = await openSource(source);
    const onAbort = (): void => this.kill(signal?.reason as Error);
    signal?.addEventListener('abort', onAbort, { once: true });
    this.keepService(true);
    const watch = this.watch(options.wallMs);
    try {
      if (document.sizeBytes === 0) throw readingError('empty_file');
      const reply = this.ask(task, document.sizeBytes, watch);
      this.channel.send(document.content).catch((error: unknown) => {
        if (error instanceof SourceFailure) return this.kill(error.cause as Error);
        // Where the process is gone, its exit says why.
        if (!isAppError(error)) this.kill(error as Error);
      });
      const result = await reply;
      watch.done();
      if ('children' in result) await this.deliver(result, options.onChild);
      return result;
    } finally {
      watch.stop();
      signal?.removeEventListener('abort', onAbort);
      this.keepService(false);
      await document.close();
    }
  }

  /** Resident bytes now, its programs included; null where they cannot be told. */
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

  private ask(task: Task, sizeBytes: number, watch: TaskWatch): Promise<Result> {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      if (this.failure !== null) return reject(this.failure);
      this.current = { id, watch, resolve, reject };
      this.child.send({ id, task, sizeBytes }, (error) => {
        if (error !== null) this.kill(readingError('reader_crashed', error));
      });
    });
  }

  /** A child that was not taken whole leaves the channel in disorder: the process ends with it. */
  private async deliver({ children }: SentReading, onChild: TakeChild): Promise<void> {
    try {
      for (const child of children) {
        const content = this.channel.receive(child.sizeBytes);
        await onChild({ ...child, content });
        // What was not asked for is still to come.
        while ((await content.next()).done !== true);
      }
    } catch (error) {
      const reason = this.failure ?? (error as Error);
      this.kill(reason);
      throw reason;
    }
  }

  private watch(wallMs: number): TaskWatch {
    return new TaskWatch({
      wallMs,
      stallMs: this.options.stallMs,
      maxBytes: this.options.memoryMb * 1024 * 1024,
      residentBytes: () => this.residentBytes(),
      onBreach: (error) => this.kill(error),
    });
  }

  /** A process that waits for work does not keep the service alive. */
  private keepService(keep: boolean): void {
    const { child } = this;
    const parts = [child, child.channel, child.stderr, child.stdio[CHANNEL_FD]];
    for (const part of parts as readonly ({ ref?(): void; unref?(): void } | null | undefined)[])
      if (keep) part?.ref?.();
      else part?.unref?.();
  }

  private hear(message: ReplyMessage | AliveMessage): void {
    if (this.current === null || message.id !== this.current.id) return;
    const { watch, resolve, reject } = this.current;
    if ('alive' in message) return watch.heard();
    this.current = null;
    if (message.ok) resolve(message.result);
    else reject(fromWire(message.error));
  }

  private end(error: Error): void {
    this.failure ??= error;
    this.current?.reject(error);
    this.current = null;
  }

  /** V8 ends a process whose heap is full by SIGABRT. */
  private errorOfExit(code: number | null, signal: NodeJS.Signals | null): AppError {
    const cause = new Error(`reading process ended (code ${code}, signal ${signal})\n${this.stderr}`);
    return readingError(signal === 'SIGABRT' || code === 134 ? 'reading_out_of_memory' : 'reader_crashed', cause);
  }
}
