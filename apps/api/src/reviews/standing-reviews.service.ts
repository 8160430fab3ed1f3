import type { Transaction } from '@app/database';
import { type JsonValue, parsePublicId, publicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { DocumentRecord, Run, RunDraft } from '../documents/index.js';
import { keepFields, keptRun, saysTheSame } from '../extraction/index.js';
import type { ExtractionAnswer } from '../fields/index.js';
import { SchemasService } from '../schemas/index.js';
import { ReviewsRepository } from './data/reviews.repository.js';
import { leftBy } from './domain/left-fields.js';
import type { Review } from './domain/review.js';

type Found = Pick<Run, 'kind' | 'result'>;

const answerIn = ({ result }: Found): ExtractionAnswer => result as unknown as ExtractionAnswer;

/** Keeps what people have said of a document where its fields are found anew by the same schema. */
@Injectable()
export class StandingReviews {
  constructor(
    private readonly reviews: ReviewsRepository,
    private readonly schemas: SchemasService,
  ) {}

  /** The run with what stands of reviews in what was found; null where nothing does. `but`: a review that does not count. */
  async keptIn(
    tx: Transaction,
    { id }: Pick<DocumentRecord, 'id'>,
    found: Found,
    but?: Review,
  ): Promise<(RunDraft & { readonly id: string }) | null> {
    if (found.kind !== 'extract') return null;
    const answer = answerIn(found);
    const standing = (await this.reviews.standing(id, tx)).filter(
      (review) => review.id !== but?.id && review.runId !== null && review.schemaId === answer.schemaId,
    );
    const last = standing.at(-1);
    const schema = last && (await this.schemas.version(answer.schemaId, answer.schemaVersion, tx));
    if (!last || !schema) return null;
    const left = leftBy(standing, await this.reviews.fieldsLeft(last, tx));
    const kept = keepFields(answer, left, schema, documentsIn(publicId('document', id), found.result));
    return kept && keptRun(kept, publicId('review', last.id));
  }

  /** Whether a person has said that nobody needs to look again, and what was found anew says the same. */
  async isSettled(tx: Transaction, { id: documentId }: Pick<DocumentRecord, 'id'>, run: Found): Promise<boolean> {
    const { reviewId, fields } = answerIn(run);
    const id = reviewId === undefined ? null : parsePublicId('review', reviewId);
    const review = id === null ? null : await this.reviews.find(id, tx);
    // The result of a file that was sent again may be that of the first one, and nobody has looked at this one.
    if (review?.documentId !== documentId || !review.done) return false;
    return saysTheSame(await this.reviews.fieldsLeft(review, tx), fields);
  }
}

/** The run that a result with kept values stands on, where they are of this review. */
export function foundBefore(review: Pick<Review, 'id'>, run: Found): string | null {
  const { reviewId, parentRunId } = answerIn(run);
  if (reviewId !== publicId('review', review.id) || parentRunId === undefined) return null;
  return parsePublicId('run', parentRunId);
}

/** The document itself, and what an e-mail carries. */
function documentsIn(own: string, result: JsonValue): ReadonlySet<string> {
  const { sources = [] } = result as { readonly sources?: readonly { readonly documentId: string }[] };
  return new Set([own, ...sources.map(({ documentId }) => documentId)]);
}
