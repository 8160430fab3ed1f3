import { AppError, isUuid, publicId } from '@app/kernel';
import type { Place, ReviewItem } from '../domain/review-item.js';
import type { Review } from '../domain/review.js';
import type { ReviewOutcome } from '../reviews.service.js';
import type { ReviewDto, ReviewItemDto, ReviewOutcomeDto } from './dto/review-answer.dto.js';

const runId = (id: string | null): string | null => id && publicId('run', id);
const userId = (id: string | null): string | null => id && publicId('user', id);

/** The fields of a DTO class without the class. */
type Plain<T> = { [K in keyof T]: T[K] };

export const reviewView = (review: Review): Plain<ReviewDto> => ({
  id: publicId('review', review.id),
  documentId: publicId('document', review.documentId),
  runId: runId(review.runId),
  parentRunId: runId(review.parentRunId),
  fields: review.changes.map(({ name, verdict, before, after, confidence }) => ({
    name,
    verdict,
    before,
    after,
    confidence,
  })),
  type: review.type,
  done: review.done,
  reviewedBy: userId(review.reviewedBy),
  createdAt: review.createdAt.toISOString(),
  withdrawnAt: review.withdrawnAt?.toISOString() ?? null,
  withdrawnBy: userId(review.withdrawnBy),
});

export const outcomeView = ({ review, taught, extraction }: ReviewOutcome): Plain<ReviewOutcomeDto> => ({
  ...reviewView(review),
  taught,
  extraction,
});

export const itemView = (item: ReviewItem): ReviewItemDto => ({
  documentId: publicId('document', item.documentId),
  filename: item.filename,
  type: item.documentType,
  runId: publicId('run', item.runId),
  confidence: item.confidence,
  expectedErrors: item.urgency / 1000,
  reasons: item.reasons,
  createdAt: item.createdAt.toISOString(),
});

/** The place of an item in the queue, as cursors hold it. */
export const placeOfItem = ({ urgency, documentId }: Place): string => `${urgency} ${documentId}`;

/** The place that a cursor names. Throws `invalid_cursor`. */
export function placeOfCursor(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  const [urgency = '', documentId] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (!/^\d{1,7}$/.test(urgency) || !isUuid(documentId))
    throw new AppError('invalid_cursor', 'invalid', {
      detail: 'This cursor was not made by this service.',
      errors: [{ pointer: '/cursor', detail: 'is not a cursor' }],
    });
  return { urgency: Number(urgency), documentId };
}
