import { TenantDatabase } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { DocumentFacts } from '../domain/privacy-facts.js';

/** Counts of the running tenant's documents. */
@Injectable()
export class PrivacyEvidenceRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Those older than so many days are overdue; none where it is null. Files inside of others go with them. */
  async documents(retentionDays: number | null, now: Date): Promise<DocumentFacts> {
    const row = await this.database.one<DocumentFacts>(
      `SELECT count(*)::int AS documents,
              floor(extract(epoch FROM $2::timestamptz - min(created_at)) / 86400)::int AS "oldestDays",
              count(*) FILTER (WHERE created_at < $2::timestamptz - make_interval(days => $1))::int AS overdue
         FROM documents WHERE parent_id IS NULL`,
      [retentionDays, now],
    );
    return row ?? { documents: 0, oldestDays: null, overdue: 0 };
  }
}
