import type { Transaction } from '@app/database';
import { Clock, sleep } from '@app/kernel';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { type AuthConfig, authConfig } from './auth.config.js';
import { invalidCredentials, invalidRefreshToken } from './auth.errors.js';
import { type RefreshTokenOwner, RefreshTokensRepository } from './data/refresh-tokens.repository.js';
import { type Candidate, type User, UsersRepository } from './data/users.repository.js';
import { normalizedEmail } from './domain/input-rules.js';
import { afterFailure, isLocked, type LockoutRule, NO_FAILURES } from './domain/lockout.js';
import { hashOf, newSecret, REFRESH_TOKEN } from './domain/secret-tokens.js';
import { PasswordHasher } from './password-hasher.js';
import { SignInWatch } from './sign-in-watch.js';
import { AccessTokens } from './tokens/access-tokens.js';

const DAY_MS = 86_400_000;

/** Accounts with one address that a sign-in without a tenant looks at; each costs one password check. */
const MAX_CANDIDATES = 5;

/**
 * Refusals are answered at whole multiples of this time, so that neither the write of a failed attempt nor the number
 * of accounts with an address shows in how long they take.
 */
const REFUSAL_STEP_MS = 100;

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Seconds. */
  readonly expiresIn: number;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Slug of the tenant, for people who have the same password in several. */
  readonly tenant?: string;
}

/** Signing in and staying signed in. */
@Injectable()
export class SignInService {
  private readonly rule: LockoutRule;
  private readonly refreshMs: number;

  @Optional()
  @Inject(SignInWatch)
  private readonly watch?: SignInWatch;

  constructor(
    private readonly users: UsersRepository,
    private readonly refreshTokens: RefreshTokensRepository,
    private readonly hasher: PasswordHasher,
    private readonly accessTokens: AccessTokens,
    private readonly clock: Clock,
    @Inject(authConfig.token) config: AuthConfig,
  ) {
    this.rule = { attempts: config.lockAttempts, windowMs: config.lockMinutes * 60_000 };
    this.refreshMs = config.refreshTokenDays * DAY_MS;
  }

  /** Throws one and the same error, after about the same time, for everything that can be wrong. */
  async signIn({ email, password, tenant }: Credentials): Promise<TokenPair> {
    const begin = performance.now();
    const candidates = await this.users.findCandidates(normalizedEmail(email), tenant ?? null, MAX_CANDIDATES);
    const user = await this.matching(candidates, password);
    const pair = user ? await this.open(user) : await this.countFailure(candidates);
    if (pair) return pair;
    await sleep(REFUSAL_STEP_MS - ((performance.now() - begin) % REFUSAL_STEP_MS));
    throw invalidCredentials();
  }

  /** A new pair for a refresh token that was not used before. One that was ends the whole family, the new pair included. */
  async refresh(token: string): Promise<TokenPair> {
    const hash = REFRESH_TOKEN.test(token) ? hashOf(token) : null;
    const pair = hash && (await this.users.asSystem((tx) => this.exchange(tx, hash)));
    if (!pair) throw invalidRefreshToken();
    return pair;
  }

  /** Ends the family of a refresh token. Says nothing about whether there was one. */
  async signOut(token: string): Promise<void> {
    if (!REFRESH_TOKEN.test(token)) return;
    await this.users.asSystem(async (tx) => {
      const found = await this.refreshTokens.findAndLockFamily(tx, hashOf(token));
      if (!found) return;
      await this.refreshTokens.revokeFamily(tx, found, this.clock.date());
      await this.note(tx, found, true);
    });
  }

  /** The first account whose password this is. All are checked, so that the time does not tell which one it was. */
  private async matching(candidates: readonly Candidate[], password: string): Promise<Candidate | null> {
    let match: Candidate | null = null;
    for (const candidate of candidates) {
      const right = await this.hasher.matches(password, candidate.passwordHash);
      if (right && candidate.status === 'active') match ??= candidate;
    }
    if (candidates.length === 0) await this.hasher.matches(password, null);
    return match;
  }

  /**
   * The order in which attempts are recorded decides: a right password that is recorded after the last wrong one that
   * an account allows opens nothing, however many are checked at the same time.
   */
  private open(user: User): Promise<TokenPair | null> {
    return this.users.asSystem(async (tx) => {
      const now = this.clock.now();
      const before = await this.users.updateAttempts(
        user,
        (state) => (isLocked(state, this.rule, now) || state.failedAttempts === 0 ? state : NO_FAILURES),
        tx,
      );
      const locked = isLocked(before, this.rule, now);
      await this.note(tx, { tenantId: user.tenantId, userId: user.id }, !locked);
      return locked ? null : this.issue(tx, user);
    });
  }

  private async countFailure(candidates: readonly Candidate[]): Promise<null> {
    const now = this.clock.now();
    for (const user of candidates)
      await this.users.asSystem(async (tx) => {
        await this.users.updateAttempts(user, (state) => afterFailure(state, this.rule, now), tx);
        await this.note(tx, { tenantId: user.tenantId, userId: user.id }, false);
      });
    return null;
  }

  private async exchange(tx: Transaction, hash: Buffer): Promise<TokenPair | null> {
    const found = await this.refreshTokens.findAndLockFamily(tx, hash);
    if (!found) return null;
    const now = this.clock.date();
    const user = (await this.refreshTokens.use(tx, hash, now))
      ? await this.users.findActive(found.tenantId, found.userId, tx)
      : null;
    await this.note(tx, found, user !== null);
    if (user) return this.issue(tx, user, found.familyId);
    await this.refreshTokens.revokeFamily(tx, found, now);
    return null;
  }

  private async note(tx: Transaction, { tenantId, userId }: RefreshTokenOwner, succeeded: boolean): Promise<void> {
    await this.watch?.noted(tx, { tenantId, userId, succeeded });
  }

  private async issue(tx: Transaction, user: User, familyId?: string): Promise<TokenPair> {
    const refreshToken = newSecret();
    const now = this.clock.date();
    const expiresAt = new Date(now.getTime() + this.refreshMs);
    const owner = { tenantId: user.tenantId, userId: user.id };
    await this.refreshTokens.insert(tx, owner, hashOf(refreshToken), { now, expiresAt, familyId });
    return { accessToken: await this.accessTokens.sign(user), refreshToken, expiresIn: this.accessTokens.lifeSeconds };
  }
}
