import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { AppError } from '@app/kernel';
import { classifierError } from '../classifiers.errors.js';
import type { Reply, ResultOf, Task } from './protocol.js';

/** The compiled entry; tests run the sources, and use the build that stands beside them. */
export const processEntry = (from: string = import.meta.url): string =>
  fileURLToPath(
    from.endsWith('.ts')
      ? new URL('../../../../../dist/apps/api/src/classifiers/process/main.js', from)
      : new URL('main.js', from),
  );

export interface ProcessOptions {
  readonly entry: string;
  readonly memoryMb: number;
}

export interface RunOptions {
  /** After so many milliseconds the process is ended and the task fails with `training_timeout`. */
  readonly wallMs: number;
  readonly signal?: AbortSignal;
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

const STDERR_KEPT = 2_000;

/** One child process that computes for classifiers: tasks in the order of their arrival; a task that goes wrong ends it. */
export class ClassifierProcess {
  private readonly child: ChildProcess;
  private readonly waiting: Waiting[] = [];
  private failure: Error | null = null;
  private stderr = '';

  constructor({ entry, memoryMb }: ProcessOptions) {
    this.child = fork(entry, [], {
      cwd: '/',
      env: {},
      execArgv: [`--max-old-space-size=${memoryMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.child.stderr?.on(
      'data',
      (part: Buffer) => (this.stderr = (this.stderr + part.toString()).slice(-STDERR_KEPT)),
    );
    this.child.on('message', (message) => this.hear(message as Reply));
    this.child.on('error', (error) => this.end(classifierError('training_failed', error)));
    this.child.on('exit', () => this.end(this.errorOfExit()));
    this.keepService(false);
    // Requests and reading go first.
    if (this.child.pid !== undefined) lowerPriority(this.child.pid);
  }

  get isAlive(): boolean {
    return this.failure === null;
  }

  get isIdle(): boolean {
    return this.waiting.length === 0;
  }

  async run<T extends Task>(task: T, { wallMs, signal }: RunOptions): Promise<ResultOf<T>> {
    signal?.throwIfAborted();
    if (this.failure) throw this.failure;
    const onAbort = (): void => this.kill(signal?.reason as Error);
    signal?.addEventListener('abort', onAbort, { once: true });
    const timer = setTimeout(() => this.kill(classifierError('training_timeout')), wallMs);
    this.keepService(true);
    try {
      return await new Promise<ResultOf<T>>((resolve, reject) => {
        this.waiting.push({ resolve, reject });
        this.child.send(task, (error) => {
          if (error !== null) this.kill(classifierError('training_failed', error));
        });
      });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      if (this.isIdle) this.keepService(false);
    }
  }

  /** Ends the process at once; tasks that it was at fail with `error`. */
  kill(error: Error = classifierError('training_failed')): void {
    this.end(error);
    this.child.kill('SIGKILL');
  }

  private hear({ result, error }: Reply): void {
    const first = this.waiting.shift();
    if (result) first?.resolve(result as never);
    else first?.reject(classifierError('training_failed', new Error(error)));
  }

  private end(error: Error): void {
    this.failure ??= error;
    for (const { reject } of this.waiting.splice(0)) reject(this.failure);
  }

  private errorOfExit(): AppError {
    const outOfMemory = /heap out of memory|Allocation failed|bad_alloc/i.test(this.stderr);
    return classifierError(outOfMemory ? 'training_out_of_memory' : 'training_failed', new Error(this.stderr));
  }

  /** A process that waits for work does not keep the service alive. */
  private keepService(keep: boolean): void {
    const { child } = this;
    const parts = [child, child.channel, child.stderr] as readonly (
      | { ref?(): void; unref?(): void }
      | null
      | undefined
    )[];
    for (const part of parts)
      if (keep) part?.ref?.();
      else part?.unref?.();
  }
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Only a courtesy: the process may be gone already, or the system may refuse.
  }
}
