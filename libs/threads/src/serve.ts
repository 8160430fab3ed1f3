import { parentPort } from 'node:worker_threads';
import { AppError } from '@app/kernel';
import { errorOf, failureOf, type FromThread, type ToThread } from './protocol.js';

/** Asks those outside of the thread, who may take their time: others are computed meanwhile. */
export type Ask<Question, Answer> = (question: Question) => Promise<Answer>;

/** Makes the module that calls it the entry of a thread: it computes what a `ThreadPool` gives it. */
export function serve<Input, Output, Question = never, Answer = never>(
  compute: (input: Input, ask: Ask<Question, Answer>) => Promise<Output> | Output,
): void {
  if (!parentPort) throw new AppError('not_a_thread', 'bug', { detail: 'This module is the entry of a thread.' });
  const port = parentPort;
  const say = (message: FromThread): void => port.postMessage(message);
  const waiting = new Map<number, PromiseWithResolvers<Answer>>();
  let questions = 0;

  const run = async (id: number, input: Input): Promise<void> => {
    try {
      const output = await compute(input, (asked) => {
        const question = ++questions;
        const answer = Promise.withResolvers<Answer>();
        waiting.set(question, answer);
        say({ kind: 'question', id, question, asked });
        return answer.promise;
      });
      say({ kind: 'done', id, output });
    } catch (error) {
      say({ kind: 'failed', id, failure: failureOf(error) });
    }
  };

  port.on('message', (message: ToThread) => {
    if (message.kind === 'run') return void run(message.id, message.input as Input);
    const answer = waiting.get(message.question);
    waiting.delete(message.question);
    if (message.kind === 'answer') answer?.resolve(message.answer as Answer);
    else answer?.reject(errorOf(message.failure));
  });
}
