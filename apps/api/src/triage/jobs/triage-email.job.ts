import { defineJob } from '@app/queue';
import { z } from 'zod';

export const triageEmailJob = defineJob({
  queue: 'triage.triage-email',
  facts: z.object({}),
  maxAttempts: 3,
  concurrency: 8,
  upTo: 64,
});
