import { randomBytes } from 'node:crypto';
import { AppError, isAppError } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { LRUCache } from 'lru-cache';
import type { DataKeyFigures, DataKeysRepository, KeyPlace, StoredDataKey } from './data-keys.repository.js';
import type { MasterKeys } from './master-keys.js';
import { TenantSeals } from './tenant-seals.js';
import { KEY_BYTES } from './xaes.js';

export interface DataKeysOptions {
  /** Seconds that a process keeps opened keys. */
  readonly cacheSeconds: number;
  readonly cacheTenants: number;
}

/** What wraps the keys, and how they stand. */
export interface KeyEvidence extends DataKeyFigures {
  readonly kind: MasterKeys['kind'];
  readonly currentMasterKeyId: string;
}

/** Keys that are wrapped again between two questions to the database. */
const PAGE = 100;
const UNOPENABLE: ReadonlySet<string> = new Set(['decryption_failed', 'master_key_missing', 'kms_refused']);

const keyDestroyed = (): AppError =>
  new AppError('data_key_missing', 'bug', { detail: 'The data key of this tenant was destroyed.' });

/** What a wrapped key is bound to. */
const contextOf = (tenantId: string, version: number): string => `dossier data key\0${tenantId}\0${version}`;

/**
 * The data keys of tenants: one random key of 256 bits a tenant and version, kept wrapped by a master key. The first one is made when
 * it is first needed.
 */
export class DataKeys {
  private readonly cache: LRUCache<string, TenantSeals>;

  constructor(
    private readonly masters: MasterKeys,
    private readonly repository: DataKeysRepository,
    private readonly options: DataKeysOptions,
  ) {
    this.cache = new LRUCache({
      max: options.cacheTenants,
      ttl: options.cacheSeconds * 1000,
      fetchMethod: (tenantId) => this.load(tenantId),
      ignoreFetchAbort: true,
    });
  }

  /** Of the tenant in the running context. Throws `data_key_missing` where its key was destroyed. */
  own(): Promise<TenantSeals> {
    return this.of(tenantContext().tenantId);
  }

  async of(tenantId: string): Promise<TenantSeals> {
    const seals = this.cache.get(tenantId) ?? (await this.cache.fetch(tenantId));
    if (!seals) throw new AppError('data_key_missing', 'bug');
    return seals;
  }

  /**
   * A new version, with which every process seals from the moment on at which all of them know it: twice the time that keys are
   * cached. What is there stays readable. Answers the version.
   */
  async rotate(tenantId: string): Promise<number> {
    await this.of(tenantId);
    const version = ((await this.repository.list(tenantId)).at(-1)?.version ?? 0) + 1;
    await this.make(tenantId, version, this.options.cacheSeconds * 2);
    this.cache.delete(tenantId);
    return version;
  }

  /**
   * Wraps all that another master key has wrapped with the current one. No data are touched. A key that does not open stays as it
   * is and is counted: it must not keep those of other tenants from being wrapped.
   */
  async rewrap(): Promise<{ readonly rewrapped: number; readonly failed: number }> {
    const current = await this.masters.currentId();
    let [rewrapped, failed] = [0, 0];
    for (let after: KeyPlace | null = null; ;) {
      const page = await this.repository.outdated(current, after, PAGE);
      for (const key of page) {
        after = key;
        if (await this.rewrapOne(key)) rewrapped++;
        else failed++;
      }
      if (page.length < PAGE) return { rewrapped, failed };
    }
  }

  /**
   * Destroys all versions of a tenant's data key, once and for all: what they sealed can be opened by nobody any more, and nothing new
   * is sealed, once processes have forgotten them (`cacheSeconds`). Answers how many there were. Backups of this table hold them until
   * they expire.
   */
  async shred(tenantId: string): Promise<number> {
    const count = await this.repository.destroy(tenantId);
    this.cache.delete(tenantId);
    return count;
  }

  tenants(): Promise<string[]> {
    return this.repository.tenants();
  }

  async evidence(): Promise<KeyEvidence> {
    const [currentMasterKeyId, figures] = await Promise.all([this.masters.currentId(), this.repository.figures()]);
    return { kind: this.masters.kind, currentMasterKeyId, ...figures };
  }

  private async load(tenantId: string): Promise<TenantSeals> {
    let stored = await this.repository.list(tenantId);
    if (stored.length === 0) {
      await this.make(tenantId, 1, 0);
      stored = await this.repository.list(tenantId);
    }
    if (stored.some(({ destroyed }) => destroyed)) throw keyDestroyed();
    const versions = await Promise.all(
      stored.map(async (key) => ({
        version: key.version,
        key: await this.masters.unwrap(key, contextOf(tenantId, key.version)),
      })),
    );
    const current = stored.findLast(({ active }) => active) ?? stored[0];
    return new TenantSeals(tenantId, versions, current?.version ?? 0);
  }

  /** Of two processes that make a version at once, one wins. */
  private async make(tenantId: string, version: number, activeInSeconds: number): Promise<void> {
    const wrapped = await this.masters.wrap(randomBytes(KEY_BYTES), contextOf(tenantId, version));
    await this.repository.insert(tenantId, { version, ...wrapped }, activeInSeconds);
  }

  private async rewrapOne(key: StoredDataKey & KeyPlace): Promise<boolean> {
    const context = contextOf(key.tenantId, key.version);
    try {
      await this.repository.rewrap(key, await this.masters.wrap(await this.masters.unwrap(key, context), context));
      return true;
    } catch (error) {
      if (isAppError(error) && UNOPENABLE.has(error.code)) return false;
      throw error;
    }
  }
}
