import { parentPort } from 'node:worker_threads';
import { decodeLesson } from './lesson-codec.js';
import { train, type Weights } from './ranker.js';

/** What the thread is asked, and what it answers. */
export interface TrainRequest {
  readonly id: number;
  readonly lessons: readonly Uint8Array[];
}
export interface TrainAnswer {
  readonly id: number;
  readonly weights: Weights;
}

parentPort?.on('message', ({ id, lessons }: TrainRequest) => {
  const weights = train(lessons.map(decodeLesson));
  parentPort?.postMessage({ id, weights } satisfies TrainAnswer, [weights.buffer]);
});
