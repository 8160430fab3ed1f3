import { defineJob } from '@app/queue';
import { z } from 'zod';

/** Many tries: while documents are being read it is given back, and what was promised by law is not given up early. */
export const eraseSubjectJob = defineJob({
  queue: 'lifecycle.erase-subject',
  facts: z.object({}),
  maxAttempts: 50,
  concurrency: 1,
});
