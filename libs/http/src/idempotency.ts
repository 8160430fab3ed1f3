import { createHash } from 'node:crypto';
import { SystemDatabase, TenantDatabase, type Transaction } from '@app/database';
import { ClassifiedColumns, DataKeys } from '@app/encryption';
import { AppError, canonicalJson } from '@app/kernel';
import { Injectable } from '@nestjs/common';

/** A twin that still runs after this time belongs to a process that died. */
const LEASE_SECONDS = 90;
/** Stored answers live for a day. */
const LIFE_HOURS = 24;
const FINGERPRINT = 'idempotency_keys.fingerprint';

export interface StoredAnswer {
  readonly status: number;
  /** Those that say where the thing is and when to come back. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

interface KeyRow {
  readonly fingerprint: string;
  readonly state: 'running' | 'done';
  readonly expired: boolean;
  readonly response_status: number | null;
  readonly response_headers: Readonly<Record<string, string>>;
  readonly response_body: unknown;
  readonly resource_id: string | null;
}

export type Admission =
  | { readonly kind: 'first' }
  | { readonly kind: 'replay'; readonly answer: StoredAnswer }
  /** The work was committed, but its answer was never stored: the process died in between. */
  | { readonly kind: 'committed'; readonly resourceId: string };

/** Public ids: a prefix and a uuid without hyphens. */
const PUBLIC_ID = /\b[a-z]+_[0-9a-f]{32}\b/g;

export const fingerprintOf = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');

/** `Idempotency-Key`: one effect for one key, a tenant and a route, however often and however at once it is sent. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
    private readonly classified: ClassifiedColumns,
    private readonly keys: DataKeys,
  ) {}

  /** Takes the key, or tells what became of its first use. Throws for another body (422) and for a twin that still runs (409). */
  async admit(route: string, key: string, hash: string): Promise<Admission> {
    // Of a short body, such as the name of a person, everybody could find the hash by trying.
    const fingerprint = (await this.keys.own()).blind(FINGERPRINT, hash).toString('hex');
    return this.database.transaction(async (tx) => {
      const { count } = await tx.query(
        `INSERT INTO idempotency_keys (tenant_id, route, key, fingerprint, state, lease_until)
         VALUES (current_setting('app.tenant_id')::uuid, $1, $2, $3, 'running', now() + make_interval(secs => $4))
         ON CONFLICT (tenant_id, route, key) DO UPDATE
           SET fingerprint = excluded.fingerprint, state = 'running', lease_until = excluded.lease_until,
               response_status = NULL, response_headers = '{}', response_body = NULL, named = '{}', resource_id = NULL, created_at = now()
           WHERE idempotency_keys.created_at < now() - make_interval(hours => $5)
              OR (idempotency_keys.state = 'running' AND idempotency_keys.lease_until < now()
                  AND idempotency_keys.resource_id IS NULL AND idempotency_keys.fingerprint = excluded.fingerprint)`,
        [route, key, fingerprint, LEASE_SECONDS, LIFE_HOURS],
      );
      if (count === 1) return { kind: 'first' } as const;
      return this.known(tx, route, key, fingerprint);
    });
  }

  private async known(tx: Transaction, route: string, key: string, fingerprint: string): Promise<Admission> {
    const row = await tx.one<KeyRow>(
      `SELECT fingerprint, state, lease_until < now() AS expired, response_status, response_headers, response_body, resource_id
         FROM idempotency_keys WHERE route = $1 AND key = $2`,
      [route, key],
    );
    if (!row || row.fingerprint !== fingerprint)
      throw new AppError('idempotency_key_reused', 'unprocessable', {
        detail: 'This Idempotency-Key was used with another request.',
      });
    if (row.state === 'done') return { kind: 'replay', answer: await this.answerOf(row, route, key) };
    if (row.resource_id !== null) return { kind: 'committed', resourceId: row.resource_id };
    throw new AppError('idempotency_conflict', 'conflict', {
      detail: 'The first request with this Idempotency-Key is still running.',
      retryAfterSeconds: 1,
    });
  }

  /** Notes, in the transaction of the work itself, what the key has made. A death after it can no longer double it. */
  async bind(tx: Transaction, route: string, key: string, resourceId: string): Promise<void> {
    await tx.query('UPDATE idempotency_keys SET resource_id = $3 WHERE route = $1 AND key = $2', [
      route,
      key,
      resourceId,
    ]);
  }

  async store(route: string, key: string, answer: StoredAnswer): Promise<void> {
    const body = answer.body ?? null;
    const seals = await this.classified.of('idempotency_keys');
    await this.database.query(
      `UPDATE idempotency_keys SET state = 'done', response_status = $3, response_headers = $4::jsonb, response_body = $5::jsonb,
              named = $6
        WHERE route = $1 AND key = $2`,
      [
        route,
        key,
        answer.status,
        JSON.stringify(answer.headers ?? {}),
        seals.json('response_body', [route, key], body),
        [...new Set(JSON.stringify(body).match(PUBLIC_ID))],
      ],
    );
  }

  private async answerOf(row: KeyRow, route: string, key: string): Promise<StoredAnswer> {
    const seals = await this.classified.of('idempotency_keys');
    return {
      status: row.response_status ?? 200,
      headers: row.response_headers,
      body: seals.openJson('response_body', [route, key], row.response_body),
    };
  }

  /** After a failure the key is free again. */
  async release(route: string, key: string): Promise<void> {
    await this.database.query(
      `DELETE FROM idempotency_keys WHERE route = $1 AND key = $2 AND state = 'running' AND resource_id IS NULL`,
      [route, key],
    );
  }

  /** Removes keys whose day is over, of all tenants. Answers how many. */
  async sweep(): Promise<number> {
    const { count } = await this.system.query(
      'DELETE FROM idempotency_keys WHERE created_at < now() - make_interval(hours => $1)',
      [LIFE_HOURS],
    );
    return count;
  }
}
