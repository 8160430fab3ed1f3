import { Log } from '@app/observability';
import { Injectable } from '@nestjs/common';
import { TypeMemory } from '../classification/index.js';
import { LessonsService } from '../extraction/index.js';
import { ReviewsRepository } from './data/reviews.repository.js';
import { listOf, type Review, teachableLists, teachableValues } from './domain/review.js';

/** What became of each value that could be taught, by field. */
export type TaughtFields = Readonly<Record<string, 'learned' | 'not-in-document' | 'not-learned'>>;

/** What reviews teach: the next document of the tenant that is read by the same schema is read better. */
@Injectable()
export class ReviewLessons {
  constructor(
    private readonly lessons: LessonsService,
    private readonly reviews: ReviewsRepository,
    private readonly types: TypeMemory,
    private readonly log: Log,
  ) {}

  /** The next documents of this form are of this type. */
  async teachType({ documentId, type }: Pick<Review, 'documentId' | 'type'>): Promise<void> {
    if (type === null) return;
    try {
      await this.types.confirm(documentId, type.after);
    } catch (error) {
      // The review stands all the same.
      this.log.warn('reviews.not_taught', { documentId, err: error });
    }
  }

  /** Forgets the type that a review has taught; what a review before it had said holds again. */
  async forgetType({ documentId, type }: Pick<Review, 'documentId' | 'type'>): Promise<void> {
    if (type === null) return;
    await this.types.forget(documentId);
    for (const earlier of await this.reviews.standing(documentId)) await this.teachType(earlier);
  }

  async teach(review: Teaching): Promise<TaughtFields> {
    const { documentId, schemaId } = review;
    if (schemaId === null) return {};
    const taught: Record<string, TaughtFields[string]> = {};
    try {
      for (const [teacher, values] of await this.valuesIn(review))
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
    const forgotten = await this.valuesIn(review);
    for (const [teacher, values] of forgotten) await this.lessons.forgetFields(schemaId, teacher, Object.keys(values));
    const fields = new Set([...forgotten.values()].flatMap((values) => Object.keys(values)));
    for (const earlier of await this.reviews.standing(documentId)) {
      const changes = earlier.changes.filter(({ name, field }) => fields.has(name === field ? name : listOf(name)));
      await this.teach({ ...earlier, changes });
    }
  }

  /** What can be taught of a review, by the document that shows it. */
  private async valuesIn(review: Teaching): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
    const isOfLists = review.changes.some(({ name, field }) => name !== field);
    const lists = isOfLists ? teachableLists(review, await this.reviews.fieldsLeft(review)) : new Map<string, object>();
    const values = new Map<string, Readonly<Record<string, unknown>>>(teachableValues(review));
    for (const [teacher, rows] of lists) values.set(teacher, { ...values.get(teacher), ...rows });
    return values;
  }
}

type Teaching = Pick<Review, 'documentId' | 'schemaId' | 'changes' | 'runId' | 'done'>;
