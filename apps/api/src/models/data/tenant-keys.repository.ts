import { TenantDatabase } from '@app/database';
import { Injectable } from '@nestjs/common';
import { tenantContext } from '@app/tenancy';
import { newUuid, notFound } from '@app/kernel';

export interface StoredKey {
  readonly id: string;
  readonly provider: string;
  readonly keyId: string;
  /** Encrypted. */
  readonly secret: string;
  readonly createdAt: Date;
}

/** Provider keys that a tenant brought, encrypted. */
@Injectable()
export class TenantKeysRepository {
  constructor(private readonly database: TenantDatabase) {}

  async list(): Promise<StoredKey[]> {
    return (
      await this.database.query<StoredKey>(
        'SELECT id, provider, key_id AS "keyId", secret, created_at AS "createdAt" FROM tenant_model_keys ORDER BY created_at, id',
      )
    ).rows;
  }

  /** Stores a key; one that is there already is written anew. */
  async put(key: Pick<StoredKey, 'provider' | 'keyId' | 'secret'>): Promise<StoredKey> {
    const row = await this.database.one<StoredKey>(
      `INSERT INTO tenant_model_keys (tenant_id, id, provider, key_id, secret) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (tenant_id, provider, key_id) DO UPDATE SET secret = excluded.secret
       RETURNING id, provider, key_id AS "keyId", secret, created_at AS "createdAt"`,
      [tenantContext().tenantId, newUuid(), key.provider, key.keyId, key.secret],
    );
    if (row === null) throw notFound();
    return row;
  }

  async remove(id: string): Promise<void> {
    const { count } = await this.database.query('DELETE FROM tenant_model_keys WHERE id = $1', [id]);
    if (count === 0) throw notFound();
  }
}
