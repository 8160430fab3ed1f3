import { newUuid } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type DocumentRecord, DocumentRuns, DocumentsService, requireCurrent } from '../documents/index.js';
import { type RevisedRun, Revisions } from '../extraction/index.js';
import type { ExtractionAnswer } from '../fields/index.js';
import type { NewReview, Review, ReviewInput } from './domain/review.js';
import { invalidReview } from './reviews.errors.js';
import { ReviewLessons, type TaughtFields } from './review-lessons.service.js';
import { ReviewRecords, typeIn } from './review-records.service.js';
import { type RevisedType, TypeReviews } from './type-reviews.service.js';

/** A review with what came of it. */
export interface ReviewOutcome {
  readonly review: Review;
  /** What became of each value that could be taught. */
  readonly taught: TaughtFields;
  readonly extraction: ExtractionAnswer | null;
}

/** What people say of results: kept for ever, a new result, and a lesson for the next document. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly documents: DocumentsService,
    private readonly runs: DocumentRuns,
    private readonly revisions: Revisions,
    private readonly types: TypeReviews,
    private readonly records: ReviewRecords,
    private readonly lessons: ReviewLessons,
  ) {}

  /**
   * Throws `not_found`, `document_not_ready`, `stale_run`, `invalid_review` with pointers, `nothing_extracted`,
   * `nothing_classified`.
   */
  async review(documentId: string, input: ReviewInput): Promise<ReviewOutcome> {
    if (input.fields.length === 0 && !input.type)
      throw invalidReview([{ pointer: '/fields', detail: 'must have a verdict, or there must be one on the type' }]);
    const document = await this.documents.get(documentId);
    requireCurrent(document, 'extract', input.runId);
    const revised = input.fields.length > 0 ? await this.revisions.revise(document, input.fields) : null;
    const type = input.type ? await this.types.revise(document, input.type) : null;
    const review = newReview(document, revised, type, input.done);
    await this.runs.alter(documentId, (current) => {
      if (revised) requireCurrent(current, 'extract', revised.parent.id);
      if (type) requireCurrent(current, 'classify', type.parent.id);
      return {
        add: [type?.draft, revised?.draft].filter((draft) => draft !== undefined),
        ...(type && { change: { type: type.after.type, industry: type.after.industry } }),
        write: (tx) => this.records.keep(tx, current, review, { revised, type }),
      };
    });
    const taught = revised ? await this.lessons.teach(review) : {};
    await this.lessons.teachType(review);
    if (input.type?.extract === true) await this.documents.reprocess(documentId, 'understand');
    return { review: await this.records.get(documentId, review.id), taught, extraction: revised?.after ?? null };
  }

  /**
   * Takes a review back: its lessons and verdicts go, and the results before it hold again where no others do by now. Throws
   * `not_found`, `review_withdrawn`, `newer_review`, `document_not_ready`.
   */
  async withdraw(documentId: string, reviewId: string): Promise<void> {
    const review = await this.records.get(documentId, reviewId);
    await this.runs.alter(documentId, async (document, tx) => {
      await this.records.requireNewest(tx, review);
      const kept = await this.records.withoutKept(tx, review, document);
      const replaced = replacedBy(review, document);
      let { change } = kept;
      for (const id of replaced) change = { ...change, ...typeIn(await this.runs.get(id, tx)) };
      return {
        ...kept,
        select: [...replaced, ...(kept.select ?? [])],
        ...(change && { change }),
        write: (inner) => this.records.withdraw(inner, review),
      };
    });
    await this.lessons.forget(review);
    await this.lessons.forgetType(review);
  }

  /** Newest first. Throws `not_found`. */
  async list(documentId: string, limit: number, before: string | null): Promise<Review[]> {
    await this.documents.get(documentId);
    return this.records.list(documentId, limit, before);
  }
}

const NO_FIELDS = { schemaId: null, runId: null, parentRunId: null, changes: [] };
const NO_TYPE = { typeRunId: null, parentTypeRunId: null, type: null };

const fieldsOf = ({ after, draft, parent, changes }: RevisedRun) =>
  ({ schemaId: after.schemaId, runId: draft.id, parentRunId: parent.id, changes }) as const;
const typeOf = ({ draft, parent, change }: RevisedType) =>
  ({ typeRunId: draft.id, parentTypeRunId: parent.id, type: change }) as const;

const newReview = (
  { id: documentId }: DocumentRecord,
  revised: RevisedRun | null,
  type: RevisedType | null,
  done: boolean,
): NewReview => ({
  id: newUuid(),
  documentId,
  ...(revised ? fieldsOf(revised) : NO_FIELDS),
  ...(type ? typeOf(type) : NO_TYPE),
  done,
});

/** The results that a review had put aside, where its own are still the document's. */
function replacedBy({ runId, parentRunId, typeRunId, parentTypeRunId }: Review, { runs }: DocumentRecord): string[] {
  const fields = runId !== null && runs.extract === runId ? parentRunId : null;
  const type = typeRunId !== null && runs.classify === typeRunId ? parentTypeRunId : null;
  return [type, fields].filter((id) => id !== null);
}
