import { QuoteFinder } from '@app/text';
import { z } from 'zod';
import type { DocumentQuestion } from '../models/index.js';
import { DOCUMENT_TYPES } from './domain/taxonomy/document-types.js';
import type { Category } from './domain/taxonomy/taxonomy.js';

/** Titles, heads and first clauses stand at the beginning, signatures and sums at the end; a type shows itself there. */
const HEAD_CHARACTERS = 5_000;
const TAIL_CHARACTERS = 1_500;
const MAX_QUOTE = 300;
/** Of a tenant's description of its category: every question carries all of them. */
const MAX_DESCRIPTION = 300;
/** A type, a quote, and what JSON needs around them. */
const MAX_TOKENS = 200;

const answerSchemaFor = (types: readonly Category[]) =>
  z.strictObject({
    type: z.enum(types.map(({ id }) => id)),
    /** Words of the document that show it. */
    quote: z.string().max(MAX_QUOTE),
  });

/** What the shape of the answer or the instructions mean; another number asks anew what is in the cache. */
const VERSION = 1;
const instructionsFor = (types: readonly Category[]): string => `Say which type of document this is. The types:
${types.map(({ id, name, description }) => `- ${id}: ${name}. ${description}`).join('\n')}

Where several fit, choose the most special one. Where none fits, the type is generic.
"quote" is one short passage of the document, copied to the letter, that shows its type best.`;

/** The part of a text that shows what kind of document it is. */
export function excerptOf(text: string): string {
  if (text.length <= HEAD_CHARACTERS + TAIL_CHARACTERS) return text;
  return `${text.slice(0, HEAD_CHARACTERS)}\n[…]\n${text.slice(-TAIL_CHARACTERS)}`;
}

type AnswerSchema = ReturnType<typeof answerSchemaFor>;
export type TypeAnswer = z.output<AnswerSchema>;

/**
 * Asks a model for the type of a document, of the built-in ones and the tenant's own. A type without a passage that stands in the
 * document is not accepted.
 */
export function typeQuestion(text: string, own: readonly Category[] = []): DocumentQuestion<AnswerSchema> {
  const types = [...DOCUMENT_TYPES, ...own.map(asEntry)];
  const shown = excerptOf(text);
  return {
    purpose: 'classify',
    instructions: instructionsFor(types),
    content: [{ name: 'document', text: shown }],
    schema: answerSchemaFor(types),
    schemaName: 'document_type',
    schemaVersion: VERSION,
    maxTokens: MAX_TOKENS,
    accept: ({ type, quote }) =>
      type === 'generic' || new QuoteFinder(shown).find(quote) !== null
        ? []
        : ['/quote: does not stand in the document; copy it to the letter'],
  };
}

/** A category as one entry of the list, of a bounded length. */
const asEntry = ({ id, name, description }: Category): Category => ({
  id,
  name: name.replace(/\s+/g, ' '),
  description: description.replace(/\s+/g, ' ').slice(0, MAX_DESCRIPTION),
});
