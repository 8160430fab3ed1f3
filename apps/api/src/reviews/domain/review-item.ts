import type { Needs, Reason } from './needs.js';

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

/** Where a list goes on. */
export type Place = Pick<ReviewItem, 'urgency' | 'documentId'>;
