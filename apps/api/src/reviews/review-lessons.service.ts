import { Log } from '@app/observability';
import { Injectable } from '@nestjs/common';
import { LessonsService } from '../extraction/index.js';
import { ReviewsRepository } from './data/reviews.repository.js';
import { type Review, teachableValues } from './domain/review.js';

/** What became of each value that could be taught, by field. */
export type TaughtFields = Readonly<Record<string, 'learned' | 'not-in-document' | 'not-learned'>>;

/** What reviews teach: the next document of the tenant that is read by the same schema is read better. */
@Injectable()
export class ReviewLessons {
  constructor(
    private readonly lessons: LessonsService,
    private readonly reviews: ReviewsRepository,
    private readonly log: Log,
  ) {}

  async teach(review: Pick<Review, 'documentId' | 'schemaId' | 'changes'>): Promise<TaughtFields> {
    const { documentId, schemaId } = review;
    if (schemaId === null) return {};
    const taught: Record<string, TaughtFields[string]> = {};
    try {
      for (const [teacher, values] of teachableValues(review))
        Object.assign(taught, Object.fromEntries(await this.lessons.teachReviewed(schemaId, teacher, values)));
    } catch (error) {
      // The review stands all the same; what it says can be taught as an example later.
      this.log.warn('reviews.not_taught', { documentId, err: error });
    }
    return taught;
  }

  /** Forgets what a review has taught; what reviews before it had said of the same fields holds again. */
  async forget(review: Review): Promise<void> {
    const { documentId, schemaId } = review;
    if (schemaId === null) return;
    const forgotten = teachableValues(review);
    for (const [teacher, values] of forgotten) await this.lessons.forgetFields(schemaId, teacher, Object.keys(values));
    const fields = new Set([...forgotten.values()].flatMap((values) => Object.keys(values)));
    for (const earlier of await this.reviews.standing(documentId)) {
      const changes = earlier.changes.filter(({ field }) => fields.has(field));
      await this.teach({ ...earlier, changes });
    }
  }
}
