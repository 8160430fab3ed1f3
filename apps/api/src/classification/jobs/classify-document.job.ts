import { defineJob } from '@app/queue';
import { z } from 'zod';

/** Few at once: classification computes for some milliseconds on the event loop and waits for the database in between. */
export const classifyDocumentJob = defineJob({
  queue: 'classification.classify-document',
  facts: z.object({}),
  maxAttempts: 3,
  concurrency: 4,
});
