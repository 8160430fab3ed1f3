// A thread for tests: it adds, asks, throws, sleeps over its work, fills its memory, or dies, as it is told.
import { AppError } from '../../../dist/libs/kernel/src/index.js';
import { serve } from '../../../dist/libs/threads/src/serve.js';

const WORK = {
  add: ({ numbers }) => numbers.reduce((sum, number) => sum + number, 0),
  ask: async ({ question }, ask) => `heard: ${await ask(question)}`,
  refuse: () => {
    throw new AppError('too_many_numbers', 'too_large', { detail: 'More than can be added.' });
  },
  slip: () => {
    throw new TypeError('a private matter');
  },
  hang: () => {
    for (;;);
  },
  swell: () => {
    const all = [];
    for (;;) all.push(Array.from({ length: 100_000 }, (_, n) => ({ n })));
  },
  die: () => process.exit(3),
};

serve((input, ask) => WORK[input.work](input, ask));
