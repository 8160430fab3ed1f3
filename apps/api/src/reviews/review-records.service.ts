import type { Transaction } from '@app/database';
import { notFound } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { ClassificationResult } from '../classification/index.js';
import { type DocumentRecord, DocumentRuns, type ResultChange, type Run } from '../documents/index.js';
import type { RevisedRun } from '../extraction/index.js';
import { Verdicts } from '../quality/index.js';
import { ReviewsRepository } from './data/reviews.repository.js';
import type { NewReview, Review } from './domain/review.js';
import { documentVerdict, fieldVerdicts, subjectOf, typeVerdict } from './domain/verdict-drafts.js';
import { ReviewQueue } from './review-queue.service.js';
import { alreadyWithdrawn, newerReview } from './reviews.errors.js';
import { foundBefore, StandingReviews } from './standing-reviews.service.js';
import type { RevisedType } from './type-reviews.service.js';

/** Reviews as they are written down, with the verdicts in them and what they do to the queue. */
@Injectable()
export class ReviewRecords {
  constructor(
    private readonly reviews: ReviewsRepository,
    private readonly verdicts: Verdicts,
    private readonly queue: ReviewQueue,
    private readonly runs: DocumentRuns,
    private readonly standing: StandingReviews,
  ) {}

  async keep(
    tx: Transaction,
    before: DocumentRecord,
    review: NewReview,
    { revised, type }: { readonly revised: RevisedRun | null; readonly type: RevisedType | null },
  ): Promise<void> {
    const subject = subjectOf(before, review.id, tenantContext().userId);
    await this.reviews.insert(tx, review);
    await this.verdicts.record(tx, [
      ...(revised ? [...fieldVerdicts(subject, revised), ...documentVerdict(subject, revised)] : []),
      ...(type ? typeVerdict(subject, type.parent.id, type.before, type.change) : []),
    ]);
    if (review.done) await this.queue.leave(tx, before.id);
  }

  /** A review of this document. Throws `not_found`. */
  async get(documentId: string, id: string): Promise<Review> {
    const review = await this.reviews.find(id);
    if (review?.documentId !== documentId) throw notFound();
    return review;
  }

  list(documentId: string, limit: number, before: string | null): Promise<Review[]> {
    return this.reviews.ofDocument(documentId, limit, before);
  }

  /** Throws `review_withdrawn`, `newer_review`. */
  async requireNewest(tx: Transaction, { id, documentId }: Review): Promise<void> {
    const standing = await this.reviews.standing(documentId, tx);
    if (!standing.some((one) => one.id === id)) throw alreadyWithdrawn();
    if (standing.at(-1)?.id !== id) throw newerReview();
  }

  /** The results that hold without a review whose word was kept in them: with that of the reviews before it, or as found. */
  async withoutKept(tx: Transaction, review: Review, { id, runs }: DocumentRecord): Promise<ResultChange> {
    const changes: ResultChange[] = [];
    for (const current of [runs.classify, runs.extract]) {
      const foundId = current === null ? null : foundBefore(review, await this.runs.get(current, tx));
      if (foundId === null) continue;
      const found = await this.runs.get(foundId, tx);
      const kept = await this.standing.keptIn(tx, { id }, found, review);
      changes.push(kept ? { add: [kept.run], change: kept.change } : { select: [foundId], change: typeIn(found) });
    }
    return {
      add: changes.flatMap(({ add = [] }) => add),
      select: changes.flatMap(({ select = [] }) => select),
      change: changes.reduce<ResultChange['change'] & {}>((all, { change }) => ({ ...all, ...change }), {}),
    };
  }

  async withdraw(tx: Transaction, { id, documentId }: Review): Promise<void> {
    await this.reviews.withdraw(tx, id);
    await this.verdicts.withdraw(tx, id);
    // The review before it may have said that nobody needs to look again.
    if ((await this.reviews.standing(documentId, tx)).at(-1)?.done === true) await this.queue.leave(tx, documentId);
  }
}

/** What a run says that its document is. */
export function typeIn({ kind, result }: Pick<Run, 'kind' | 'result'>): NonNullable<ResultChange['change']> {
  if (kind !== 'classify') return {};
  const { type, industry } = result as unknown as ClassificationResult;
  return { type, industry };
}
