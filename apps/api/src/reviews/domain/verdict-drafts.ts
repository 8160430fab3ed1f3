import { parsePublicId } from '@app/kernel';
import type { ClassificationResult } from '../../classification/index.js';
import type { DocumentRecord } from '../../documents/index.js';
import { type RevisedRun } from '../../extraction/index.js';
import { isFilled } from '../../fields/index.js';
import type { VerdictDraft } from '../../quality/index.js';
import type { TypeChange } from './review.js';

type Subject = Pick<VerdictDraft, 'documentId' | 'reviewId' | 'documentType' | 'reviewedBy'>;

/** Whose review of what it is. */
export const subjectOf = (
  { id, type }: Pick<DocumentRecord, 'id' | 'type'>,
  reviewId: string,
  reviewedBy: string | null,
): Subject => ({ documentId: id, reviewId, documentType: type, reviewedBy });

/** What verdicts say of what engines gave; of what a person gave before they say nothing. */
export function fieldVerdicts(subject: Subject, { parent, before, changes }: RevisedRun): VerdictDraft[] {
  return changes.flatMap(({ field, verdict, before: held, origin, confidence, rawConfidence }) => {
    if (origin.engine === 'person') return [];
    const isGiven = held.value !== null;
    return {
      ...subject,
      kind: 'field' as const,
      runId: (origin.runId === null ? null : parsePublicId('run', origin.runId)) ?? parent.id,
      schemaId: before.schemaId,
      field,
      engine: origin.engine,
      rawConfidence: isGiven ? rawConfidence : null,
      confidence: isGiven ? confidence : null,
      verdict,
      wasRight: verdict === 'accepted',
    };
  });
}

/** What they say of the document as a whole: that it is wrong as soon as one value is, that it is right once all were looked at. */
export function documentVerdict(subject: Subject, { parent, before, after, changes }: RevisedRun): VerdictDraft[] {
  const isWrong = changes.some(({ verdict }) => verdict !== 'accepted');
  const isWhole = after.fields.every((field) => !isFilled(field) || field.verdict !== null);
  if (parent.engine === 'person' || (!isWrong && !isWhole)) return [];
  return [
    {
      ...subject,
      kind: 'document',
      runId: parent.id,
      schemaId: before.schemaId,
      field: null,
      engine: parent.engine,
      rawConfidence: before.rawConfidence ?? before.confidence,
      confidence: before.confidence,
      verdict: isWrong ? 'corrected' : 'accepted',
      wasRight: !isWrong,
    },
  ];
}

/** What they say of the type; nothing where the sender or a person had named it. */
export function typeVerdict(
  subject: Subject,
  runId: string,
  { type, confidence, rawConfidence, origin }: ClassificationResult,
  { verdict }: TypeChange,
): VerdictDraft[] {
  if (origin.forced || origin.engine === 'person') return [];
  return [
    {
      ...subject,
      documentType: type,
      kind: 'type',
      runId,
      schemaId: null,
      field: null,
      engine: origin.engine,
      rawConfidence: rawConfidence ?? confidence,
      confidence,
      verdict,
      wasRight: verdict === 'accepted',
    },
  ];
}
