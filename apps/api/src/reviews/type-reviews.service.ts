import { newUuid, publicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type ClassificationResult, typeByPerson } from '../classification/index.js';
import { type DocumentRecord, DocumentRuns, type Run, type RunDraft } from '../documents/index.js';
import { asJson, type GivenType, type TypeChange } from './domain/review.js';
import { invalidReview, nothingClassified } from './reviews.errors.js';

const ENGINE_VERSION = '1';
const TYPE = /^[a-z][a-z0-9_]{0,63}$/;

/** What a person's word makes of a document's type; nothing of it is kept yet. */
export interface RevisedType {
  readonly parent: Run;
  readonly draft: RunDraft & { readonly id: string };
  readonly before: ClassificationResult;
  readonly after: ClassificationResult;
  readonly change: TypeChange;
}

/** The right type, or what is wrong with it. */
function rightType({ verdict, value }: GivenType, current: string): string {
  const isCorrected = verdict === 'corrected';
  if (!isCorrected && value !== undefined)
    throw invalidReview([{ pointer: '/type/value', detail: 'is only for the verdict corrected' }]);
  if (isCorrected && (value === undefined || !TYPE.test(value)))
    throw invalidReview([{ pointer: '/type/value', detail: 'must be the name of a document type' }]);
  return value ?? current;
}

/** Confirms and corrects the types of documents. */
@Injectable()
export class TypeReviews {
  constructor(private readonly runs: DocumentRuns) {}

  /** Throws `nothing_classified`, `invalid_review`. */
  async revise(document: DocumentRecord, given: GivenType): Promise<RevisedType> {
    if (document.runs.classify === null) throw nothingClassified();
    const parent = await this.runs.get(document.runs.classify);
    const before = parent.result as unknown as ClassificationResult;
    const type = rightType(given, before.type);
    const id = newUuid();
    const after = typeByPerson(before, type, publicId('run', id));
    return {
      parent,
      before,
      after,
      change: { verdict: type === before.type ? 'accepted' : 'corrected', before: before.type, after: type },
      draft: {
        id,
        kind: 'classify',
        engine: 'person',
        engineVersion: ENGINE_VERSION,
        durationMs: 0,
        result: asJson({ ...after, parentRunId: publicId('run', parent.id) }),
      },
    };
  }
}
