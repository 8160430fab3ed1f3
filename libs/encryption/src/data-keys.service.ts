import { randomBytes } from 'node:crypto';
import { AppError, isAppError } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { LRUCache } from 'lru-cache';
import {
  type DataKeyFigures,
  type DataKeysRepository,
  INDEX_ROOT,
  type KeyPlace,
  type StoredDataKey,
} from './data-keys.repository.js';
import type { MasterKeys } from './master-keys.js';
import { FIRST_VERSION, indexRootOf, TenantSeals } from './tenant-seals.js';
import { KEY_BYTES } from './xaes.js';

export interface DataKeysOptions {
  /** Seconds that a process keeps opened keys. */
  readonly cacheSeconds: number;
  readonly cacheTenants: number;
}

export type KeyVersion = Pick<StoredDataKey, 'version' | 'activeFrom' | 'active' | 'destroyed'>;

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
    const stored = await this.repository.list(tenantId);
    await this.keepIndexRoot(tenantId, stored);
    const version = (stored.at(-1)?.version ?? 0) + 1;
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

  /**
   * Destroys the versions before `version`, under which nothing must stand any more: what does opens for nobody. Processes forget them
   * within `cacheSeconds`. Answers how many there were.
   */
  async retire(tenantId: string, version: number): Promise<number> {
    const count = await this.repository.retire(tenantId, version);
    this.cache.delete(tenantId);
    return count;
  }

  /** The versions of a tenant's data key, oldest first, also those that are destroyed. */
  async versions(tenantId: string): Promise<KeyVersion[]> {
    const stored = await this.repository.list(tenantId);
    return stored
      .filter(({ version }) => version > INDEX_ROOT)
      .map(({ version, activeFrom, active, destroyed }) => ({ version, activeFrom, active, destroyed }));
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
      await this.make(tenantId, FIRST_VERSION, 0);
      stored = await this.repository.list(tenantId);
    }
    const kept = stored.filter(({ destroyed }) => !destroyed);
    if (kept.length === 0) throw keyDestroyed();
    const keys = await Promise.all(
      kept.map(async ({ version, ...key }) => ({
        version,
        key: await this.masters.unwrap(key, contextOf(tenantId, version)),
      })),
    );
    const versions = keys.filter(({ version }) => version > INDEX_ROOT);
    const current = kept.findLast(({ active }) => active) ?? kept[0];
    return new TenantSeals(
      tenantId,
      versions,
      current?.version ?? 0,
      keys.find(({ version }) => version === INDEX_ROOT)?.key,
    );
  }

  /** Before there is a second version: after that, the first one may go. */
  private async keepIndexRoot(tenantId: string, stored: readonly StoredDataKey[]): Promise<void> {
    const first = stored.find(({ version }) => version === FIRST_VERSION);
    if (first === undefined || stored.some(({ version }) => version === INDEX_ROOT)) return;
    const root = indexRootOf(await this.masters.unwrap(first, contextOf(tenantId, FIRST_VERSION)));
    const wrapped = await this.masters.wrap(root, contextOf(tenantId, INDEX_ROOT));
    await this.repository.insert(tenantId, { version: INDEX_ROOT, ...wrapped }, 0);
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
