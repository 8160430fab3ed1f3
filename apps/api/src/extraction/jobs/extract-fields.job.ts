import { defineJob } from '@app/queue';
import { z } from 'zod';

/** Few at once: extraction computes for tens of milliseconds and waits for the database in between. */
export const extractFieldsJob = defineJob({
  queue: 'extraction.extract-fields',
  facts: z.object({}),
  maxAttempts: 3,
  concurrency: 4,
});
