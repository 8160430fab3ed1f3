import { TenantDatabase, type Transaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { DueRule } from '../domain/retention-rules.js';

/** What is old enough to go. */
@Injectable()
export class DueRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Documents that no other one holds and that are due, after `after`; others who look meanwhile do not get them. */
  async documents(tx: Transaction, rule: DueRule, after: string | null, limit: number): Promise<string[]> {
    const { rows } = await tx.query<{ id: string }>(
      `SELECT id FROM documents
        WHERE parent_id IS NULL AND created_at <= $1
          AND CASE WHEN $2::text IS NULL THEN type IS NULL OR type <> ALL ($3::text[]) ELSE type = $2 END
          AND ($4::uuid IS NULL OR id > $4)
        ORDER BY id LIMIT $5 FOR UPDATE SKIP LOCKED`,
      [rule.before, rule.type, rule.except, after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Questions that were asked at `before` or earlier, with what they were answered. */
  async removeQueries(tx: Transaction, before: Date, limit: number): Promise<string[]> {
    const { rows } = await tx.query<{ id: string }>(
      `DELETE FROM queries WHERE id IN (SELECT id FROM queries WHERE created_at <= $1 ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [before, limit],
    );
    return rows.map(({ id }) => id);
  }

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.transaction(work);
  }
}
