import type { JsonObject } from '@app/kernel';
import type { Box } from '@app/reading';

/** What may be found; all given keys must match exactly. Ids are UUIDs. */
export interface SearchFilter {
  readonly documentIds?: readonly string[];
  readonly types?: readonly string[];
  readonly metadata?: JsonObject;
}

export interface ChunkDraft {
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly language: string;
  /** Parted by spaces. */
  readonly terms: string;
}

/** A chunk with the name of its document. */
export interface StoredChunk {
  readonly id: string;
  readonly documentId: string;
  readonly filename: string;
  readonly page: number;
  readonly start: number;
  readonly text: string;
  readonly language: string;
}

export interface SearchHit {
  readonly chunk: StoredChunk;
  readonly score: number;
  /** From 1, in the lexical ranking. */
  readonly rank: number;
}

export interface Citation {
  readonly documentId: string;
  readonly filename: string;
  readonly page: number;
  readonly quote: string;
  /** Of the quote, in the document's text; end exclusive. */
  readonly span: readonly [number, number];
  readonly box: Box | null;
  /** The part of the answer that it gives. */
  readonly answer: string;
}

export interface QueryRecord {
  readonly id: string;
  readonly question: string;
  readonly answered: boolean;
  readonly citations: readonly Citation[];
  readonly durationMs: number;
  readonly helpful: boolean | null;
  readonly createdAt: Date;
}

/** The answer is what its citations say; null where nothing was found, or what was found has been erased. */
export const answerOf = (citations: readonly Citation[]): string | null =>
  citations.length === 0 ? null : citations.map(({ answer }) => answer).join('; ');
