import type { Lesson } from './learned.js';
import type { Precedent } from './precedents.js';
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

/** What a corrected mail teaches: an order of mail where its priority was said, and what others like it are. */
export type CorrectionLesson = Pick<Lesson, 'base' | 'features'> &
  Partial<Pick<Lesson, 'level'> & Pick<Precedent, 'said'>>;

export interface NewCorrection {
  readonly documentId: string;
  readonly before: Required<Record<keyof Corrected, string | null>>;
  readonly after: Corrected;
  readonly lesson: CorrectionLesson;
}

export interface Correction extends Omit<NewCorrection, 'lesson'> {
  readonly id: string;
  readonly correctedBy: string | null;
  readonly createdAt: Date;
}
