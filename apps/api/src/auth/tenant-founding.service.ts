import { type RuntimeConfig, runtimeConfig } from '@app/config';
import { AppError, NO_REGION } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { slugOf, type Tenant, TenantsService } from '../tenants/index.js';
import { type AuthConfig, authConfig } from './auth.config.js';
import { UsersRepository } from './data/users.repository.js';
import { isEmail, normalizedEmail } from './domain/input-rules.js';
import { newPassword } from './domain/secret-tokens.js';
import { PasswordHasher } from './password-hasher.js';

export interface FoundTenant {
  readonly name: string;
  readonly slug: string;
  readonly region?: string;
  readonly plan?: string;
  readonly admin: { readonly email: string; readonly password?: string };
}

export interface FoundedTenant {
  readonly tenant: Tenant;
  readonly admin: { readonly id: string; readonly email: string; readonly generatedPassword: string | null };
}

/** What the start of an empty service has made. The password is there only if it was made up, and only this once. */
export interface FirstTenant {
  readonly tenantName: string;
  readonly adminEmail: string;
  readonly generatedPassword: string | null;
}

/** Whoever starts a service for themselves is not held back by limits that keep tenants from each other. */
const FIRST_TENANT_SETTINGS = { rateLimits: { requestsPerMinute: 600_000, burst: 20_000 } };

/** Makes tenants together with their first administrator; in this room, because the administrator is a user. */
@Injectable()
export class TenantFounding {
  constructor(
    private readonly tenants: TenantsService,
    private readonly users: UsersRepository,
    private readonly hasher: PasswordHasher,
    @Inject(authConfig.token) private readonly config: AuthConfig,
    @Inject(runtimeConfig.token) private readonly runtime: Pick<RuntimeConfig, 'region'>,
  ) {}

  /** Of tenants for whom no other one is named. */
  private get homeRegion(): string {
    return this.runtime.region ?? NO_REGION;
  }

  /** A tenant for somebody else, by a platform administrator. */
  async foundTenant({ name, slug, region, plan, admin }: FoundTenant): Promise<FoundedTenant> {
    const password = admin.password ?? newPassword();
    const passwordHash = await this.hasher.hash(password);
    const email = normalizedEmail(admin.email);
    let adminId = '';
    const tenant = await this.tenants.createTenant(
      { name, slug, region: region ?? this.homeRegion, plan: plan ?? 'standard' },
      async (tx, tenantId) => {
        const user = { tenantId, email, passwordHash, role: 'admin', platformAdmin: false } as const;
        adminId = (await this.users.insert(tx, user)).id;
      },
    );
    const generatedPassword = admin.password === undefined ? password : null;
    return { tenant, admin: { id: adminId, email, generatedPassword } };
  }

  /**
   * Gives an empty database its first tenant, whose administrator is also the platform's. Null where there is a tenant
   * already. Of several processes that start at once, one makes it.
   */
  async ensureFirstTenant(): Promise<FirstTenant | null> {
    if (await this.tenants.anyTenant()) return null;
    const { firstTenantName: name, firstAdminPassword } = this.config;
    const email = normalizedEmail(this.config.firstAdminEmail);
    if (!isEmail(email))
      throw new AppError('invalid_configuration', 'invalid', { detail: 'INIT_ADMIN_EMAIL is not an e-mail address.' });
    const password = firstAdminPassword ?? newPassword();
    const passwordHash = await this.hasher.hash(password);
    const tenant = await this.tenants.createFirstTenant(
      { name, slug: slugOf(name), region: this.homeRegion, plan: 'standard' },
      FIRST_TENANT_SETTINGS,
      async (tx, tenantId) => {
        await this.users.insert(tx, { tenantId, email, passwordHash, role: 'admin', platformAdmin: true });
      },
    );
    const generatedPassword = firstAdminPassword === undefined ? password : null;
    return tenant && { tenantName: name, adminEmail: email, generatedPassword };
  }
}
