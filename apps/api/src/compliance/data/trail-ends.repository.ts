import { SystemDatabase } from '@app/database';
import { Injectable } from '@nestjs/common';

/**
 * Ends of trails, by the system role. The database lets it take away rows of tenants that have ended, from `trail_until` on, and no
 * others.
 */
@Injectable()
export class TrailEndsRepository {
  constructor(private readonly system: SystemDatabase) {}

  /** Says of tenants whose data have gone until when their trail is kept. */
  async date(days: number): Promise<void> {
    await this.system.query(
      `UPDATE tenant_deletions SET trail_until = completed_at + make_interval(days => $1)
        WHERE state = 'succeeded' AND trail_until IS NULL AND completed_at IS NOT NULL`,
      [days],
    );
  }

  /** Tenants whose trail has to go. */
  async due(limit: number): Promise<string[]> {
    const { rows } = await this.system.query<{ tenant_id: string }>(
      `SELECT d.tenant_id FROM tenant_deletions d
        WHERE d.state = 'succeeded' AND d.trail_until <= now()
          AND EXISTS (SELECT 1 FROM audit_entries e WHERE e.tenant_id = d.tenant_id) LIMIT $1`,
      [limit],
    );
    return rows.map(({ tenant_id: tenantId }) => tenantId);
  }

  /** Takes away the oldest links with their entries, then entries without a link. Answers how many entries. */
  removeSome(tenantId: string, limit: number): Promise<number> {
    return this.system.transaction(async (tx) => {
      await tx.query('DELETE FROM audit_heads WHERE tenant_id = $1', [tenantId]);
      const { rows } = await tx.query<{ entry_id: string }>(
        `DELETE FROM audit_links WHERE tenant_id = $1
            AND seq IN (SELECT seq FROM audit_links WHERE tenant_id = $1 ORDER BY seq LIMIT $2) RETURNING entry_id`,
        [tenantId, limit],
      );
      const { count } = await tx.query(
        `DELETE FROM audit_entries e WHERE e.tenant_id = $1 AND (e.id = ANY ($2::uuid[]) OR (cardinality($2::uuid[]) = 0
            AND NOT EXISTS (SELECT 1 FROM audit_links l WHERE l.tenant_id = $1 AND l.entry_id = e.id)))`,
        [tenantId, rows.map((row) => row.entry_id)],
      );
      await tx.query(
        `DELETE FROM audit_unchained u WHERE u.tenant_id = $1
            AND NOT EXISTS (SELECT 1 FROM audit_entries e WHERE e.tenant_id = $1 AND e.id = u.entry_id)`,
        [tenantId],
      );
      return count;
    });
  }
}
