import { TenantDatabase } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { DocumentFacts } from '../domain/privacy-facts.js';

/** Counts of the running tenant's documents. */
@Injectable()
export class PrivacyEvidenceRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Files inside of others go with them. */
  async documents(now: Date): Promise<DocumentFacts> {
    const row = await this.database.one<DocumentFacts>(
      `SELECT count(*)::int AS documents,
              floor(extract(epoch FROM $1::timestamptz - min(created_at)) / 86400)::int AS "oldestDays"
         FROM documents WHERE parent_id IS NULL`,
      [now],
    );
    return row ?? { documents: 0, oldestDays: null };
  }
}
