import { z } from 'zod';
import { placeholderProblems } from '../domain/replies/template.js';
import { REQUEST_TYPES } from '../domain/triage-model.js';

export const TEMPLATE_BOUNDS = { name: 80, text: 8_000, conditions: 30, label: 100, templates: 200 } as const;

const contentShape = {
  name: z.string().trim().min(1).max(TEMPLATE_BOUNDS.name),
  language: z.string().regex(/^[a-z]{2}$/, 'must be a language of ISO 639-1, de for one'),
  categories: z.array(z.string().trim().min(1).max(TEMPLATE_BOUNDS.label)).max(TEMPLATE_BOUNDS.conditions),
  types: z.array(z.enum(REQUEST_TYPES)).max(REQUEST_TYPES.length),
  text: z
    .string()
    .trim()
    .min(1)
    .max(TEMPLATE_BOUNDS.text)
    .check(({ value, issues }) => {
      for (const message of placeholderProblems(value)) issues.push({ code: 'custom', message, input: value });
    }),
};

export const newTemplateInput = z.strictObject({
  ...contentShape,
  categories: contentShape.categories.default([]),
  types: contentShape.types.default([]),
});

/** Any part of it. */
export const templateChangeInput = z.strictObject(contentShape).partial();
