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
import { AppError, type JsonObject, NO_REGION, notFound } from '@app/kernel';
import { Log } from '@app/observability';
import { FieldCipher } from '@app/privacy';
import { tenantContext } from '@app/tenancy';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { TenantsService } from '../tenants/index.js';
import { type StoredKey, TenantKeysRepository } from './data/tenant-keys.repository.js';
import { type ModelsConfig, modelsConfig } from './models.config.js';

const KEY_NAME = 'models-1';
const KEY_BYTES = 32;
/** A key that was added or removed elsewhere shows after this long. */
const SHOWN_AFTER_MS = 10_000;

/** What may be told of a tenant's key. */
export type TenantKey = Omit<StoredKey, 'secret'>;

type Keys = TenantModels['keys'];
type Routes = TenantModels['routes'];

/** Where a key belongs: moved to another tenant or provider it does not decrypt. */
const contextOf = (tenantId: string, provider: string): string => `tenant_model_keys|${tenantId}|${provider}`;

function cipherOf(key: Buffer): FieldCipher {
  if (key.length !== KEY_BYTES)
    throw new AppError('invalid_configuration', 'invalid', {
      detail: `MODELS_KEY_ENCRYPTION_KEY: must be ${KEY_BYTES} bytes in base64`,
    });
  return new FieldCipher({ current: KEY_NAME, keys: new Map([[KEY_NAME, key]]) });
}

/** A tenant's routes and keys. */
@Injectable()
export class TenantModelsService extends TenantModelSettings {
  private readonly cipher: FieldCipher | null;
  private readonly keyCache: LRUCache<string, Keys>;
  /** By the settings' own object, which is a new one after each change. */
  private readonly routes = new WeakMap<JsonObject, Routes>();

  constructor(
    private readonly tenants: TenantsService,
    private readonly keys: TenantKeysRepository,
    @Inject(MODEL_CATALOGUE) private readonly catalogue: Catalogue,
    @Inject(modelsConfig.token) { keyEncryption }: Pick<ModelsConfig, 'keyEncryption'>,
    private readonly log: Log,
  ) {
    super();
    this.cipher = keyEncryption === undefined ? null : cipherOf(Buffer.from(keyEncryption, 'base64'));
    this.keyCache = new LRUCache({
      max: 10_000,
      ttl: SHOWN_AFTER_MS,
      fetchMethod: (tenantId) => this.loadKeys(tenantId),
      // A change throws out what is being read; who waits for it gets what was read, and it is not kept.
      ignoreFetchAbort: true,
    });
  }

  override async current(): Promise<TenantModels> {
    const { tenantId } = tenantContext();
    const [settings, region, keys] = await Promise.all([
      this.tenants.settingsOf(tenantId),
      this.tenants.regionOf(tenantId),
      this.keyCache.fetch(tenantId),
    ]);
    return {
      routes: this.routesOf(settings.providerRoutes),
      keys: keys ?? new Map(),
      // Of tenants for whom no region was stated nothing can be foreign.
      regions: region === NO_REGION ? null : new Set([region, ...settings.privacy.transferRegions]),
    };
  }

  listKeys(): Promise<readonly TenantKey[]> {
    return this.keys.list();
  }

  /** Makes these the tenant's keys for a provider. Throws `unknown_provider` and `keys_not_supported`. */
  async replaceKeys(provider: string, secrets: readonly string[]): Promise<readonly TenantKey[]> {
    if (!this.catalogue.providers.some(({ id }) => id === provider))
      throw new AppError('unknown_provider', 'invalid', { detail: 'There is no provider of this name.' });
    const { cipher } = this;
    if (cipher === null)
      throw new AppError('keys_not_supported', 'unprocessable', {
        detail: 'This service cannot keep keys: it has no key to encrypt them with.',
      });
    const { tenantId } = tenantContext();
    const context = contextOf(tenantId, provider);
    const keys = secrets.map((secret) => ({ keyId: keyOf(secret).id, secret: cipher.encrypt(secret, context) }));
    await this.keys.replace(provider, keys);
    this.keyCache.delete(tenantId);
    this.log.info('models.tenant_keys_replaced', { provider, count: keys.length });
    return (await this.keys.list()).filter((stored) => stored.provider === provider);
  }

  /** The service's own keys are used again. Throws `not_found`. */
  async removeKeys(provider: string): Promise<void> {
    const count = await this.keys.remove(provider);
    if (count === 0) throw notFound();
    this.keyCache.delete(tenantContext().tenantId);
    this.log.info('models.tenant_keys_removed', { provider, count });
  }

  private routesOf(providerRoutes: JsonObject): Routes {
    let routes = this.routes.get(providerRoutes);
    if (routes === undefined) {
      routes = new Map(
        PURPOSES.flatMap((purpose: Purpose) => {
          const route = providerRoutes[purpose] ?? (purpose === 'embed' ? undefined : providerRoutes['default']);
          return Array.isArray(route) ? [[purpose, route.filter((id) => typeof id === 'string')] as const] : [];
        }),
      );
      this.routes.set(providerRoutes, routes);
    }
    return routes;
  }

  private async loadKeys(tenantId: string): Promise<Keys> {
    const byProvider = new Map<string, ProviderKey[]>();
    for (const stored of await this.keys.list()) {
      const keys = byProvider.get(stored.provider) ?? [];
      const secret = this.secretOf(stored, tenantId);
      // A provider whose keys cannot be read keeps an empty list: the service's own keys are not what the tenant chose.
      byProvider.set(stored.provider, secret === null ? keys : [...keys, { id: stored.keyId, secret }]);
    }
    return byProvider;
  }

  private secretOf({ provider, keyId, secret }: StoredKey, tenantId: string): string | null {
    try {
      return this.cipher?.decrypt(secret, contextOf(tenantId, provider)) ?? null;
    } catch (error) {
      this.log.error('models.tenant_key_unreadable', { provider, keyId, err: error });
      return null;
    }
  }
}
