import { defineJob } from '@app/queue';
import { z } from 'zod';

/** Computes for some milliseconds and waits in between: for the database, and for models. */
export const classifyDocumentJob = defineJob({
  queue: 'classification.classify-document',
  facts: z.object({}),
  maxAttempts: 3,
  concurrency: 16,
  upTo: 64,
});
