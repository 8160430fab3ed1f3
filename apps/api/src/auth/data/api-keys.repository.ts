import { SystemDatabase, TenantDatabase } from '@app/database';
import { AppError, newUuid } from '@app/kernel';
import type { Role } from '@app/tenancy';
import { Injectable } from '@nestjs/common';

export interface ApiKey {
  readonly id: string;
  readonly publicId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly role: Role;
  readonly createdBy: string | null;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly createdAt: Date;
}

/** A key as authentication sees one. */
export interface PresentedKey extends ApiKey {
  readonly tenantId: string;
  readonly region: string;
  readonly secretHash: Buffer;
}

export interface NewApiKey {
  readonly tenantId: string;
  readonly publicId: string;
  readonly secretHash: Buffer;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly role: Role;
  readonly createdBy: string | null;
  readonly expiresAt: Date | null;
}

const SELECTED = `k.id, k.public_id AS "publicId", k.name, k.scopes, k.role, k.created_by AS "createdBy",
  k.expires_at AS "expiresAt", k.last_used_at AS "lastUsedAt", k.created_at AS "createdAt"`;

/** Rows of API keys, of whose secrets only hashes are kept. */
@Injectable()
export class ApiKeysRepository {
  constructor(
    private readonly own: TenantDatabase,
    private readonly system: SystemDatabase,
  ) {}

  /** Keys of the running tenant that were not revoked. */
  async list(after: string | null, limit: number): Promise<ApiKey[]> {
    const { rows } = await this.own.query<ApiKey>(
      `SELECT ${SELECTED} FROM api_keys k
        WHERE k.revoked_at IS NULL AND ($1::uuid IS NULL OR k.id > $1::uuid) ORDER BY k.id LIMIT $2`,
      [after, limit],
    );
    return rows;
  }

  async insert(key: NewApiKey): Promise<ApiKey> {
    const row = await this.own.one<ApiKey>(
      `INSERT INTO api_keys AS k (tenant_id, id, public_id, secret_hash, name, scopes, role, created_by, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING ${SELECTED}`,
      [
        key.tenantId,
        newUuid(),
        key.publicId,
        key.secretHash,
        key.name,
        key.scopes,
        key.role,
        key.createdBy,
        key.expiresAt,
      ],
    );
    if (!row) throw new AppError('api_key_not_written', 'bug');
    return row;
  }

  /** Revokes a key of the running tenant; false where there is no such key, or no longer. */
  async revoke(id: string): Promise<boolean> {
    const { count } = await this.own.query(
      'UPDATE api_keys SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL',
      [id],
    );
    return count === 1;
  }

  /** A key of an active tenant that was not revoked, by the part of it that is no secret. */
  async findPresented(publicId: string): Promise<PresentedKey | null> {
    return this.system.one<PresentedKey>(
      `SELECT ${SELECTED}, k.tenant_id AS "tenantId", t.region, k.secret_hash AS "secretHash"
         FROM api_keys k JOIN tenants t ON t.id = k.tenant_id
        WHERE k.public_id = $1 AND k.revoked_at IS NULL AND t.status = 'active'`,
      [publicId],
    );
  }

  /** Notes that a key was used, once a minute at most however many instances ask. */
  async markUsed(key: { readonly tenantId: string; readonly id: string }): Promise<void> {
    await this.system.query(
      `UPDATE api_keys SET last_used_at = now()
        WHERE tenant_id = $1 AND id = $2 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
      [key.tenantId, key.id],
    );
  }
}
