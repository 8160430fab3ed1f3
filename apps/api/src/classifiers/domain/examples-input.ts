import { z } from 'zod';

export const MOST_EXAMPLES = 5_000;
export const MOST_EXAMPLE_BYTES = 10 * 1024 * 1024;
export const MOST_CHARACTERS = 100_000;
export const MOST_TEXTS = 500;
export const MOST_LABELS = 1_000;

/** White space alone says nothing, and U+0000 cannot be stored. */
const text = z
  .string()
  .max(MOST_CHARACTERS)
  .refine((value) => value.trim() !== '', 'has to hold something')
  .transform((value) => value.replaceAll('\u0000', ' '));

export const examplesInput = z.strictObject({
  examples: z
    .array(z.strictObject({ text, label: z.string() }))
    .min(1)
    .max(MOST_EXAMPLES),
});
export type ExamplesInput = z.output<typeof examplesInput>;

/** Here an empty text is allowed: who classifies mails must not fail at one without words. */
export const textsInput = z.strictObject({ texts: z.array(z.string().max(MOST_CHARACTERS)).min(1).max(MOST_TEXTS) });
