import { defineJob } from '@app/queue';
import { z } from 'zod';

/** One training at a time in a process: it takes a whole core. */
export const trainClassifierJob = defineJob({
  queue: 'classifiers.train-classifier',
  facts: z.object({}),
  maxAttempts: 3,
  concurrency: 1,
});
