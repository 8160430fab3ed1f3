import type { Transaction } from '@app/database';
import { newUuid } from '@app/kernel';
import { Injectable } from '@nestjs/common';

export interface RefreshTokenOwner {
  readonly tenantId: string;
  readonly userId: string;
}

/** A token and the family of all that came out of the same sign-in. */
export interface FoundRefreshToken extends RefreshTokenOwner {
  readonly familyId: string;
}

/** Rows of refresh tokens, of which only hashes are kept. By the system role, because a token names no tenant. */
@Injectable()
export class RefreshTokensRepository {
  /**
   * The token with this hash, used or not. Its family stays locked until the transaction ends: a revocation must not
   * miss the successor that a refresh is about to write.
   */
  async findAndLockFamily(tx: Transaction, hash: Buffer): Promise<FoundRefreshToken | null> {
    const found = await tx.one<FoundRefreshToken>(
      `SELECT tenant_id AS "tenantId", user_id AS "userId", family_id AS "familyId"
         FROM refresh_tokens WHERE token_hash = $1`,
      [hash],
    );
    if (found) await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [found.familyId]);
    return found;
  }

  /** Uses a token up; true for exactly one of any number of callers. */
  async use(tx: Transaction, hash: Buffer, now: Date): Promise<boolean> {
    const { count } = await tx.query(
      `UPDATE refresh_tokens SET used_at = $2
        WHERE token_hash = $1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > $2`,
      [hash, now],
    );
    return count === 1;
  }

  /** Writes a token, in a new family where none is given. Expired ones of the same user go at the same time. */
  async insert(
    tx: Transaction,
    owner: RefreshTokenOwner,
    hash: Buffer,
    { now, expiresAt, familyId }: { now: Date; expiresAt: Date; familyId?: string },
  ): Promise<void> {
    const { tenantId, userId } = owner;
    await tx.query('DELETE FROM refresh_tokens WHERE tenant_id = $1 AND user_id = $2 AND expires_at < $3', [
      tenantId,
      userId,
      now,
    ]);
    await tx.query(
      `INSERT INTO refresh_tokens (tenant_id, id, user_id, family_id, token_hash, expires_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [tenantId, newUuid(), userId, familyId ?? newUuid(), hash, expiresAt, now],
    );
  }

  async revokeFamily(tx: Transaction, { tenantId, familyId }: FoundRefreshToken, now: Date): Promise<void> {
    await tx.query(
      'UPDATE refresh_tokens SET revoked_at = $3 WHERE tenant_id = $1 AND family_id = $2 AND revoked_at IS NULL',
      [tenantId, familyId, now],
    );
  }

  /** Ends all sessions of a user of the running tenant. */
  async revokeUser(tx: Transaction, userId: string): Promise<void> {
    await tx.query('UPDATE refresh_tokens SET revoked_at = now() WHERE user_id = $1 AND revoked_at IS NULL', [userId]);
  }
}
