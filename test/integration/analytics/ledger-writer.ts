import { newUuid } from '@app/kernel';
import type pg from 'pg';

/** A line about a piece of work, in small numbers that stand for the real things. */
export interface WorkLine {
  readonly tenant: string;
  readonly daysAgo: number;
  readonly document: string | null;
  readonly user: string | null;
  readonly purpose: string;
  readonly type: string | null;
  readonly engine: string;
  readonly model: string | null;
  readonly pages: number;
  readonly ms: number;
  readonly fill: number | null;
  readonly reused: boolean;
}

export interface CallLine extends Pick<WorkLine, 'tenant' | 'daysAgo' | 'user'> {
  readonly purpose: string;
  readonly provider: string;
  readonly type: string | null;
  readonly attempt: number;
  readonly reserved: number;
}

export interface CallEnd {
  readonly outcome: string;
  readonly tokens: number;
  readonly cost: number;
  readonly ms: number;
}

const AT = `(date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC') - make_interval(days => $3) + interval '1 second'`;

export async function writeWork(client: pg.Client, line: WorkLine): Promise<void> {
  await client.query(
    `INSERT INTO usage_ledger (tenant_id, id, created_at, document_id, user_id, purpose, document_type, engine, model, pages,
                               duration_ms, fill_permille, cache_hit)
     VALUES ($1, $2, ${AT}, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      line.tenant,
      newUuid(),
      line.daysAgo,
      line.document,
      line.user,
      line.purpose,
      line.type,
      line.engine,
      line.model,
      line.pages,
      line.ms,
      line.fill,
      line.reused,
    ],
  );
}

/** Enters a call that is not over yet. Answers its id. */
export async function openCall(client: pg.Client, line: CallLine): Promise<string> {
  const id = newUuid();
  await client.query(
    `INSERT INTO llm_calls (tenant_id, id, created_at, state, purpose, user_id, provider, model, document_type, attempt, prompt_hash,
                            reserved_cost, expires_at)
     VALUES ($1, $2, ${AT}, 'open', $4, $5, $6, $6 || '/m', $7, $8, 'h', $9, 'tomorrow')`,
    [line.tenant, id, line.daysAgo, line.purpose, line.user, line.provider, line.type, line.attempt, line.reserved],
  );
  return id;
}

export async function noteHit(client: pg.Client, line: CallLine): Promise<void> {
  await client.query(
    `INSERT INTO llm_calls (tenant_id, id, created_at, state, purpose, user_id, provider, model, document_type, attempt, prompt_hash,
                            saved_cost, outcome, expires_at)
     VALUES ($1, $2, ${AT}, 'closed', $4, $5, $6, $6 || '/m', $7, 0, 'h', $8, 'cache-hit', 'now')`,
    [line.tenant, newUuid(), line.daysAgo, line.purpose, line.user, line.provider, line.type, line.reserved],
  );
}

/** As the models room does it. */
export async function closeCall(client: pg.Client, id: string, { outcome, tokens, cost, ms }: CallEnd): Promise<void> {
  const tokensCached = Math.floor(tokens / 2);
  const call = { id, outcome, tokensIn: tokens, tokensCached, tokensOut: tokens, cost, latencyMs: ms };
  await client.query('SELECT * FROM close_llm_calls($1::jsonb)', [JSON.stringify([call])]);
}

export async function expireCall(client: pg.Client, id: string): Promise<void> {
  await client.query(`UPDATE llm_calls SET expires_at = 'yesterday' WHERE id = $1 AND state = 'open'`, [id]);
  await client.query('SELECT expire_llm_calls()');
}
