import type { StoredReading } from '@app/reading';
import type { DocumentTypeId, IndustryId } from './taxonomy/document-types.js';

export interface ClassificationInput {
  readonly reading: StoredReading;
  /** As uploaded; null where there is none. A weak cue. */
  readonly filename: string | null;
  readonly mediaType: string;
  /** An industry of the taxonomy that the caller expects; a small push, never a filter. */
  readonly industryHint?: string | undefined;
  /** Names of files inside the file: an electronic invoice is known by the name of its XML. */
  readonly childNames?: readonly string[] | undefined;
}

export interface TypeGuess {
  readonly type: DocumentTypeId;
  /** 0..1 */
  readonly confidence: number;
}

export interface FoundCue {
  readonly type: DocumentTypeId;
  /** What was found, in our words; never a value out of the document. */
  readonly label: string;
  /** What it added to the type's score, in units of log-odds; negative where it speaks against the type. */
  readonly points: number;
}

export interface LocalClassification extends TypeGuess {
  readonly industry: IndustryId;
  /** The next best types, best first. */
  readonly alternatives: readonly TypeGuess[];
  readonly reasoning: string;
  /** True where structured data inside the file names the type. */
  readonly embedded: boolean;
  /** The cues of the winning type, strongest first. */
  readonly cues: readonly FoundCue[];
}
