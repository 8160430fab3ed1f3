import { defineJob } from '@app/queue';
import { z } from 'zod';

/** All stages of an e-mail that came as JSON to be triaged. Models may be asked in it, and then it mostly waits. */
export const passMailJob = defineJob({
  queue: 'pipeline.pass-mail',
  facts: z.object({}),
  maxAttempts: 3,
  concurrency: 16,
  upTo: 256,
  atOnce: true,
});
