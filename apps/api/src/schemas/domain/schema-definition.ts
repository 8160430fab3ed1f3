import { z } from 'zod';
import { FIELD_TYPES, type SchemaRule } from './schema-model.js';

const COLUMN_TYPES = FIELD_TYPES.filter((type) => type !== 'list');

const FIELD_NAME = /^\p{L}[\p{L}\p{N}_-]{0,63}$/u;
const fieldName = z.string().regex(FIELD_NAME, 'must be letters, digits, _ and -, beginning with a letter, at most 64');
const text = (most: number) => z.string().trim().max(most);

const column = z.strictObject({
  name: fieldName,
  type: z.enum(COLUMN_TYPES),
  description: text(1_000).default(''),
  labels: z.array(text(100).min(1)).max(40).default([]),
  required: z.boolean().default(false),
  priority: z.enum(['high', 'normal', 'low']).default('normal'),
  pattern: z.string().min(1).max(300).optional(),
  enum: z.array(text(200).min(1)).min(1).max(200).optional(),
});

const field = column.extend({
  type: z.enum(FIELD_TYPES),
  fields: z.array(column).min(1).max(50).optional(),
});

const ruleName = text(200).min(1);
const rule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sum'),
    name: ruleName,
    of: z.array(fieldName).min(1).max(20),
    minus: z.array(fieldName).max(20).optional(),
    equals: fieldName,
  }),
  z.strictObject({
    kind: z.literal('line-sum'),
    name: ruleName,
    list: fieldName,
    column: fieldName,
    equalsOneOf: z.array(fieldName).min(1).max(20),
  }),
  z.strictObject({ kind: z.literal('date-order'), name: ruleName, first: fieldName, second: fieldName }),
  z.strictObject({ kind: z.literal('not-above'), name: ruleName, field: fieldName, limit: fieldName }),
  z.strictObject({
    kind: z.literal('balance'),
    name: ruleName,
    list: fieldName,
    amount: fieldName,
    balance: fieldName,
    opening: fieldName,
    closing: fieldName,
  }),
]) satisfies z.ZodType<SchemaRule>;

/** A schema as a tenant states it. Relations between its parts are checked by `definitionProblems`. */
export const schemaDefinition = z.strictObject({
  key: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_-]{0,79}$/, 'must be letters, digits, _ and -, beginning with a letter, at most 80'),
  name: text(200).min(1),
  documentType: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,63}$/, 'must be the name of a document type')
    .nullish()
    .transform((type) => type ?? null),
  description: text(2_000).default(''),
  fields: z.array(field).min(1).max(200),
  rules: z.array(rule).max(50).default([]),
});

export type SchemaDefinition = z.output<typeof schemaDefinition>;
export type FieldDefinition = SchemaDefinition['fields'][number];
