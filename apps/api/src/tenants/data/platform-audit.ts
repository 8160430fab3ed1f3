import { SystemDatabase, type Transaction } from '@app/database';
import { logContext } from '@app/observability';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';

/** The record of everything that platform administrators look at and change across tenants. Rows are only ever added. */
@Injectable()
export class PlatformAudit {
  constructor(private readonly database: SystemDatabase) {}

  /** Notes one use by the person of the running request; with `tx`, only if that transaction commits. */
  async record(action: string, target: string | null, tx?: Transaction): Promise<void> {
    const { requestId } = logContext();
    await (tx ?? this.database).query(
      'INSERT INTO platform_audit (actor_id, action, target, request_id) VALUES ($1, $2, $3, $4)',
      [tenantContext().userId, action, target, requestId === undefined ? null : String(requestId)],
    );
  }
}
