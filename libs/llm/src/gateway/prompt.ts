import { hash } from 'node:crypto';
import { z } from 'zod';
import type { StructureMode } from '../catalogue/model-spec.js';
import { schemaText } from '../prompt/schema-text.js';
import { type ContentPart, newDelimiter, wrapContent } from '../prompt/wrap-content.js';
import type { AnswerShape } from '../providers/model-provider.js';
import type { ModelRequest } from './model-request.js';

/** What is sent, before it is fitted to a model. */
export interface Prompt {
  readonly system: string;
  readonly user: string;
  readonly shape: AnswerShape | undefined;
  /** SHA-256 of instructions, content and shape; the same whatever the delimiter. */
  readonly hash: string;
}

type PromptSource = Pick<ModelRequest, 'instructions' | 'schema' | 'schemaName' | 'schemaVersion'>;

const shapes = new WeakMap<z.ZodType, Readonly<Record<string, unknown>>>();

/** JSON schema of a Zod schema, made once. */
function shapeOf(schema: z.ZodType): Readonly<Record<string, unknown>> {
  let shape = shapes.get(schema);
  if (shape === undefined) {
    shape = z.toJSONSchema(schema, { io: 'input' });
    shapes.set(schema, shape);
  }
  return shape;
}

export function promptOf(
  source: Pick<PromptSource, 'instructions'> & Partial<PromptSource>,
  parts: readonly ContentPart[],
): Prompt {
  const { schema, schemaName = 'answer', schemaVersion = 0 } = source;
  let whole = `${schemaName}\u0000${schemaVersion}\u0000${source.instructions}`;
  // With lengths: no content can pass for the parts after it.
  for (const { name, text } of parts) whole += `\u0000${name}\u0000${text.length}\u0000${text}`;
  let wrapped: ReturnType<typeof wrapContent> | undefined;
  // Not needed where the answer is in the cache, and long documents take a while.
  const wrap = () => (wrapped ??= wrapContent(parts, newDelimiter()));
  return {
    get system() {
      return `${source.instructions}\n\n${wrap().rule}`;
    },
    get user() {
      return wrap().content;
    },
    shape: schema === undefined ? undefined : { name: schemaName, schema: shapeOf(schema) },
    hash: hash('sha256', whole),
  };
}

/** The system prompt for a model: where the provider does not hold it to the schema, it is told the schema. */
export const systemFor = ({ system, shape }: Prompt, structure: StructureMode): string =>
  shape === undefined || structure === 'strict'
    ? system
    : `${system}\n\nAnswer with one JSON value and nothing else, valid against this JSON schema:\n${schemaText(shape.schema)}`;
