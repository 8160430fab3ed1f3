import type { Log } from '@app/observability';
import { tenantContext } from '@app/tenancy';
import type { z } from 'zod';
import { type CacheSeals, UNSEALED } from './cache-seals.js';
import type { SharedFlights } from './shared-flights.js';
import type { CacheText, CacheTier, IsMeant } from './tiers.js';

/** What a cached value belongs to. The tenant is added from the context: no caller can forget it. */
export interface CacheKey<S extends z.ZodType> {
  /** Room and purpose: `triage.result`. */
  readonly name: string;
  /** Raised when the meaning or the shape of the value changes; old entries are then never read again. */
  readonly version: number;
  readonly id: string;
  /** What comes out of a cache comes from outside: it is checked. */
  readonly schema: S;
  readonly ttlSeconds: number;
  /**
   * Where given, one instance of the service computes and the others wait for it, at most so many seconds and not for one that
   * has died: for values that cost money.
   */
  readonly sharedFlightSeconds?: number;
}

export interface Cached<T> {
  readonly value: T;
  /** The tier that had it; null where it was computed now. */
  readonly tier: CacheTier['name'] | null;
}

/** A value as tiers hold it. */
interface Forms {
  readonly plain: string;
  readonly sealed: string;
}

/**
 * Memory, Redis and Postgres, fastest first. A tier that fails is passed over: a cache never fails the work. What leaves the process
 * is sealed, once for all tiers.
 */
export class TieredCache {
  private readonly inFlight = new Map<string, Promise<unknown>>();
  /** Values that their takers need not wait for any more. */
  private readonly behind = new Set<Promise<unknown>>();

  constructor(
    private readonly tiers: readonly CacheTier[],
    private readonly log: Log,
    private readonly flights: SharedFlights | null = null,
    private readonly seals: CacheSeals = UNSEALED,
  ) {}

  get<S extends z.ZodType>(key: CacheKey<S>): Promise<Cached<z.output<S>> | null> {
    return this.find(key, this.tiers);
  }

  private async find<S extends z.ZodType>(
    key: CacheKey<S>,
    tiers: readonly CacheTier[],
  ): Promise<Cached<z.output<S>> | null> {
    const full = fullKey(key);
    for (const [index, tier] of tiers.entries()) {
      const forms = await this.guarded(tier, () => this.read(tier, full));
      if (forms === undefined || forms === null) continue;
      const parsed = key.schema.safeParse(safeJson(forms.plain));
      if (!parsed.success) continue;
      await this.write(full, forms, key.ttlSeconds, tiers.slice(0, index));
      return { value: parsed.data, tier: tier.name };
    }
    return null;
  }

  /** Resolves when all tiers have it. */
  async set<S extends z.ZodType>(key: CacheKey<S>, value: z.input<S>): Promise<void> {
    const full = fullKey(key);
    const forms = await this.formsOf(full, JSON.stringify(value));
    if (forms) await this.write(full, forms, key.ttlSeconds, this.tiers);
  }

  /** Resolves when all that was computed so far is in all tiers. */
  async idle(): Promise<void> {
    await Promise.all(this.behind);
  }

  async delete<S extends z.ZodType>(key: CacheKey<S>): Promise<void> {
    const full = fullKey(key);
    await this.idle();
    for (const tier of this.tiers) await this.guarded(tier, () => tier.delete(full));
  }

  /**
   * Removes entries of the running tenant from all tiers; other instances keep theirs in memory until `forgetInMemory` is called
   * there. Unlike all else it throws where a tier fails: what is to be forgotten must not stay in silence. Answers how many entries.
   */
  async forget(isMeant: IsMeant): Promise<number> {
    await this.idle();
    let removed = 0;
    const isMeantSealed = this.openedFor(isMeant);
    for (const tier of this.tiers)
      removed = Math.max(removed, await tier.forget(prefixOf(), tier.name === 'memory' ? isMeant : isMeantSealed));
    return removed;
  }

  /** Removes all entries of the running tenant from the memory of this instance: they are read from the other tiers again. */
  async forgetInMemory(): Promise<void> {
    for (const tier of this.tiers)
      if (tier.name === 'memory') await tier.forget(prefixOf(), async (entries) => entries.map(() => true));
  }

  /** The cached value, or the computed one. Twins that ask in this process meanwhile wait for the first. */
  async getOrCompute<S extends z.ZodType>(
    key: CacheKey<S>,
    compute: () => Promise<z.output<S>>,
  ): Promise<Cached<z.output<S>>> {
    const full = fullKey(key);
    const running = this.inFlight.get(full) as Promise<Cached<z.output<S>>> | undefined;
    if (running) {
      const { value, tier } = await running;
      return { value, tier: tier ?? 'memory' };
    }
    // The look into the tiers is part of it: who looked before the value was there must not compute it after that.
    const work = this.lookUpOrCompute(key, compute);
    this.inFlight.set(full, work);
    try {
      return await work;
    } finally {
      this.inFlight.delete(full);
    }
  }

  /** Removes what has expired from the tiers that keep it until then. Answers how many entries that were. */
  async sweep(): Promise<number> {
    let removed = 0;
    for (const tier of this.tiers) removed += (await this.guarded(tier, async () => (await tier.sweep?.()) ?? 0)) ?? 0;
    return removed;
  }

  private async lookUpOrCompute<S extends z.ZodType>(
    key: CacheKey<S>,
    compute: () => Promise<z.output<S>>,
  ): Promise<Cached<z.output<S>>> {
    const { sharedFlightSeconds } = key;
    const isShared = sharedFlightSeconds !== undefined && this.flights !== null;
    // What is in memory needs no lock; the other tiers are looked into under it.
    const hit = await (isShared ? this.find(key, this.tiers.slice(0, 1)) : this.get(key));
    if (hit !== null) return hit;
    if (!isShared) return this.computeAndKeep(key, compute);
    return this.flights.lead(fullKey(key), sharedFlightSeconds, {
      work: () => this.computeAndKeep(key, compute),
      look: () => this.find(key, this.tiers),
    });
  }

  private async computeAndKeep<S extends z.ZodType>(
    key: CacheKey<S>,
    compute: () => Promise<z.output<S>>,
  ): Promise<Cached<z.output<S>>> {
    const value = await compute();
    await this.keep(fullKey(key), JSON.stringify(value), key.ttlSeconds);
    return { value, tier: null };
  }

  /** Once Redis has a value all instances find it: Postgres, which has it for the day when Redis was emptied, is not waited for. */
  private async keep(full: string, text: string, ttlSeconds: number): Promise<void> {
    const forms = await this.formsOf(full, text);
    if (!forms) return;
    const isLast = (tier: CacheTier): boolean => tier.name === 'postgres';
    const lasting = this.write(full, forms, ttlSeconds, this.tiers.filter(isLast));
    this.behind.add(lasting);
    void lasting.then(() => this.behind.delete(lasting));
    const quick = this.tiers.filter((tier) => !isLast(tier));
    if (!(await this.write(full, forms, ttlSeconds, quick))) await lasting;
  }

  /** Whether all of them have it. */
  private async write(full: string, forms: Forms, ttlSeconds: number, tiers: readonly CacheTier[]): Promise<boolean> {
    const set = async (tier: CacheTier): Promise<true> => {
      await tier.set(full, tier.name === 'memory' ? forms.plain : forms.sealed, ttlSeconds);
      return true;
    };
    const done = await Promise.all(tiers.map((tier) => this.guarded(tier, () => set(tier))));
    return done.every((isDone) => isDone === true);
  }

  private async read(tier: CacheTier, full: string): Promise<Forms | null> {
    const text = await tier.get(full);
    if (text === null) return null;
    // Only tiers in front of this one are filled from it: none that holds sealed values stands behind the memory.
    if (tier.name === 'memory') return { plain: text, sealed: text };
    return { plain: await this.seals.open(full, text), sealed: text };
  }

  /** Null where the value cannot be sealed: then it is kept nowhere, and the work goes on. */
  private async formsOf(full: string, plain: string): Promise<Forms | null> {
    try {
      return { plain, sealed: await this.seals.seal(full, plain) };
    } catch (error) {
      this.log.warn('cache.seal_failed', { err: error });
      return null;
    }
  }

  /** What opens for nobody any more is meant, too: it could not be looked through. */
  private openedFor(isMeant: IsMeant): IsMeant {
    return async (entries) => {
      const plain = await Promise.all(
        entries.map(async ({ key, value }) => ({ key, value: await this.seals.open(key, value).catch(() => null) })),
      );
      const readable = plain.filter((entry): entry is CacheText => entry.value !== null);
      const meant = await isMeant(readable);
      const kept = new Set(readable.filter((_, index) => meant[index] !== true).map(({ key }) => key));
      return entries.map(({ key }) => !kept.has(key));
    };
  }

  private async guarded<T>(tier: CacheTier, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.log.warn('cache.tier_failed', { tier: tier.name, err: error });
      return undefined;
    }
  }
}

const prefixOf = (): string => `dossier:cache:${tenantContext().tenantId}:`;

const fullKey = <S extends z.ZodType>(key: CacheKey<S>): string => `${prefixOf()}${key.name}:v${key.version}:${key.id}`;

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
