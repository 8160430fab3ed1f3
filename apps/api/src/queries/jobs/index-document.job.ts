import { defineJob } from '@app/queue';
import { z } from 'zod';

export const indexDocumentJob = defineJob({
  queue: 'queries.index-document',
  facts: z.object({}),
  maxAttempts: 3,
  concurrency: 4,
});
