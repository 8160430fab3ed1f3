import type { DocumentRecord } from '../../documents/index.js';
import type { ExtractionAnswer } from '../../fields/index.js';
import type { Needs, Reason, Standing } from './needs.js';

/** A document that nobody has looked at yet. */
export interface ReviewItem {
  readonly documentId: string;
  readonly runId: string;
  readonly filename: string;
  readonly documentType: string | null;
  readonly confidence: number;
  readonly urgency: number;
  readonly reasons: readonly Reason[];
  readonly createdAt: Date;
}

export interface NewReviewItem extends Needs {
  readonly documentId: string;
  readonly runId: string;
  readonly confidence: number;
}

/** The result of a document, as far as it says whether somebody has to look at it. */
export interface Judgeable {
  readonly answer: Standing['answer'] & Pick<ExtractionAnswer, 'schemaId' | 'schemaVersion'>;
  readonly typeConfidence: number | null;
  readonly split: string | null;
}

/** A document in the queue with what it is judged by. */
export interface ReadItem extends Judgeable, Pick<DocumentRecord, 'priority' | 'traceparent'> {
  readonly documentId: string;
  /** Whether it waits for a person so far. */
  readonly needed: boolean;
}

export interface JudgedItem extends Needs {
  readonly documentId: string;
}

/** Where a list goes on. */
export type Place = Pick<ReviewItem, 'urgency' | 'documentId'>;
