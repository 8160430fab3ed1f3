import { defineJob } from '@app/queue';
import { z } from 'zod';

/** One evaluation at a time in a process: it reads many documents, and nobody's document waits for it. */
export const evaluateSetJob = defineJob({
  queue: 'golden.evaluate-set',
  facts: z.object({}),
  maxAttempts: 5,
  concurrency: 1,
});
