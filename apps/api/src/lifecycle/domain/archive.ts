import type { JsonObject } from '@app/kernel';
import type { RetentionRules } from './retention-rules.js';
import type { Needle } from './subject.js';

/** What an archive is made of. */
export interface ArchiveTask {
  readonly id: string;
  readonly createdAt: Date;
  readonly builtAt: Date;
  readonly identifiers: readonly string[];
  readonly needles: readonly Needle[];
  /** In the order of their ids. */
  readonly documentIds: readonly string[];
  readonly unread: number;
  readonly rules: RetentionRules;
  readonly signal: AbortSignal;
}

/** What has been packed so far. */
export class Packed {
  readonly tables: { table: string; path: string; rows: number }[] = [];
  /** Keys of rows beside documents, by table. */
  readonly keys = new Map<string, JsonObject[]>();
  /** Paths of originals, by SHA-256: a content that several documents have is there once. */
  readonly originals = new Map<string, string>();
  readonly texts = new Set<string>();
  /** Documents whose bytes are not there. */
  readonly missing: string[] = [];

  get rows(): Record<string, number> {
    const rows: Record<string, number> = {};
    for (const { table, rows: count } of this.tables) rows[table] = (rows[table] ?? 0) + count;
    return rows;
  }
}
