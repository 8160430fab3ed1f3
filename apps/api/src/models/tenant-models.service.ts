import {
  type Catalogue,
  keyOf,
  MODEL_CATALOGUE,
  type ProviderKey,
  type Purpose,
  PURPOSES,
  type TenantModels,
  TenantModelSettings,
} from '@app/llm';
import { AppError } from '@app/kernel';
import { FieldCipher } from '@app/privacy';
import { tenantContext } from '@app/tenancy';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { TenantsService } from '../tenants/index.js';
import { type StoredKey, TenantKeysRepository } from './data/tenant-keys.repository.js';
import { type ModelsConfig, modelsConfig } from './models.config.js';

const KEY_NAME = 'models-1';
/** A key that was added or removed elsewhere shows after this long. */
const SHOWN_AFTER_MS = 10_000;

/** Where a key belongs: moved to another tenant or provider it does not decrypt. */
const contextOf = (tenantId: string, provider: string): string => `tenant_model_keys|${tenantId}|${provider}`;

/** A tenant's routes and keys. */
@Injectable()
export class TenantModelsService extends TenantModelSettings {
  private readonly cipher: FieldCipher | null;
  private readonly cache: LRUCache<string, TenantModels>;

  constructor(
    private readonly tenants: TenantsService,
    private readonly keys: TenantKeysRepository,
    @Inject(MODEL_CATALOGUE) private readonly catalogue: Catalogue,
    @Inject(modelsConfig.token) { keyEncryption }: ModelsConfig,
  ) {
    super();
    this.cipher =
      keyEncryption === undefined
        ? null
        : new FieldCipher({ current: KEY_NAME, keys: new Map([[KEY_NAME, Buffer.from(keyEncryption, 'base64')]]) });
    this.cache = new LRUCache({ max: 10_000, ttl: SHOWN_AFTER_MS, fetchMethod: (tenantId) => this.load(tenantId) });
  }

  override async current(): Promise<TenantModels> {
    const models = await this.cache.fetch(tenantContext().tenantId);
    return models ?? { routes: new Map(), keys: new Map() };
  }

  async listKeys(): Promise<StoredKey[]> {
    return this.keys.list();
  }

  /** Throws `unknown_provider` and `keys_not_supported`. */
  async addKey(provider: string, secret: string): Promise<StoredKey> {
    if (!this.catalogue.providers.some(({ id }) => id === provider))
      throw new AppError('unknown_provider', 'invalid', { detail: 'There is no provider of this name.' });
    if (this.cipher === null)
      throw new AppError('keys_not_supported', 'unprocessable', {
        detail: 'This service cannot keep keys: it has no key to encrypt them with.',
      });
    const { tenantId } = tenantContext();
    const stored = await this.keys.put({
      provider,
      keyId: keyOf(secret).id,
      secret: this.cipher.encrypt(secret, contextOf(tenantId, provider)),
    });
    this.cache.delete(tenantId);
    return stored;
  }

  async removeKey(id: string): Promise<void> {
    await this.keys.remove(id);
    this.cache.delete(tenantContext().tenantId);
  }

  private async load(tenantId: string): Promise<TenantModels> {
    const { providerRoutes } = await this.tenants.settingsOf(tenantId);
    const routes = new Map<Purpose, readonly string[]>();
    for (const purpose of PURPOSES) {
      const route = providerRoutes[purpose] ?? (purpose === 'embed' ? undefined : providerRoutes['default']);
      if (Array.isArray(route))
        routes.set(
          purpose,
          route.filter((id): id is string => typeof id === 'string'),
        );
    }
    return { routes, keys: await this.loadKeys(tenantId) };
  }

  private async loadKeys(tenantId: string): Promise<ReadonlyMap<string, readonly ProviderKey[]>> {
    const byProvider = new Map<string, ProviderKey[]>();
    if (this.cipher === null) return byProvider;
    for (const { provider, keyId, secret } of await this.keys.list()) {
      const key = { id: keyId, secret: this.cipher.decrypt(secret, contextOf(tenantId, provider)) };
      byProvider.set(provider, [...(byProvider.get(provider) ?? []), key]);
    }
    return byProvider;
  }
}
