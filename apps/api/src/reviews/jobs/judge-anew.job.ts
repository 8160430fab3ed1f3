import { defineJob } from '@app/queue';
import { z } from 'zod';

const judgeFacts = z.object({
  /** The last document that was judged so far; null before the first step. */
  after: z.uuid().nullable(),
});
export type JudgeFacts = z.output<typeof judgeFacts>;

/** One step of judging a tenant's queue by its new settings; each calls for the next. Its subject is the tenant. */
export const judgeAnewJob = defineJob({
  queue: 'reviews.judge-anew',
  facts: judgeFacts,
  maxAttempts: 5,
  concurrency: 1,
});
