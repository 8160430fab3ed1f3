import { TenantDatabase } from '@app/database';
import { newUuid } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';

export interface StoredKey {
  readonly provider: string;
  /** Fingerprint. */
  readonly keyId: string;
  /** Encrypted. */
  readonly secret: string;
  readonly createdAt: Date;
}

export type NewKey = Pick<StoredKey, 'keyId' | 'secret'>;

/** Sets these locks apart from those of other rooms. */
const LOCK = 46;

/** Provider keys that a tenant brought, encrypted. */
@Injectable()
export class TenantKeysRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** By provider, oldest first. */
  async list(): Promise<StoredKey[]> {
    const { rows } = await this.database.query<StoredKey>(
      `SELECT provider, key_id AS "keyId", secret, created_at AS "createdAt" FROM tenant_model_keys
        ORDER BY provider, created_at, id`,
    );
    return rows;
  }

  /** Makes these the keys for a provider. One that was there stays as old as it is. */
  async replace(provider: string, keys: readonly NewKey[]): Promise<void> {
    const { tenantId } = tenantContext();
    await this.database.transaction(async (tx) => {
      // Two at once would leave the keys of both.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, $2))', [tenantId, LOCK]);
      await tx.query('DELETE FROM tenant_model_keys WHERE provider = $1 AND NOT (key_id = ANY($2::text[]))', [
        provider,
        keys.map(({ keyId }) => keyId),
      ]);
      for (const { keyId, secret } of keys)
        await tx.query(
          `INSERT INTO tenant_model_keys (tenant_id, id, provider, key_id, secret) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (tenant_id, provider, key_id) DO UPDATE SET secret = excluded.secret`,
          [tenantId, newUuid(), provider, keyId, secret],
        );
    });
  }

  /** Answers how many there were. */
  async remove(provider: string): Promise<number> {
    return (await this.database.query('DELETE FROM tenant_model_keys WHERE provider = $1', [provider])).count;
  }
}
