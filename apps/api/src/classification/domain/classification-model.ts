import type { StoredReading } from '@app/reading';

export interface ClassificationInput {
  readonly reading: StoredReading;
  /** As uploaded; null where there is none. A weak cue. */
  readonly filename: string | null;
  readonly mediaType: string;
  /** An industry, built in or the tenant's own, that the caller expects; a small push, never a filter. */
  readonly industryHint?: string | undefined;
  /** Names of files inside the file: an electronic invoice is known by the name of its XML. */
  readonly childNames?: readonly string[] | undefined;
}

export interface TypeGuess {
  /** Of the built-in taxonomy, or the tenant's own. */
  readonly type: string;
  /** 0..1 */
  readonly confidence: number;
}

export interface FoundCue {
  readonly type: string;
  /** What was found, in our words; never a value out of the document. */
  readonly label: string;
  /** What it added to the type's score, in units of log-odds; negative where it speaks against the type. */
  readonly points: number;
}

export interface LocalClassification extends TypeGuess {
  readonly industry: string;
  /** The next best types, best first. */
  readonly alternatives: readonly TypeGuess[];
  readonly reasoning: string;
  /** True where structured data inside the file names the type. */
  readonly embedded: boolean;
  /** The cues of the winning type, strongest first. */
  readonly cues: readonly FoundCue[];
}
