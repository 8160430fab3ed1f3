/** A label as its maker has named it. */
export interface LabelDefinition {
  readonly name: string;
  readonly description?: string | undefined;
}

/** `again`: more examples came, and another training was asked for, while one was running. */
export type TrainingState = 'running' | 'again';

export interface ClassifierRecord {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly labels: readonly LabelDefinition[];
  /** Whether it may say that a text is of none of its labels. */
  readonly unknown: boolean;
  readonly training: TrainingState | null;
  /** Why the last training failed; null where it did not. */
  readonly errorCode: string | null;
  readonly activeVersion: number | null;
  readonly latestVersion: number;
  readonly createdAt: Date;
  readonly examples: number;
  /** Of the active version. */
  readonly metrics: ClassifierMetrics | null;
}

export interface ClassifierVersion {
  readonly version: number;
  readonly active: boolean;
  readonly metrics: ClassifierMetrics;
  readonly createdAt: Date;
}

/** What a training measured on texts that were held back from it; shares are 0 to 1. */
export interface ClassifierMetrics {
  readonly examples: number;
  readonly heldBack: number;
  readonly crossValidated: boolean;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly calibrationError: number;
  readonly labels: readonly {
    readonly name: string;
    readonly heldBack: number;
    readonly precision: number;
    readonly recall: number;
    readonly f1: number;
  }[];
  readonly confusions: readonly { readonly label: string; readonly predicted: string; readonly count: number }[];
  readonly unknown: {
    readonly refused: number;
    readonly wrongAmongRefused: number;
    readonly accuracyOfAnswered: number;
    readonly strangersRefused: number | null;
  } | null;
  readonly encoder: string | null;
  readonly trainingMs: number;
}

export interface ClassifierPrediction {
  /** Null where `unknown`. */
  readonly label: string | null;
  /** 0..1: how likely the likeliest label is right, of the labels that there are. */
  readonly confidence: number;
  readonly alternatives: readonly { readonly label: string; readonly confidence: number }[];
  readonly unknown: boolean;
}

export const statusOf = ({ training, activeVersion }: ClassifierRecord): 'empty' | 'training' | 'ready' => {
  if (training !== null) return 'training';
  return activeVersion === null ? 'empty' : 'ready';
};
