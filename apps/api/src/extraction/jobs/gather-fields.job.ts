import { defineJob } from '@app/queue';
import { z } from 'zod';

/** Finds the fields of an e-mail out of its body and of what its parts have given; waits for models only where somebody named a schema. */
export const gatherFieldsJob = defineJob({
  queue: 'extraction.gather-fields',
  facts: z.object({}),
  maxAttempts: 3,
  concurrency: 8,
  upTo: 32,
});
