import { z } from 'zod';
import { AGAINST } from './evaluation.js';

const threshold = z.number().min(0).max(1).optional();
const modelThresholds = z.strictObject({ classify: threshold, extract: threshold }).default({});

export const evaluationInput = z
  .strictObject({
    schemaId: z.string().min(1).max(100).optional(),
    version: z
      .int()
      .min(1)
      .max(2 ** 31 - 1)
      .optional(),
    schema: z.looseObject({}).optional(),
    against: z.enum(AGAINST).default('last'),
    modelThresholds,
  })
  .refine(({ schemaId, schema }) => (schemaId === undefined) !== (schema === undefined), {
    message: 'must name a schema by schemaId or hold one in schema, and not both',
    path: ['schemaId'],
  });
export type EvaluationInput = z.output<typeof evaluationInput>;

export const publicationInput = z.strictObject({
  schema: z.looseObject({}),
  tolerance: z.number().min(0).max(1).default(0),
  modelThresholds,
});
export type PublicationInput = z.output<typeof publicationInput>;

export const setInput = z.strictObject({
  name: z.string().trim().min(1).max(200),
  description: z.string().trim().max(2_000).default(''),
});
