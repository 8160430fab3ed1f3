import { defineJob } from '@app/queue';
import { z } from 'zod';

/** Reads a file that was sent. */
export const readDocumentJob = defineJob({
  queue: 'documents.read-document',
  facts: z.object({}),
  maxAttempts: 3,
  concurrency: 6,
});

/** Reads a file that was found inside another: an archive of thousands must not make those wait who send single files. */
export const readChildJob = defineJob({
  queue: 'documents.read-child',
  facts: z.object({}),
  maxAttempts: 3,
  concurrency: 6,
});
