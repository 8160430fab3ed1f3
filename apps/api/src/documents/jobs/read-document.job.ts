import { defineJob } from '@app/queue';
import { z } from 'zod';

export const readDocumentJob = defineJob({
  queue: 'documents.read-document',
  facts: z.object({}),
  maxAttempts: 3,
  concurrency: 6,
});
