import { Worker } from 'node:worker_threads';
import { AppError } from '@app/kernel';
import { errorOf, failureOf, type FromThread, type ToThread } from './protocol.js';

/** Work that a thread has been given. */
export interface Task {
  readonly input: unknown;
  readonly ask: (question: unknown) => Promise<unknown>;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Held extends Task {
  /** Questions that are out: while there are any, the thread computes nothing for this task. */
  questions: number;
  /** Runs while the thread computes for this task. */
  timer: NodeJS.Timeout | undefined;
}

export interface ThreadOptions {
  readonly entry: string;
  readonly silentMs: number;
  readonly memoryMb: number;
}

/** One worker thread and the tasks that it holds. It ends with its first fault: state that is in doubt computes nothing more. */
export class Thread {
  private readonly worker: Worker;
  private readonly tasks = new Map<number, Held>();
  private ids = 0;
  private ended = false;

  constructor(
    private readonly options: ThreadOptions,
    private readonly onIdle: () => void,
    private readonly onEnd: (thread: Thread) => void,
  ) {
    this.worker = new Worker(options.entry, { resourceLimits: { maxOldGenerationSizeMb: options.memoryMb } });
    this.worker.on('message', (message: FromThread) => this.take(message));
    this.worker.on('error', (error) => this.end(faultOf(error)));
    this.worker.on('exit', () => this.end(faultOf(null)));
  }

  /** Whether it computes; a thread that waits for answers does not. */
  get isBusy(): boolean {
    return [...this.tasks.values()].some(({ questions }) => questions === 0);
  }

  get isEmpty(): boolean {
    return this.tasks.size === 0;
  }

  start(task: Task): void {
    const id = ++this.ids;
    const held: Held = { ...task, questions: 0, timer: undefined };
    this.tasks.set(id, held);
    this.worker.ref();
    if (this.send({ kind: 'run', id, input: task.input }, id)) this.watch(held);
  }

  /** All its tasks are refused with this error. */
  end(error: Error): void {
    if (this.ended) return;
    this.ended = true;
    void this.worker.terminate();
    const tasks = [...this.tasks.values()];
    this.tasks.clear();
    for (const { timer, reject } of tasks) {
      clearTimeout(timer);
      reject(error);
    }
    this.onEnd(this);
  }

  private take(message: FromThread): void {
    const task = this.tasks.get(message.id);
    if (!task) return;
    if (message.kind === 'question') return this.askFor(message.id, task, message.question, message.asked);
    clearTimeout(task.timer);
    this.tasks.delete(message.id);
    if (message.kind === 'done') task.resolve(message.output);
    else task.reject(errorOf(message.failure));
    if (this.isEmpty) this.worker.unref();
    this.onIdle();
  }

  private askFor(id: number, task: Held, question: number, asked: unknown): void {
    task.questions++;
    clearTimeout(task.timer);
    const goOn = (message: ToThread): void => {
      if (this.ended || !this.tasks.has(id)) return;
      task.questions--;
      this.watch(task);
      this.send(message, id);
    };
    task.ask(asked).then(
      (answer) => goOn({ kind: 'answer', id, question, answer }),
      (error: unknown) => goOn({ kind: 'refusal', id, question, failure: failureOf(error) }),
    );
    this.onIdle();
  }

  /** What cannot be sent to a thread is a mistake in this code, and of this task alone. */
  private send(message: ToThread, id: number): boolean {
    try {
      this.worker.postMessage(message);
      return true;
    } catch (error) {
      const task = this.tasks.get(id);
      this.tasks.delete(id);
      task?.reject(new AppError('not_sendable', 'bug', { cause: error }));
      return false;
    }
  }

  private watch(task: Held): void {
    clearTimeout(task.timer);
    task.timer = setTimeout(() => this.end(tooLong()), this.options.silentMs).unref();
  }
}

/** Another document may be at fault: one that shared the thread is done again. */
const tooLong = (): AppError =>
  new AppError('computation_too_long', 'unavailable', { detail: 'The computation took too long and was ended.' });

const faultOf = (error: unknown): AppError =>
  new AppError('thread_ended', 'unavailable', { cause: error, detail: 'The thread that computed this has ended.' });
