import { SystemDatabase, TenantDatabase, type Transaction } from '@app/database';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { emptyingOrder, type Reference } from '../domain/tenant-end.js';

const LEDGERS = ['usage_ledger', 'llm_calls'] as const;
const SUMMED_UP = '(SELECT rolled_to FROM usage_rollup_state)';
/** Which rows may go. Lines are to be summed up first: the sums stay, because bills were made of them. By the days documents count once in them. */
const ONLY: Readonly<Record<string, string>> = {
  usage_ledger: `change <= ${SUMMED_UP}`,
  llm_calls: `change <= ${SUMMED_UP} AND coalesce(expired_change, 0) <= ${SUMMED_UP}`,
  usage_document_days: LEDGERS.map((table) => `NOT EXISTS (SELECT 1 FROM ${table} WHERE tenant_id = $1)`).join(' AND '),
};

/** Empties the tables of a tenant that has ended. */
@Injectable()
export class EmptyingRepository {
  private plan: Promise<{ readonly order: readonly string[]; readonly own: ReadonlySet<string> }> | null = null;

  constructor(
    private readonly system: SystemDatabase,
    private readonly database: TenantDatabase,
  ) {}

  /** Tables in the order in which they are emptied. */
  async order(): Promise<readonly string[]> {
    return (await this.planned()).order;
  }

  /** Whether lines of the running tenant are there that have not been summed up yet. */
  async isSummingUp(): Promise<boolean> {
    for (const table of LEDGERS)
      if (
        (await this.system.one(`SELECT 1 FROM ${table} WHERE tenant_id = $1 LIMIT 1`, [tenantContext().tenantId])) !==
        null
      )
        return true;
    return false;
  }

  /**
   * Removes some rows of the running tenant, and notes it by `note` in the same transaction. Answers how many. Lines of ledgers that have
   * not been summed up stay.
   */
  async removeSome(
    table: string,
    limit: number,
    note: (tx: Transaction, count: number) => Promise<void>,
  ): Promise<number> {
    const { own } = await this.planned();
    const remove = async (tx: Transaction): Promise<number> => {
      const { count } = await tx.query(
        `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE tenant_id = $1 AND ${ONLY[table] ?? 'true'} LIMIT $2)) AND tenant_id = $1`,
        [tenantContext().tenantId, limit],
      );
      if (count > 0) await note(tx, count);
      return count;
    };
    // What the application only ever adds to, the system role takes away, and of tenants that have ended only.
    return own.has(table) ? this.database.transaction(remove) : this.system.transaction(remove);
  }

  /** Of what is kept: who it was about, and what people wrote. */
  async blank(): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query(
        `UPDATE erasures SET subject = NULL, pending = '{}', state = CASE WHEN state IN ('queued', 'running') THEN 'failed' ELSE state END
          WHERE subject IS NOT NULL OR state IN ('queued', 'running')`,
      );
      await tx.query(
        `UPDATE subject_exports SET subject = NULL, document_ids = '{}', file_removed_at = clock_timestamp(),
                state = CASE WHEN state IN ('queued', 'running', 'succeeded') THEN 'withdrawn' ELSE state END
          WHERE subject IS NOT NULL OR state IN ('queued', 'running', 'succeeded') OR (sha256 IS NOT NULL AND file_removed_at IS NULL)`,
      );
      await tx.query(
        `UPDATE legal_holds SET subject = NULL, reason = '', metadata = CASE WHEN metadata IS NULL THEN NULL ELSE '{}'::jsonb END
          WHERE reason <> ''`,
      );
    });
  }

  private planned(): NonNullable<typeof this.plan> {
    this.plan ??= this.readPlan();
    return this.plan;
  }

  private async readPlan() {
    const { rows: references } = await this.system.query<Reference>(
      `SELECT DISTINCT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to" FROM pg_constraint WHERE contype = 'f'`,
    );
    const { rows: own } = await this.system.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity
          AND has_table_privilege('dossier_app', c.oid, 'DELETE')`,
    );
    return { order: emptyingOrder(references), own: new Set(own.map(({ name }) => name)) };
  }
}
