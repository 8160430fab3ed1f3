import type { Transaction } from '@app/database';
import { type JsonValue, newUuid, parsePublicId, publicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type ClassificationResult, typeByPerson } from '../classification/index.js';
import { BATCH_TYPE, type DocumentRecord, type KeptResult, type Run } from '../documents/index.js';
import { keepFields, keptRun, saysTheSame } from '../extraction/index.js';
import type { ExtractionAnswer } from '../fields/index.js';
import { SchemasService } from '../schemas/index.js';
import { ReviewsRepository } from './data/reviews.repository.js';
import { leftBy } from './domain/left-fields.js';
import { asJson, type Review } from './domain/review.js';

type Found = Pick<Run, 'kind' | 'result'>;

/** Of the run that says again what a person has said of a document's type. */
const TYPE_VERSION = '1';

const answerIn = ({ result }: Found): ExtractionAnswer => result as unknown as ExtractionAnswer;

/** Keeps what people have said of a document where its type is found anew, or its fields by the same schema. */
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
  ): Promise<KeptResult | null> {
    if (found.kind !== 'classify' && found.kind !== 'extract') return null;
    const standing = (await this.reviews.standing(id, tx)).filter((review) => review.id !== but?.id);
    return found.kind === 'classify' ? keptType(standing, found) : this.keptFields(tx, id, standing, found);
  }

  private async keptFields(
    tx: Transaction,
    id: string,
    all: readonly Review[],
    found: Found,
  ): Promise<KeptResult | null> {
    const answer = answerIn(found);
    const standing = all.filter(({ runId, schemaId }) => runId !== null && schemaId === answer.schemaId);
    const last = standing.at(-1);
    const schema = last && (await this.schemas.version(answer.schemaId, answer.schemaVersion, tx));
    if (!last || !schema) return null;
    const left = leftBy(standing, await this.reviews.fieldsLeft(last, tx));
    const kept = keepFields(answer, left, schema, documentsIn(publicId('document', id), found.result));
    return kept && { run: keptRun(kept, publicId('review', last.id)), change: {} };
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

/** The type that the last of the reviews with a word on it has left; null where none has, or the file was found to hold several documents. */
function keptType(standing: readonly Review[], { result }: Found): KeptResult | null {
  const found = result as unknown as ClassificationResult;
  const last = standing.findLast((review) => review.type !== null);
  if (!last?.type || found.type === BATCH_TYPE) return null;
  const id = newUuid();
  const kept = typeByPerson(found, last.type.after, publicId('run', id));
  const { industry, type } = kept;
  const links = { parentRunId: found.origin.runId, reviewId: publicId('review', last.id) };
  return {
    run: {
      id,
      kind: 'classify',
      engine: 'person',
      engineVersion: TYPE_VERSION,
      durationMs: 0,
      result: asJson({ ...kept, ...links }),
    },
    change: { industry, type },
  };
}

/** The run that a result with what a person has said stands on, where that was said in this review. */
export function foundBefore(review: Pick<Review, 'id'>, run: Found): string | null {
  const { reviewId, parentRunId } = run.result as { readonly reviewId?: string; readonly parentRunId?: string };
  if (reviewId !== publicId('review', review.id) || parentRunId === undefined) return null;
  return parsePublicId('run', parentRunId);
}

/** The document itself, and what an e-mail carries. */
function documentsIn(own: string, result: JsonValue): ReadonlySet<string> {
  const { sources = [] } = result as { readonly sources?: readonly { readonly documentId: string }[] };
  return new Set([own, ...sources.map(({ documentId }) => documentId)]);
}
