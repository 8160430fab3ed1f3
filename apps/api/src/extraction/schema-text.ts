import { LRUCache } from 'lru-cache';
import type { ExtractionSchema } from '../schemas/index.js';

/** Far more than are in use at once; one with its labels' trie takes some hundred kilobytes. */
const MOST = 64;

const texts = new WeakMap<ExtractionSchema, string>();
const schemas = new LRUCache<string, ExtractionSchema>({ max: MOST });

/** A schema as it is sent to a thread: a text is copied at once, an object of a thousand labels is not. */
export function textOfSchema(schema: ExtractionSchema): string {
  const known = texts.get(schema);
  if (known !== undefined) return known;
  const text = JSON.stringify(schema);
  texts.set(schema, text);
  return text;
}

/** The schema of a text: the same one for the same text, so that what is made of it (its labels' trie) is made once a thread. */
export function schemaOfText(text: string): ExtractionSchema {
  const known = schemas.get(text);
  if (known) return known;
  const schema = JSON.parse(text) as ExtractionSchema;
  schemas.set(text, schema);
  return schema;
}
