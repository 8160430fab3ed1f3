import type { Lesson } from './learned.js';
import type { Level, Policy } from './policy.js';

export interface PolicyVersion {
  /** 0 for the empty one that every tenant begins with. */
  readonly version: number;
  readonly policy: Policy;
  readonly createdAt: Date | null;
}

/** What a person says of a triage; what is left out was right, or nobody has looked. */
export interface Corrected {
  readonly priority?: Level;
  readonly category?: string;
  readonly type?: string;
  readonly routing?: string;
}

export interface NewCorrection {
  readonly documentId: string;
  readonly before: Required<Record<keyof Corrected, string | null>>;
  readonly after: Corrected;
  /** Null where nothing is learned from it. */
  readonly lesson: Lesson | null;
}

export interface Correction extends Omit<NewCorrection, 'lesson'> {
  readonly id: string;
  readonly correctedBy: string | null;
  readonly createdAt: Date;
}
