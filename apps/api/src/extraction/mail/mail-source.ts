import type { Disagreement, ExtractedField, ExtractionResult } from '../../fields/index.js';

/** A text that may say something of what an e-mail is about: its body, or one business document that came with it. */
export interface MailSource {
  /** As the API has it. */
  readonly documentId: string;
  readonly filename: string;
  readonly kind: 'body' | 'attachment';
  readonly schemaId: string;
  readonly fillRate: number;
  readonly confidence: number;
  readonly fields: readonly ExtractedField[];
  readonly ruleFailures: readonly string[];
  readonly disagreements: readonly Disagreement[];
}

/** What the answer says of each source. */
export interface NamedSource {
  readonly documentId: string;
  readonly filename: string;
  readonly source: 'body' | 'attachment';
  /** The schema that it was read by; null where it has no fields. */
  readonly schemaId: string | null;
  /** Whether values of it were heard for the fields of the whole. */
  readonly used: boolean;
}

/** The fields of one business document of several. */
export type DocumentFields = Pick<MailSource, 'documentId' | 'filename' | 'schemaId' | 'fillRate' | 'confidence'> &
  Pick<MailSource, 'fields' | 'ruleFailures' | 'disagreements'>;

/** The fields of an e-mail as one object. */
export interface MailResult extends ExtractionResult {
  /** Where several business documents came with it: each by itself. The fields of the whole are then empty. */
  readonly documents?: readonly DocumentFields[];
}

/** The field of the whole is empty because several documents would each fill it. */
export const SEVERAL_DOCUMENTS = 'several-documents';
