import type { Transaction } from '@app/database';
import { notFound } from '@app/kernel';
import { type Role, type TenantContext, tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { TenantsService } from '../tenants/index.js';
import { lastAdmin, platformAdminProtected } from './auth.errors.js';
import { Authenticator } from './authenticator.js';
import { RefreshTokensRepository } from './data/refresh-tokens.repository.js';
import { type User, UsersRepository, type UserStatus } from './data/users.repository.js';
import { normalizedEmail } from './domain/input-rules.js';
import { PasswordHasher } from './password-hasher.js';

export { type User, USER_STATUSES, type UserStatus } from './data/users.repository.js';

export interface CreateUser {
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

export interface ChangeUser {
  readonly role?: Role;
  readonly status?: UserStatus;
  readonly password?: string;
}

export interface Identity {
  readonly caller: TenantContext;
  /** The person; of an API key, its maker, or null where that user is gone. */
  readonly user: User | null;
  readonly tenant: { readonly id: string; readonly name: string; readonly slug: string };
}

/** The people of a tenant. */
@Injectable()
export class UsersService {
  constructor(
    private readonly users: UsersRepository,
    private readonly refreshTokens: RefreshTokensRepository,
    private readonly hasher: PasswordHasher,
    private readonly authenticator: Authenticator,
    private readonly tenants: TenantsService,
  ) {}

  list(after: string | null, limit: number): Promise<User[]> {
    return this.users.list(after, limit);
  }

  async create({ email, password, role }: CreateUser): Promise<User> {
    const { tenantId } = tenantContext();
    const passwordHash = await this.hasher.hash(password);
    const user = { tenantId, email: normalizedEmail(email), passwordHash, role, platformAdmin: false };
    return this.users.asTenant((tx) => this.users.insert(tx, user));
  }

  /** Changes a user. A new password and the end of an account end all sessions. */
  async change(id: string, { role, status, password }: ChangeUser): Promise<User> {
    const passwordHash = password === undefined ? undefined : await this.hasher.hash(password);
    const changed = await this.users.asTenant(async (tx) => {
      const admins = await this.users.lockAdmins(tx);
      await this.require(tx, id);
      if ((role ?? 'admin') !== 'admin' || (status ?? 'active') !== 'active') keepAnAdmin(admins, id);
      if (passwordHash !== undefined || status === 'disabled') await this.refreshTokens.revokeUser(tx, id);
      return this.users.update(tx, id, { role, status, passwordHash });
    });
    this.authenticator.forget();
    return changed;
  }

  /** Removes a user with all sessions. API keys belong to the tenant and stay. */
  async remove(id: string): Promise<void> {
    await this.users.asTenant(async (tx) => {
      const admins = await this.users.lockAdmins(tx);
      await this.require(tx, id);
      keepAnAdmin(admins, id);
      await this.users.remove(tx, id);
    });
    this.authenticator.forget();
  }

  /** Who is calling. */
  async identity(): Promise<Identity> {
    const caller = tenantContext();
    const [user, tenant] = await Promise.all([
      caller.userId === null ? null : this.users.findActive(caller.tenantId, caller.userId),
      this.tenants.ownTenant(),
    ]);
    return { caller, user, tenant };
  }

  /**
   * A user of the tenant. Platform administrators are out of reach for everybody else: who could give one a new
   * password would have the platform.
   */
  private async require(tx: Transaction, id: string): Promise<User> {
    const user = await this.users.find(tx, id);
    if (!user) throw notFound();
    if (user.platformAdmin && !tenantContext().platformAdmin) throw platformAdminProtected();
    return user;
  }
}

/** Refuses to take away the last active administrator. */
function keepAnAdmin(admins: readonly string[], leaving: string): void {
  if (admins.length === 1 && admins[0] === leaving) throw lastAdmin();
}
