import { z } from 'zod';

/** What the providers answer where nothing is wrong with them. */
export const RIGHT = { total: '12.50', summary: 'a bill for paper' };

/** A right answer, a well-formed wrong one, and one in a language that was not asked for. */
export const scenario = () => ({
  answer: RIGHT,
  invented: { ...RIGHT, total: '99999.99' },
  foreign: { ...RIGHT, summary: 'eine Rechnung über Papier' },
});

const schema = z.object({ total: z.string(), summary: z.string() });
export const MAX_TOKENS = 200;

/** A piece of work: each `text` is another prompt. What the document does not say is not accepted. */
export const requestOf = ({ text, purpose = 'extract', priority = 'normal', deadlineMs = 60_000 }) => ({
  purpose,
  instructions: 'Find the total and say what it is for.',
  content: [{ name: 'document', text: `Paper, 12.50. ${text}` }],
  schema,
  schemaName: 'fields',
  schemaVersion: 1,
  maxTokens: MAX_TOKENS,
  documentId: null,
  priority,
  deadlineMs,
  accept: ({ total, summary }) => [
    ...(total === RIGHT.total ? [] : ['/total: does not stand in the document']),
    ...(summary.startsWith('a ') ? [] : ['/summary: is not in English']),
  ],
});
