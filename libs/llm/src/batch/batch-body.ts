import { z } from 'zod';
import type { ModelSpec } from '../catalogue/model-spec.js';
import { systemFor, type Prompt } from '../gateway/prompt.js';
import { estimateTokens } from '../prompt/token-estimate.js';
import type { TokenUsage } from '../catalogue/money.js';
import type { BatchCall } from './provider-batches.js';

/** What is sent, as it waits: prepared by the tenant's policy already. */
export const batchBodySchema = z.object({
  system: z.string(),
  user: z.string(),
  shape: z.object({ name: z.string(), schema: z.record(z.string(), z.unknown()) }).optional(),
  maxTokens: z.int(),
});
export type BatchBody = z.output<typeof batchBodySchema>;

export const bodyOf = (prompt: Prompt, model: ModelSpec, maxTokens: number): BatchBody => ({
  system: systemFor(prompt, model.structure),
  user: prompt.user,
  ...(prompt.shape === undefined ? {} : { shape: { name: prompt.shape.name, schema: { ...prompt.shape.schema } } }),
  maxTokens: Math.min(maxTokens, model.maxOutputTokens),
});

export const callOf = ({ system, user, shape, maxTokens }: BatchBody, model: ModelSpec): BatchCall => ({
  model,
  system,
  turns: [{ role: 'user', text: user }],
  ...(shape === undefined ? {} : { shape }),
  maxTokens,
});

/** At most what the call will use. */
export function mostTokens({ system, user, shape, maxTokens }: BatchBody): TokenUsage {
  const parts = [system, user, shape === undefined ? '' : JSON.stringify(shape.schema)];
  const input = parts.reduce((sum, part) => sum + estimateTokens(part), 0);
  return { input, cachedInput: 0, output: maxTokens };
}
