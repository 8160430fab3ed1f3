import { SystemDatabase, TenantDatabase } from '@app/database';
import type { CallDraft, CallResult, CallSubject, OnExhausted } from '@app/llm';
import { newUuid } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { BudgetWarnings } from './budget-warnings.js';

export interface NewCall extends CallDraft {
  readonly id: string;
  readonly userId: string | null;
  /** Seconds after which a call that was not closed counts as spent. */
  readonly lifeSeconds: number;
}

export interface ClosedCall extends CallResult {
  readonly id: string;
}

export interface CacheHit extends CallSubject {
  readonly userId: string | null;
  readonly model: string;
  readonly promptHash: string;
  readonly saved: number;
}

/** A budget whose soft limit has just been passed. */
export interface PassedLimit {
  readonly budget: string;
  readonly subject: string;
}

/** The ledger of calls to models, of the tenant in the running context. */
@Injectable()
export class CallsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
    private readonly warnings: BudgetWarnings,
  ) {}

  /** Reserves and enters calls. Answers for each null where it may be made, else what the budget that refuses it wants. */
  async open(calls: readonly NewCall[]): Promise<readonly (OnExhausted | null)[]> {
    const rows = calls.map(({ estimate, ...call }) => ({ ...call, ...estimate }));
    const { rows: answers } = await this.database.query<{ refused: OnExhausted | null }>(
      'SELECT refused FROM open_llm_calls($1::jsonb)',
      [JSON.stringify(rows)],
    );
    return answers.map(({ refused }) => refused);
  }

  /** Settles calls. Answers the budgets whose soft limit was passed by them. */
  async close(calls: readonly ClosedCall[]): Promise<readonly PassedLimit[]> {
    const rows = calls.map(({ usage, latencyMs, ...call }) => ({
      ...call,
      tokensIn: usage.input,
      tokensCached: usage.cachedInput,
      tokensOut: usage.output,
      latencyMs: Math.round(latencyMs),
    }));
    return this.warned('close_llm_calls($1::jsonb)', [JSON.stringify(rows)]);
  }

  /** Answers the budgets whose soft limit was passed by calls that were never closed. */
  async warnOfLost(): Promise<readonly PassedLimit[]> {
    return this.warned('warn_of_lost_llm_calls()', []);
  }

  async noteCacheHits(hits: readonly CacheHit[]): Promise<void> {
    const { tenantId } = tenantContext();
    const rows = hits.map((hit) => ({ ...hit, id: newUuid(), provider: hit.model.slice(0, hit.model.indexOf('/')) }));
    await this.database.query(
      `INSERT INTO llm_calls (tenant_id, id, state, purpose, document_id, user_id, provider, model, attempt, prompt_hash, outcome,
                              saved_cost, expires_at)
       SELECT $1, h.id, 'closed', h.purpose, h."documentId", COALESCE(h."userId", d.created_by), h.provider, h.model, 0,
              h."promptHash", 'cache-hit', h.saved, now()
         FROM jsonb_to_recordset($2::jsonb) AS h(id uuid, purpose text, "documentId" uuid, "userId" uuid, provider text,
                                                 model text, "promptHash" text, saved bigint)
         LEFT JOIN documents d ON d.id = h."documentId"`,
      [tenantId, JSON.stringify(rows)],
    );
  }

  /** Tenants with calls that were never closed and whose time is over. */
  async tenantsWithLost(): Promise<readonly string[]> {
    const { rows } = await this.system.query<{ id: string }>(
      `SELECT DISTINCT tenant_id AS id FROM llm_calls WHERE state = 'open' AND expires_at < now()`,
    );
    return rows.map(({ id }) => id);
  }

  /** Enters what was never closed as spent, of all tenants. Answers how many calls that were. */
  async expire(): Promise<number> {
    const row = await this.system.one<{ expired: number }>('SELECT expire_llm_calls() AS expired');
    return row?.expired ?? 0;
  }

  /** Marks what was passed and tells of it in one transaction. */
  private warned(source: string, values: readonly string[]): Promise<readonly PassedLimit[]> {
    return this.database.transaction(async (tx) => {
      const passed = await tx.query<PassedLimit>(`SELECT budget, subject FROM ${source}`, [...values]);
      if (passed.count > 0) await this.warnings.append(tx);
      return passed.rows;
    });
  }
}
