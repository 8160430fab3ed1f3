/** What a verdict is about: one field, the type of the document, or the document's fields as a whole. */
export const VERDICT_KINDS = ['field', 'type', 'document'] as const;
export type VerdictKind = (typeof VERDICT_KINDS)[number];

/** What a person has said of one result. */
export interface VerdictDraft {
  readonly documentId: string;
  /** The run that gave the result. */
  readonly runId: string;
  /** The review that it is part of; a review is withdrawn as a whole. */
  readonly reviewId: string;
  readonly kind: VerdictKind;
  /** As the API has it, `sch_…`; null for types. */
  readonly schemaId: string | null;
  /** The type that the document was taken for. */
  readonly documentType: string | null;
  /** The name of the field, for kind `field`; null for the others. */
  readonly field: string | null;
  /** What gave the value: `local`, `llm`, `embedded-data`. */
  readonly engine: string;
  /** 0..1, as the engine had it, before calibration; null where no value was given. */
  readonly rawConfidence: number | null;
  /** 0..1, as the API told it; null where no value was given. */
  readonly confidence: number | null;
  readonly verdict: 'accepted' | 'corrected' | 'rejected';
  /** Whether what was given is right; for a document, whether nothing of it had to be changed. */
  readonly wasRight: boolean;
  /** The user who said so; null where nobody is known. */
  readonly reviewedBy: string | null;
}
