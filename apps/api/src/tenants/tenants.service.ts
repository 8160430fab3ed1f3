import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '@app/database';
import type { TenantRates } from '@app/http';
import { AppError, notFound } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { type TenantChange, TenantsRepository } from './data/tenants.repository.js';
import { frameworkProblems } from './domain/framework-problems.js';
import {
  effectiveSettings,
  grantChange,
  grantedLimits,
  limitsAboveGrant,
  mergeSettings,
  type SettingsChange,
  type StoredSettings,
  type TenantLimits,
  type TenantSettings,
} from './domain/tenant-settings.js';
import type { NewTenant, StoredTenant, Tenant } from './domain/tenant.js';
import { SettingsCheck } from './settings-check.js';
import { SettingsWatch } from './settings-watch.js';
import { TenantRegions } from './tenant-regions.js';
import { type TenantsConfig, tenantsConfig } from './tenants.config.js';

/** A change by the tenant itself. */
export interface OwnTenantChange {
  readonly name?: string;
  readonly region?: string;
  readonly settings: SettingsChange;
}

/** A change by the platform. */
export type PlatformTenantChange = OwnTenantChange & Pick<TenantChange, 'plan' | 'status'>;

/** What else has to be written for a new tenant to be of use. */
export type WithinFounding = (tx: Transaction, tenantId: string) => Promise<void>;

/** Tenants and their settings. */
@Injectable()
export class TenantsService {
  private readonly limitsByDefault: TenantLimits;
  private readonly cache: LRUCache<string, Tenant>;

  constructor(
    private readonly tenants: TenantsRepository,
    @Inject(tenantsConfig.token) config: TenantsConfig,
    private readonly check: SettingsCheck,
    private readonly regions: TenantRegions,
    @Optional() @Inject(SettingsWatch) private readonly watch: SettingsWatch | undefined,
  ) {
    const { requestsPerMinute, burst, maxUploadBytes } = config;
    this.limitsByDefault = {
      rateLimits: { requestsPerMinute, burst },
      quotas: { documentsPerMonth: null, storageBytes: null },
      maxUploadBytes,
      maxPages: null,
      maxOcrPages: null,
    };
    this.cache = new LRUCache({
      max: 10_000,
      ttl: config.settingsCacheMs,
      // Settings of some seconds ago are better than none while the database is away.
      allowStaleOnFetchRejection: true,
      // A change throws out what is being read; who waits for it gets what was read, and it is not kept.
      ignoreFetchAbort: true,
      fetchMethod: async (tenantId) => this.shown(await this.require(tenantId)),
    });
  }

  /** Names by id, of deleted tenants too; for the platform. */
  namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.tenants.names(ids);
  }

  /** The settings that hold for a tenant; a change shows in this process at once, in others within seconds. */
  async settingsOf(tenantId: string): Promise<TenantSettings> {
    return (await this.known(tenantId)).settings;
  }

  /** Where the data of a tenant are kept. */
  async regionOf(tenantId: string): Promise<string> {
    return (await this.known(tenantId)).region;
  }

  /** The settings of the running tenant as they stand, also where another process has changed them a moment ago. */
  async settingsNow(tx: Transaction): Promise<TenantSettings> {
    const tenant = await this.tenants.findOwn(tenantContext().tenantId, tx);
    if (!tenant) throw notFound();
    return this.shown(tenant).settings;
  }

  /** The rate limits of a tenant, at once where its settings are at hand. */
  ratesOf(tenantId: string): TenantRates | Promise<TenantRates> {
    const cached = this.cache.get(tenantId);
    return cached ? cached.settings.rateLimits : this.settingsOf(tenantId).then(({ rateLimits }) => rateLimits);
  }

  async ownTenant(): Promise<Tenant> {
    const tenant = await this.tenants.findOwn(tenantContext().tenantId);
    if (!tenant) throw notFound();
    return this.shown(tenant);
  }

  /** Changes the tenant of the running request. Limits above what the platform has granted need a platform administrator. */
  async changeOwnTenant(change: OwnTenantChange): Promise<Tenant> {
    const { tenantId, platformAdmin } = tenantContext();
    const { name, region } = change;
    this.check.requireRoutes(change.settings);
    await this.check.requireClassifiers(change.settings);
    return this.changed(tenantId, () =>
      this.tenants.asTenant(async (tx) => {
        const before = await this.lock(tx, tenantId);
        await this.regions.requireChange(before, region, tx);
        const settings = platformAdmin
          ? grantChange(before.settings, change.settings)
          : mergeSettings(before.settings, this.allowed(before.settings, change.settings));
        return this.update(tx, before, { name, region, settings });
      }),
    );
  }

  async listTenants(after: string | null, limit: number): Promise<Tenant[]> {
    return (await this.tenants.list(after, limit)).map((tenant) => this.shown(tenant));
  }

  async getTenant(id: string): Promise<Tenant> {
    return this.shown(await this.require(id));
  }

  /**
   * Makes a tenant and, in the same transaction, whatever `within` adds: its first user. It runs as the
   * system role, because the tenant does not exist yet.
   */
  async createTenant(tenant: NewTenant, within: WithinFounding): Promise<Tenant> {
    return this.tenants.asSystem((tx) => this.insert(tx, tenant, {}, within));
  }

  /** As `createTenant`, where there is no tenant yet; else null. Callers at the same time wait for each other. */
  async createFirstTenant(tenant: NewTenant, settings: SettingsChange, within: WithinFounding): Promise<Tenant | null> {
    return this.tenants.asSystem(async (tx) =>
      (await this.tenants.lockFounding(tx)) ? this.insert(tx, tenant, settings, within) : null,
    );
  }

  /** True where any tenant was ever made, deleted ones included. */
  anyTenant(): Promise<boolean> {
    return this.tenants.any();
  }

  /** Changes any tenant, for the platform. */
  async changeTenant(id: string, { settings, ...change }: PlatformTenantChange): Promise<Tenant> {
    if (change.status === 'suspended') refuseOwn(id);
    this.check.requireRoutes(settings);
    return this.changed(id, () =>
      this.tenants.asSystem(async (tx) => {
        const before = await this.lock(tx, id);
        await this.regions.requireChange(before, change.region);
        return this.update(tx, before, { ...change, settings: grantChange(before.settings, settings) });
      }),
    );
  }

  /** Something about the tenant is not as this process knows it any more. */
  forget(id: string): void {
    this.cache.delete(id);
  }

  private async insert(
    tx: Transaction,
    tenant: NewTenant,
    settings: SettingsChange,
    within: WithinFounding,
  ): Promise<Tenant> {
    const row = await this.tenants.insert(tx, tenant, grantChange({}, settings));
    await within(tx, row.id);
    return this.shown(row);
  }

  private async changed(id: string, work: () => Promise<StoredTenant>): Promise<Tenant> {
    const tenant = this.shown(await work());
    this.cache.delete(id);
    return tenant;
  }

  private async update(tx: Transaction, before: StoredTenant, change: TenantChange): Promise<StoredTenant> {
    this.requireFramework(before, change.settings);
    const after = await this.tenants.update(tx, before.id, change);
    const [old, review] = [before, after].map((tenant) => this.shown(tenant).settings.review);
    if (!isDeepStrictEqual(old, review)) await this.watch?.reviewChanged(tx, after.id);
    return after;
  }

  private async known(tenantId: string): Promise<Tenant> {
    const tenant = await this.cache.fetch(tenantId);
    if (!tenant) throw notFound();
    return tenant;
  }

  /** Throws `below_framework` for what a change makes weaker than the tenant's framework asks for. */
  private requireFramework(before: StoredTenant, settings: StoredSettings = before.settings): void {
    const errors = frameworkProblems(this.shown(before).settings, effectiveSettings(settings, this.limitsByDefault));
    if (errors.length > 0)
      throw new AppError('below_framework', 'unprocessable', {
        detail:
          'This is weaker than the framework of the tenant asks for. Say why in /privacy/belowFramework where it has to be.',
        errors,
      });
  }

  private async require(id: string): Promise<StoredTenant> {
    const tenant = await this.tenants.find(id);
    if (!tenant) throw notFound();
    return tenant;
  }

  private async lock(tx: Transaction, id: string): Promise<StoredTenant> {
    const tenant = await this.tenants.lock(tx, id);
    if (!tenant) throw notFound();
    return tenant;
  }

  private allowed(stored: StoredSettings, change: SettingsChange): SettingsChange {
    const above = limitsAboveGrant(change, grantedLimits(stored, this.limitsByDefault));
    if (above.length === 0) return change;
    throw new AppError('limit_above_grant', 'forbidden', {
      detail: 'Only the platform can raise these limits.',
      errors: above.map((pointer) => ({ pointer, detail: 'is higher than what was granted to this tenant' })),
    });
  }

  private shown(tenant: StoredTenant): Tenant {
    return { ...tenant, settings: effectiveSettings(tenant.settings, this.limitsByDefault) };
  }
}

/** A platform administrator who suspends the own tenant would lock the platform out. */
function refuseOwn(id: string): void {
  if (id === tenantContext().tenantId)
    throw new AppError('own_tenant', 'conflict', { detail: 'Your own tenant cannot be suspended.' });
}
