import { hash } from 'node:crypto';
import { Clock } from '@app/kernel';
import { Log } from '@app/observability';
import type { TenantContext } from '@app/tenancy';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { type AuthConfig, authConfig } from './auth.config.js';
import { invalidToken, tokenExpired } from './auth.errors.js';
import { ApiKeysRepository } from './data/api-keys.repository.js';
import { UsersRepository } from './data/users.repository.js';
import type { AccessClaims } from './domain/claims.js';
import { matchesHash, parseApiKey } from './domain/secret-tokens.js';

interface Verified {
  readonly context: TenantContext;
  /** Milliseconds since 1970; infinite for a key that does not expire. */
  readonly expiresAt: number;
}

/** Older marks of use than this are renewed. */
const MARK_AFTER_MS = 60_000;

/** A hash that no secret has been found for: an unknown key costs the same comparison as a known one. */
const NO_HASH = new Uint8Array(32);

/**
 * Turns verified claims and API keys into the context of a request. What was verified is believed for a few seconds,
 * because a signature check and a look into the database for every request would cost more than most requests;
 * a disabled user, a suspended tenant and a revoked key are refused within that time, in this process at once.
 */
@Injectable()
export class Authenticator {
  private readonly verified: LRUCache<string, Verified>;

  constructor(
    private readonly users: UsersRepository,
    private readonly keys: ApiKeysRepository,
    private readonly clock: Clock,
    private readonly log: Log,
    @Inject(authConfig.token) config: AuthConfig,
  ) {
    this.verified = new LRUCache({ max: 20_000, ttl: config.verifiedCacheMs });
  }

  /** The context of a token that was verified a moment ago. Tokens are remembered by their hash only. */
  remembered(token: string): TenantContext | null {
    const known = this.verified.get(digestOf(token));
    if (!known) return null;
    if (known.expiresAt <= this.clock.now()) throw tokenExpired();
    return known.context;
  }

  /** Forgets what was verified, after a change that takes rights away. */
  forget(): void {
    this.verified.clear();
  }

  /** The context behind an access token whose signature was verified. Role and state are those of now, not of its making. */
  async byClaims(token: string, claims: AccessClaims): Promise<TenantContext> {
    const user = await this.users.findActive(claims.tenantId, claims.userId);
    if (!user) throw invalidToken();
    return this.remember(token, claims.expiresAt, {
      tenantId: user.tenantId,
      userId: user.id,
      actor: 'user',
      role: user.role,
      scopes: null,
      platformAdmin: user.platformAdmin,
      region: user.region,
    });
  }

  /** The context behind an API key. */
  async byApiKey(token: string): Promise<TenantContext> {
    const parts = parseApiKey(token);
    if (!parts) throw invalidToken();
    const key = await this.keys.findPresented(parts.publicId);
    if (!matchesHash(parts.secret, key?.secretHash ?? NO_HASH) || !key) throw invalidToken();
    const now = this.clock.now();
    const expiresAt = key.expiresAt?.getTime() ?? Infinity;
    if (expiresAt <= now) throw tokenExpired();
    if (now - (key.lastUsedAt?.getTime() ?? 0) > MARK_AFTER_MS)
      this.keys.markUsed(key).catch((error: unknown) => this.log.warn('auth.key_not_marked', { err: error }));
    return this.remember(token, expiresAt, {
      tenantId: key.tenantId,
      userId: key.createdBy,
      actor: 'api-key',
      apiKeyId: key.id,
      role: key.role,
      scopes: key.scopes,
      platformAdmin: false,
      region: key.region,
    });
  }

  private remember(token: string, expiresAt: number, context: TenantContext): TenantContext {
    this.verified.set(digestOf(token), { context, expiresAt });
    return context;
  }
}

const digestOf = (token: string): string => hash('sha256', token, 'base64');
