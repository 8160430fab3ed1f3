import type { Transaction } from '@app/database';
import { Outbox } from '@app/queue';
import { Injectable } from '@nestjs/common';
import { Conversations } from '../conversations/index.js';
import { type DocumentRecord, ResultWatch } from '../documents/index.js';
import type { ExtractionAnswer } from '../fields/index.js';
import { ReviewItemsRepository } from './data/review-items.repository.js';
import type { Place, ReviewItem } from './domain/review-item.js';
import { ReviewJudge } from './review-judge.service.js';
import { StandingReviews } from './standing-reviews.service.js';

type Waiting = Pick<DocumentRecord, 'id' | 'priority' | 'traceparent'>;

/** Knows which documents wait for a person: each result is looked at in the transaction that makes it one. */
@Injectable()
export class ReviewQueue extends ResultWatch {
  constructor(
    private readonly items: ReviewItemsRepository,
    private readonly judge: ReviewJudge,
    private readonly reviews: StandingReviews,
    private readonly outbox: Outbox,
    private readonly conversations: Conversations,
  ) {
    super();
  }

  async resulted(
    tx: Transaction,
    document: DocumentRecord,
    run: Parameters<ResultWatch['resulted']>[2],
  ): Promise<void> {
    if (run.kind === 'triage') return this.conversations.resulted(tx, document, run.result);
    // What of a file that was split waits for a person are its parts.
    if (document.split === 'split') return this.items.remove(tx, document.id);
    if (run.kind !== 'extract') return;
    if (await this.reviews.isSettled(tx, document, run)) return this.items.remove(tx, document.id);
    const answer = run.result as unknown as ExtractionAnswer;
    const typeConfidence = await this.items.typeConfidence(tx, document.runs.classify);
    await this.items.startJudging(tx);
    const [needs = { reasons: [], urgency: 0 }] = await this.judge.needs(tx, [
      { answer, typeConfidence, split: document.split },
    ]);
    await this.items.put(tx, { documentId: document.id, runId: run.id, confidence: answer.confidence, ...needs });
    const isReview = run.engine === 'person' && answer.reviewId === undefined;
    if (needs.reasons.length > 0 && !isReview) await this.announce(tx, document);
  }

  kept(tx: Transaction, document: DocumentRecord, found: Parameters<ResultWatch['kept']>[2]) {
    return this.reviews.keptIn(tx, document, found);
  }

  async altered(tx: Transaction, { id }: DocumentRecord): Promise<void> {
    if (await this.items.lock(tx, id)) await this.judgeAnew(tx, [id]);
  }

  /** Waits for those who still judge by settings that were changed before now. */
  settle(): Promise<void> {
    return this.items.awaitJudging();
  }

  /**
   * Judges documents of the queue by the settings as they stand, in the order of their ids: at most `limit`, after one in it. The
   * last of them, or null where there are no more. What people have reviewed is not in the queue and stays as they left it.
   */
  async judgeNext(tx: Transaction, after: string | null, limit: number): Promise<string | null> {
    const ids = await this.items.lockNext(tx, after, limit);
    await this.judgeAnew(tx, ids);
    return ids.length < limit ? null : (ids.at(-1) ?? null);
  }

  /** Somebody has looked at the document. */
  leave(tx: Transaction, documentId: string): Promise<void> {
    return this.items.remove(tx, documentId);
  }

  /** Most urgent first: those that wait for a person, or, with a bound, all that are at or below it. */
  list(maxConfidence: number | null, limit: number, after: Place | null): Promise<ReviewItem[]> {
    return this.items.list(maxConfidence, limit, after);
  }

  private async judgeAnew(tx: Transaction, documentIds: readonly string[]): Promise<void> {
    const items = await this.items.read(tx, documentIds);
    const needs = await this.judge.needs(tx, items);
    const judged = items.map((item, index) => ({ ...item, ...(needs[index] ?? { reasons: [], urgency: 0 }) }));
    await this.items.judge(tx, judged);
    for (const { documentId: id, priority, traceparent, needed, reasons } of judged)
      if (!needed && reasons.length > 0) await this.announce(tx, { id, priority, traceparent });
  }

  private announce(tx: Transaction, { id: subjectId, priority, traceparent }: Waiting): Promise<void> {
    return this.outbox.append(tx, { event: 'review.needed', subjectId, facts: {}, priority, traceparent });
  }
}
