import { defineJob } from '@app/queue';
import { z } from 'zod';

const replayFacts = z.object({
  /** The run that is done again. */
  runId: z.uuid(),
  /** The run that comes of it. */
  replayId: z.uuid(),
  /** Who asked for it, for the ledger. */
  userId: z.uuid().nullable(),
});
export type ReplayFacts = z.output<typeof replayFacts>;

/** Reads a document once more as an earlier run did. Nobody's document waits for it. */
export const replayRunJob = defineJob({
  queue: 'extraction.replay-run',
  facts: replayFacts,
  maxAttempts: 3,
  concurrency: 2,
});
