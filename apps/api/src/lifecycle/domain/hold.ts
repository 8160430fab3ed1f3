import type { JsonObject } from '@app/kernel';

/** What a hold is on; exactly one of these. */
export interface HoldTarget {
  readonly documentId: string | null;
  /** Sealed. */
  readonly subject: string | null;
  readonly subjectHash: string | null;
  readonly type: string | null;
  /** Documents with all of these keep standing. */
  readonly metadata: JsonObject | null;
}

export interface Hold extends HoldTarget {
  readonly id: string;
  readonly reason: string;
  readonly createdAt: Date;
  readonly releasedAt: Date | null;
}
