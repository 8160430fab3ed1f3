import { fromDollars, toDollars } from '@app/llm';
import { publicId } from '@app/kernel';
import type { Evaluation, EvaluationPlan, OutcomeScores } from '../domain/evaluation.js';
import type { Figures, Rates } from '../domain/figures.js';
import type { GoldenDocument, GoldenSet } from '../domain/golden-set.js';
import type { EvaluationState } from '../evaluations.service.js';
import { detailOf } from '../golden.errors.js';
import type { DocumentOutcomeDto, EvaluationDto, ListedEvaluationDto } from './dto/evaluation.dto.js';
import type { GoldenDocumentDto, GoldenSetDto } from './dto/golden-set.dto.js';

export const goldenSetView = ({ id, createdAt, ...set }: GoldenSet): GoldenSetDto => ({
  id: publicId('goldenSet', id),
  ...set,
  createdAt: createdAt.toISOString(),
});

export const goldenDocumentView = ({ documentId, truth, createdAt }: GoldenDocument): GoldenDocumentDto => ({
  documentId: publicId('document', documentId),
  ...truth,
  createdAt: createdAt.toISOString(),
});

const rounded = (share: number | null): number | null => share && Math.round(share * 10_000) / 10_000;

const ratesView = ({ precision, recall, f1 }: Rates): Rates => ({
  precision: rounded(precision),
  recall: rounded(recall),
  f1: rounded(f1),
});

const figuresView = (figures: Figures): Figures => ({
  ...figures,
  typeAccuracy: rounded(figures.typeAccuracy),
  micro: ratesView(figures.micro),
  macro: ratesView(figures.macro),
  fields: figures.fields.map((field) => ({ ...field, ...ratesView(field) })),
});

const schemaOf = ({ candidate }: EvaluationPlan) => ('schemaId' in candidate ? candidate : null);

const againstOf = ({ baseline }: EvaluationPlan) =>
  baseline && 'evaluationId' in baseline ? { evaluationId: publicId('evaluation', baseline.evaluationId) } : baseline;

export function evaluationView({ evaluation, progress }: EvaluationState): EvaluationDto {
  const { id, setId, status, schemaKey, plan, result, errorCode, createdAt, completedAt } = evaluation;
  return {
    id: publicId('evaluation', id),
    goldenSetId: publicId('goldenSet', setId),
    status,
    schemaKey,
    schema: schemaOf(plan),
    against: againstOf(plan),
    documents: progress.documents,
    figures: result && figuresView(result.figures),
    baseline: result?.baseline ? figuresView(result.baseline) : null,
    changes: progress.changed.map(({ documentId, ...change }) => ({
      documentId: publicId('document', documentId),
      ...change,
    })),
    publication: result?.publication ?? null,
    usage: {
      tokensIn: progress.tokensIn,
      tokensOut: progress.tokensOut,
      // Nine places in the ledger, at least two for people.
      cost: { amount: toDollars(fromDollars(progress.cost)).replace(/0{1,7}$/, ''), currency: 'USD' },
    },
    error: errorCode === null ? null : { code: errorCode, detail: detailOf(errorCode) },
    createdAt: createdAt.toISOString(),
    completedAt: completedAt?.toISOString() ?? null,
  };
}

export const listedEvaluationView = ({ id, status, schemaKey, plan, ...rest }: Evaluation): ListedEvaluationDto => ({
  id: publicId('evaluation', id),
  status,
  schemaKey,
  schema: schemaOf(plan),
  f1: rounded(rest.result?.figures.micro.f1 ?? null),
  createdAt: rest.createdAt.toISOString(),
  completedAt: rest.completedAt?.toISOString() ?? null,
});

export const outcomeView = ({ documentId, scores }: OutcomeScores): DocumentOutcomeDto => ({
  documentId: publicId('document', documentId),
  fields: scores,
});
