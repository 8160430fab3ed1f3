import { type RuntimeConfig, runtimeConfig } from '@app/config';
import { servedTenants, SystemDatabase, TenantDatabase } from '@app/database';
import { ClassifiedColumns } from '@app/encryption';
import {
  type BatchDraft,
  batchBodySchema,
  BatchStore,
  type SentBatch,
  type SentRequest,
  type TakenBatch,
} from '@app/llm';
import { newUuid } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Inject, Injectable } from '@nestjs/common';

/** Requests of a tenant that wait for a model. */
export interface WaitingGroup {
  readonly tenantId: string;
  readonly provider: string;
  readonly model: string;
}

/** Batches that a provider did not take before its requests are no longer held back for one. */
const MAX_TRIES = 3;

const BATCH = `id, provider, model, key_id AS "keyId", remote_id AS "remoteId", created_at AS "createdAt"`;

/** Requests that wait for a batch, and batches under way. */
@Injectable()
export class BatchesRepository extends BatchStore {
  private readonly region: string | null;

  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
    private readonly classified: ClassifiedColumns,
    @Inject(runtimeConfig.token) { region }: Pick<RuntimeConfig, 'region'>,
  ) {
    super();
    this.region = region ?? null;
  }

  override async enter({ body, ...draft }: BatchDraft): Promise<boolean> {
    const { tenantId, userId } = tenantContext();
    const id = newUuid();
    const seals = await this.classified.of('llm_batch_requests');
    const row = await this.database.one<{ state: string }>(
      `INSERT INTO llm_batch_requests AS r (tenant_id, id, provider, model, purpose, document_id, user_id, prompt_hash, cache_id, body)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (tenant_id, cache_id) DO UPDATE SET cache_id = r.cache_id
       RETURNING state`,
      [
        tenantId,
        id,
        draft.provider,
        draft.model,
        draft.purpose,
        draft.documentId,
        userId,
        draft.promptHash,
        draft.cacheId,
        seals.json('body', id, body),
      ],
    );
    return row?.state !== 'ended';
  }

  override take(provider: string, model: string, most: number): Promise<TakenBatch | null> {
    const { tenantId } = tenantContext();
    const id = newUuid();
    return this.database.transaction(async (tx) => {
      const { rows } = await tx.query<Omit<TakenBatch['requests'][number], 'body'> & { body: unknown }>(
        `SELECT id, purpose, document_id AS "documentId", user_id AS "userId", prompt_hash AS "promptHash", body
           FROM llm_batch_requests WHERE state = 'waiting' AND provider = $1 AND model = $2
          ORDER BY created_at, id LIMIT $3 FOR UPDATE SKIP LOCKED`,
        [provider, model, most],
      );
      if (rows.length === 0) return null;
      await tx.query('INSERT INTO llm_batches (tenant_id, id, provider, model) VALUES ($1, $2, $3, $4)', [
        tenantId,
        id,
        provider,
        model,
      ]);
      await tx.query(
        `UPDATE llm_batch_requests SET state = 'sent', batch_id = $1, call_id = NULL, tries = tries + 1 WHERE id = ANY($2)`,
        [id, rows.map((row) => row.id)],
      );
      const seals = await this.classified.of('llm_batch_requests');
      const requests = rows.map((row) => ({
        ...row,
        body: batchBodySchema.parse(seals.openJson('body', row.id, row.body)),
      }));
      return { id, requests };
    });
  }

  override async noteCalls(batchId: string, calls: ReadonlyMap<string, string>): Promise<void> {
    await this.database.query(
      `UPDATE llm_batch_requests r
          SET call_id = c.call, state = CASE WHEN c.call IS NULL THEN 'ended' ELSE r.state END,
              body = CASE WHEN c.call IS NULL THEN NULL ELSE r.body END
         FROM llm_batch_requests o LEFT JOIN unnest($2::uuid[], $3::uuid[]) AS c(request, call) ON c.request = o.id
        WHERE o.batch_id = $1 AND r.tenant_id = o.tenant_id AND r.id = o.id`,
      [batchId, [...calls.keys()], [...calls.values()]],
    );
  }

  override async noteSent(
    batchId: string,
    { remoteId, keyId }: { remoteId: string; keyId: string | null },
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query('UPDATE llm_batches SET remote_id = $2, key_id = $3 WHERE id = $1', [batchId, remoteId, keyId]);
      await tx.query('UPDATE llm_batch_requests SET body = NULL WHERE batch_id = $1', [batchId]);
    });
  }

  override async giveBack(batchId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query(
        `UPDATE llm_batch_requests
            SET batch_id = NULL, call_id = NULL, state = CASE WHEN tries >= $2 OR body IS NULL THEN 'ended' ELSE 'waiting' END,
                body = CASE WHEN tries >= $2 THEN NULL ELSE body END
          WHERE batch_id = $1`,
        [batchId, MAX_TRIES],
      );
      await tx.query('DELETE FROM llm_batches WHERE id = $1', [batchId]);
    });
  }

  override async requestsOf(batchId: string): Promise<readonly SentRequest[]> {
    return (
      await this.database.query<SentRequest>(
        `SELECT id, purpose, cache_id AS "cacheId", call_id AS "callId" FROM llm_batch_requests
          WHERE batch_id = $1 AND state = 'sent' AND call_id IS NOT NULL`,
        [batchId],
      )
    ).rows;
  }

  override async end(batchId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query(`UPDATE llm_batch_requests SET state = 'ended', body = NULL WHERE batch_id = $1`, [batchId]);
      await tx.query('UPDATE llm_batches SET ended_at = now() WHERE id = $1', [batchId]);
    });
  }

  /** Of all tenants: what has waited so long, or is so much, that a batch is made of it. */
  async due(seconds: number, requests: number): Promise<WaitingGroup[]> {
    return (
      await this.system.query<WaitingGroup>(
        `SELECT tenant_id AS "tenantId", provider, model FROM llm_batch_requests WHERE state = 'waiting' AND ${servedTenants(3)}
          GROUP BY tenant_id, provider, model
         HAVING min(created_at) <= now() - make_interval(secs => $1) OR count(*) >= $2`,
        [seconds, requests, this.region],
      )
    ).rows;
  }

  /** Of all tenants: batches that are to be looked at now. Nobody else looks at them for so many seconds. */
  async claimDue(seconds: number): Promise<(SentBatch & { tenantId: string })[]> {
    return (
      await this.system.query<SentBatch & { tenantId: string }>(
        `UPDATE llm_batches b SET poll_at = now() + make_interval(secs => $1)
          WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM llm_batches
                                     WHERE ended_at IS NULL AND remote_id IS NOT NULL AND poll_at <= now() AND ${servedTenants(2)}
                                     ORDER BY poll_at LIMIT 100 FOR UPDATE SKIP LOCKED)
          RETURNING b.tenant_id AS "tenantId", ${BATCH}`,
        [seconds, this.region],
      )
    ).rows;
  }

  /** Of all tenants: batches whose process died before the provider had them, or had said so. */
  async abandoned(seconds: number): Promise<{ tenantId: string; id: string }[]> {
    return (
      await this.system.query<{ tenantId: string; id: string }>(
        `SELECT tenant_id AS "tenantId", id FROM llm_batches
          WHERE ended_at IS NULL AND remote_id IS NULL AND created_at < now() - make_interval(secs => $1)
            AND ${servedTenants(2)}`,
        [seconds, this.region],
      )
    ).rows;
  }

  /** Removes what ended so many days ago, of all tenants. */
  async purge(days: number): Promise<void> {
    const before = `now() - make_interval(days => $1)`;
    await this.system.query(`DELETE FROM llm_batch_requests WHERE state = 'ended' AND created_at < ${before}`, [days]);
    await this.system.query(
      `DELETE FROM llm_batches b WHERE ended_at < ${before}
          AND NOT EXISTS (SELECT 1 FROM llm_batch_requests r WHERE r.tenant_id = b.tenant_id AND r.batch_id = b.id)`,
      [days],
    );
  }
}
