import type { CacheKey } from '@app/cache';
import { z } from 'zod';
import type { Purpose } from '../catalogue/model-spec.js';

/** What is kept of an answer, as it came: what was replaced at the exit is put back for each reader. */
const keptAnswerSchema = z.object({
  value: z.unknown(),
  model: z.string(),
  provider: z.string(),
  usage: z.object({ input: z.number(), cachedInput: z.number(), output: z.number() }),
  cost: z.number(),
});

/** Raised when what is kept of an answer changes its shape. */
const CACHE_VERSION = 1;

/** Of the tenant in the running context. `id`: the first model of the route and the hash of the prompt. */
export const answerKey = (
  purpose: Purpose,
  id: string,
  life: { readonly ttlSeconds: number; readonly sharedFlightSeconds?: number },
): CacheKey<typeof keptAnswerSchema> => ({
  name: `llm.${purpose}`,
  version: CACHE_VERSION,
  id,
  schema: keptAnswerSchema,
  ...life,
});
