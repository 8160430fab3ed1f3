import type { Transaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import { dueRules, type RetentionRules } from '../domain/retention-rules.js';

/** How often, and when last. */
export interface Happened {
  readonly count: number;
  readonly lastAt: Date | null;
}

interface EvidenceRow {
  readonly retained: number;
  readonly retained_at: Date | null;
  readonly erased: number;
  readonly erased_at: Date | null;
  readonly erased_slowest: number | null;
  readonly erasing: number;
  readonly erasing_since: Date | null;
  readonly exported: number;
  readonly exported_at: Date | null;
  readonly exported_slowest: number | null;
  readonly exporting: number;
  readonly exporting_since: Date | null;
  readonly holds: number;
  readonly tombstones: number;
  readonly unlogged: number;
}

const HOUR_MS = 3_600_000;

@Injectable()
export class EvidenceRepository {
  async read(tx: Transaction) {
    const row = await tx.one<EvidenceRow>(
      `SELECT e.*, x.*, h.*, t.* FROM
        (SELECT count(*) FILTER (WHERE cause = 'retention' AND state = 'succeeded')::int AS retained,
                max(completed_at) FILTER (WHERE cause = 'retention') AS retained_at,
                count(*) FILTER (WHERE cause = 'request' AND state = 'succeeded' AND NOT preview)::int AS erased,
                max(completed_at) FILTER (WHERE cause = 'request' AND NOT preview) AS erased_at,
                max(extract(epoch FROM completed_at - created_at))
                  FILTER (WHERE cause = 'request' AND state = 'succeeded' AND NOT preview)::float8 AS erased_slowest,
                count(*) FILTER (WHERE cause = 'request' AND state IN ('queued', 'running') AND NOT preview)::int AS erasing,
                min(created_at)
                  FILTER (WHERE cause = 'request' AND state IN ('queued', 'running') AND NOT preview) AS erasing_since
           FROM erasures) e,
        (SELECT count(*) FILTER (WHERE size_bytes IS NOT NULL)::int AS exported,
                max(completed_at) FILTER (WHERE size_bytes IS NOT NULL) AS exported_at,
                max(extract(epoch FROM completed_at - created_at)) FILTER (WHERE size_bytes IS NOT NULL)::float8 AS exported_slowest,
                count(*) FILTER (WHERE state IN ('queued', 'running') AND NOT preview)::int AS exporting,
                min(created_at) FILTER (WHERE state IN ('queued', 'running') AND NOT preview) AS exporting_since FROM subject_exports) x,
        (SELECT count(*)::int AS holds FROM legal_holds WHERE released_at IS NULL) h,
        (SELECT count(*)::int AS tombstones, count(*) FILTER (WHERE logged_at IS NULL)::int AS unlogged FROM tombstones) t`,
    );
    if (!row) throw new TypeError('No evidence was read.');
    return {
      retained: { count: row.retained, lastAt: row.retained_at },
      erasures: {
        count: row.erased,
        lastAt: row.erased_at,
        slowestSeconds: row.erased_slowest,
        open: row.erasing,
        openSince: row.erasing_since,
      },
      exports: {
        count: row.exported,
        lastAt: row.exported_at,
        slowestSeconds: row.exported_slowest,
        open: row.exporting,
        openSince: row.exporting_since,
      },
      holds: { standing: row.holds },
      tombstones: { count: row.tombstones, unlogged: row.unlogged },
    };
  }

  /** Documents that were due an hour before `now` and are still there, held or not. */
  async overdue(tx: Transaction, rules: RetentionRules, now: number): Promise<number> {
    let count = 0;
    for (const { type, except, before } of dueRules(rules, now - HOUR_MS)) {
      const row = await tx.one<{ count: number }>(
        `SELECT count(*)::int AS count FROM documents
          WHERE parent_id IS NULL AND created_at <= $1
            AND CASE WHEN $2::text IS NULL THEN type IS NULL OR type <> ALL ($3::text[]) ELSE type = $2 END`,
        [before, type, except],
      );
      count += row?.count ?? 0;
    }
    return count;
  }
}
