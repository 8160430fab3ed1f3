import { publicId } from '@app/kernel';
import { answerOf, type Citation, type QueryRecord, type SearchHit } from '../domain/search-model.js';

const citationView = ({ documentId, filename, page, quote, span, box }: Citation) => ({
  documentId: publicId('document', documentId),
  filename,
  page,
  quote,
  span,
  box,
});

/** A question and its answer as clients see them. */
export const queryView = (query: QueryRecord) => ({
  id: publicId('query', query.id),
  answered: query.answered,
  answer: answerOf(query.citations),
  citations: query.citations.map(citationView),
  origin: { engine: 'local', agent: 'extractive', model: null, runId: null },
  usage: {
    tokensIn: 0,
    tokensOut: 0,
    cost: { amount: '0', currency: 'USD' },
    cacheHit: false,
    durationMs: Math.round(query.durationMs),
  },
});

export const listedQueryView = (query: QueryRecord) => ({
  ...queryView(query),
  question: query.question,
  helpful: query.helpful,
  createdAt: query.createdAt.toISOString(),
});

export const hitView = ({ chunk, score, rank }: SearchHit) => ({
  documentId: publicId('document', chunk.documentId),
  filename: chunk.filename,
  chunkId: publicId('chunk', chunk.id),
  page: chunk.page,
  text: chunk.text,
  score: Math.round(score * 10_000) / 10_000,
  ranks: { lexical: rank, vector: null },
});

/** The same answer as server-sent events: the answer, what it rests on, then the rest. */
export function queryEvents(query: QueryRecord): string {
  const { id, answered, answer, citations, origin, usage } = queryView(query);
  const event = (name: string, data: unknown): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
  return (
    event('answer', { id, answered, answer }) +
    event('citations', { citations }) +
    event('done', { id, answered, origin, usage })
  );
}
