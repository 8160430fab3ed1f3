// What all lanes ask: the fields of an invoice of two kilobytes.
import { z } from 'zod';

export const INSTRUCTIONS =
  'Read the invoice and answer with its fields as they stand there. A field that does not stand there is null.';

export const schema = z.object({
  number: z.string().nullable(),
  date: z.string().nullable(),
  seller: z.string().nullable(),
  buyer: z.string().nullable(),
  currency: z.string().nullable(),
  net: z.string().nullable(),
  tax: z.string().nullable(),
  total: z.string().nullable(),
});

const LINES = Array.from(
  { length: 28 },
  (_, line) => `${line + 1}  Maintenance of unit ${line + 7}, parts and work as agreed   2   ${line + 11}.50`,
).join('\n');

/** An invoice that differs from all others by its number. */
export const invoice = (call) =>
  `Invoice ${call}\nNorthern Works Ltd, 4 Mill Road\nTo: Example Holdings\n\n${LINES}\n\nNet 1,400.00  Tax 280.00  Total 1,680.00`;

const jsonSchema = z.toJSONSchema(schema, { io: 'input' });

/** The same as a body of chat completions. */
export const bodyOf = (call) => ({
  model: 'small',
  messages: [
    { role: 'system', content: INSTRUCTIONS },
    { role: 'user', content: invoice(call) },
  ],
  max_completion_tokens: 400,
  temperature: 0,
  response_format: { type: 'json_schema', json_schema: { name: 'fields', schema: jsonSchema, strict: true } },
});

/** Throws where an answer is not what the provider gives: a lane that fails fast has nothing to show. */
export function requireAnswer(text) {
  if (!('total' in JSON.parse(text))) throw new Error('no answer');
}
