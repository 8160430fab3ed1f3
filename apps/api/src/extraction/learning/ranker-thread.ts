import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError } from '@app/kernel';
import type { Weights } from './ranker.js';
import type { TrainAnswer, TrainRequest } from './ranker-worker.js';

/** The lessons of a schema take a second or two; a thread that is silent for so long is given up. */
const DEADLINE_MS = 60_000;

/** Tests run the sources, and use the build that stands beside them. */
const entry = (from: string): string =>
  fileURLToPath(
    from.endsWith('.ts')
      ? new URL('../../../../../dist/apps/api/src/extraction/learning/ranker-worker.js', from)
      : new URL('ranker-worker.js', from),
  );

interface Waiting {
  readonly resolve: (weights: Weights) => void;
  readonly reject: (error: Error) => void;
}

/** Trains off the event loop, one request after the other, in a thread that is started when it is first needed. */
export class RankerThread {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private requests = 0;

  train(lessons: readonly Uint8Array[]): Promise<Weights> {
    const id = ++this.requests;
    const timer = setTimeout(() => this.end('training took too long'), DEADLINE_MS).unref();
    return new Promise<Weights>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.running().postMessage({ id, lessons } satisfies TrainRequest);
    }).finally(() => {
      clearTimeout(timer);
      if (this.waiting.size === 0) this.worker?.unref();
    });
  }

  /** Those who wait are refused. */
  end(why: string): void {
    void this.worker?.terminate();
    this.worker = null;
    for (const { reject } of this.waiting.values())
      reject(new AppError('training_failed', 'unavailable', { detail: `Lessons could not be learned: ${why}.` }));
    this.waiting.clear();
  }

  private running(): Worker {
    if (this.worker === null) {
      const worker = new Worker(entry(import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 256 } });
      worker.on('message', ({ id, weights }: TrainAnswer) => {
        this.waiting.get(id)?.resolve(weights);
        this.waiting.delete(id);
      });
      worker.on('error', () => this.worker === worker && this.end('the thread has ended'));
      this.worker = worker;
    }
    this.worker.ref();
    return this.worker;
  }
}
