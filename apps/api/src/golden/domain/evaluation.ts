import type { Figures } from './figures.js';
import type { FieldScore } from './score.js';

/** A version of a schema that is published or built in. */
export interface SchemaVersion {
  readonly schemaId: string;
  readonly version: number;
}

export const AGAINST = ['last', 'published'] as const;
/** What an evaluation is held against: the one before it of the same schema, or the version that is published. */
export type Against = (typeof AGAINST)[number];

/** All that an evaluation needs to know, fixed when it is asked for. */
export interface EvaluationPlan {
  readonly candidate: SchemaVersion | { readonly definition: unknown };
  readonly baseline: SchemaVersion | { readonly evaluationId: string } | null;
  /** In the place of the tenant's. */
  readonly thresholds: { readonly classify?: number | undefined; readonly extract?: number | undefined };
  /** Where it is to be published, if it is no worse: by how much of micro F1 it may be so all the same. */
  readonly publishWithin: number | null;
}

export const STATUSES = ['queued', 'running', 'succeeded', 'failed'] as const;

/** What became of a schema that was to be published. */
export type Publication =
  | ({ readonly status: 'published' } & SchemaVersion)
  | { readonly status: 'refused'; readonly code: 'quality_regression' };

export interface EvaluationResult {
  readonly figures: Figures;
  /** Of what it is held against, over the same documents; null where there is nothing. */
  readonly baseline: Figures | null;
  readonly publication: Publication | null;
}

export interface Evaluation {
  readonly id: string;
  readonly setId: string;
  readonly schemaKey: string;
  readonly plan: EvaluationPlan;
  readonly status: (typeof STATUSES)[number];
  readonly errorCode: string | null;
  readonly result: EvaluationResult | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly completedAt: Date | null;
}

export interface Spent {
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** US dollars, as a decimal string. */
  readonly cost: string;
}

/** One document of an evaluation. */
export interface Outcome extends Spent {
  readonly documentId: string;
  readonly scores: readonly FieldScore[];
  /** Null where there is nothing to hold it against. */
  readonly baseline: readonly FieldScore[] | null;
  readonly regressed: readonly string[];
  readonly improved: readonly string[];
}

/** What changed in the documents of an evaluation, and what it took so far. */
export interface Progress extends Spent {
  readonly documents: number;
  readonly changed: readonly Pick<Outcome, 'documentId' | 'regressed' | 'improved'>[];
}

export type OutcomeScores = Pick<Outcome, 'documentId' | 'scores' | 'baseline'>;
