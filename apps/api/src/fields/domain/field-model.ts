import type { Box } from '@app/reading';
import type { FieldType } from '../../schemas/index.js';

export type GroundingMatch = 'exact' | 'normalized' | 'fuzzy' | 'none';

/** Where a value stands. `quote` is the text at the span or the line around it; both are of the reading's text. */
export interface Grounding {
  readonly documentId: string;
  readonly page: number;
  readonly quote: string;
  /** UTF-16 offsets into the reading's text, end exclusive. */
  readonly span: readonly [number, number];
  readonly box: Box | null;
  readonly match: GroundingMatch;
}

export type FieldSource = 'body' | 'attachment' | 'embedded-data';

/** What a person says of a value: right, wrong with the right one given, or wrong. */
export const VERDICTS = ['accepted', 'corrected', 'rejected'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface FieldOrigin {
  readonly engine: 'local' | 'llm' | 'embedded-data' | 'person';
  readonly agent: string | null;
  readonly model: string | null;
  readonly runId: string | null;
}

export interface ExtractedField {
  readonly name: string;
  readonly type: FieldType;
  /** ISO date, decimal string, `true` or `false`, or text; null where nothing was found. */
  readonly value: string | null;
  readonly currency: string | null;
  /** As printed. */
  readonly raw: string | null;
  /** 0..1; 0 where nothing was found. */
  readonly confidence: number;
  /** As the engine had it, where calibration has made something else of it. */
  readonly rawConfidence?: number;
  readonly grounding: Grounding | null;
  readonly source: FieldSource;
  /** Where in the embedded data the value stands. */
  readonly path?: string;
  readonly origin: FieldOrigin;
  readonly ruleFailures: readonly string[];
  readonly verdict: Verdict | null;
  /** `not-in-text`: somebody gave a value that the text does not show. */
  readonly flags?: readonly string[];
  readonly items?: readonly { readonly fields: readonly ExtractedField[] }[];
}

/** `page-disagrees`: embedded data and the page that people see; `sources-disagree`: the parts of an e-mail. */
export type DisagreementRule = 'page-disagrees' | 'sources-disagree';

/** What one place says of a field. */
export interface Statement {
  readonly value: string;
  readonly raw: string | null;
  readonly currency: string | null;
  readonly confidence: number;
  readonly source: FieldSource;
  readonly grounding: Grounding | null;
  /** Where in the embedded data it stands. */
  readonly path?: string;
}

/** Two places that are both sure and say different things: the one whose value the field has, and the other. */
export interface Disagreement {
  readonly rule: DisagreementRule;
  readonly field: string;
  readonly chosen: Statement;
  readonly other: Statement;
}

/** How a candidate was found; the base of its confidence. */
export const EVIDENCE = [
  'label-same-cell',
  'label-right',
  'label-below',
  'label-text',
  'section-block',
  'header-block',
  'pattern',
  'position',
  'clause',
  'clause-derived',
  'table',
  'computed',
  'model',
  'model-derived',
  'learned',
] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** A possible value of one field. */
export interface Candidate {
  readonly field: string;
  readonly value: string;
  readonly raw: string;
  readonly currency?: string | null;
  readonly start: number;
  readonly end: number;
  /** The stretches that the value really stands in, where other text lies between them. */
  readonly parts?: readonly { readonly start: number; readonly end: number }[];
  /** Larger is better; only comparable inside one field. About 0..1, more where evidence adds up. */
  readonly score: number;
  readonly evidence: Evidence;
  readonly agent: string;
  /** 0..1: how sure its finder is of it; in the place of what evidence of its kind is usually worth. */
  readonly certainty?: number;
  /** The model that named the value; absent for the local engine. */
  readonly model?: string;
  /** In how many places and ways the value was found, and whether it is one of two that belong together. */
  readonly support?: { readonly places: number; readonly kinds: number; readonly paired?: boolean };
  /** What the other engine says of the field, where it says something: of a model's value the local engine, and the reverse. */
  readonly witness?: { readonly agrees: boolean; readonly confidence: number };
}

/** A row of a list: one candidate a column. */
export interface CandidateRow {
  readonly cells: readonly Candidate[];
}

export interface ListCandidate {
  readonly field: string;
  readonly rows: readonly CandidateRow[];
  readonly score: number;
  readonly agent: string;
}

export interface AgentResult {
  readonly candidates: readonly Candidate[];
  readonly lists: readonly ListCandidate[];
}

export const noResult: AgentResult = { candidates: [], lists: [] };

/** A result as its run keeps it. */
export interface ExtractionAnswer extends Omit<ExtractionResult, 'warnings'> {
  readonly runId: string;
  /** The run that a person has revised. */
  readonly parentRunId?: string;
  /** The review whose values were kept where a document was read anew, `rev_…`. */
  readonly reviewId?: string;
}

export interface ExtractionResult {
  readonly schemaId: string;
  readonly schemaVersion: number;
  readonly fields: readonly ExtractedField[];
  /** Share of the schema's required and high-priority fields (all, where it has none) that hold a value. */
  readonly fillRate: number;
  /** 0..1: how likely no wanted field needs a correction. */
  readonly confidence: number;
  /** Before calibration, where that has made something else of it. */
  readonly rawConfidence?: number;
  readonly ruleFailures: readonly string[];
  /** Places that are both sure of a field and say different things. */
  readonly disagreements: readonly Disagreement[];
  readonly warnings: readonly string[];
}
