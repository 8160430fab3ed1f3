import { defineJob } from '@app/queue';
import { z } from 'zod';

/** Many tries, as for erasures: while documents are being read it is given back. Two at once: a large one takes hours. */
export const exportSubjectJob = defineJob({
  queue: 'lifecycle.export-subject',
  facts: z.object({}),
  maxAttempts: 50,
  concurrency: 2,
});
