import type { ProviderKey, ProviderSpec } from '../catalogue/model-spec.js';
import { AnthropicProvider } from '../providers/anthropic.provider.js';
import type { ModelProvider } from '../providers/model-provider.js';
import { OpenAiCompatibleProvider } from '../providers/openai-compatible.provider.js';
import { Breakers } from '../routing/breakers.js';
import { KeyPool, type KeyPoolOptions } from '../routing/key-pool.js';
import { Lanes } from '../routing/lanes.js';
import type { ProviderDoor } from './attempt.js';

export interface DoorOptions extends KeyPoolOptions {
  readonly probeEveryMs: number;
}

/** By kind of API; a new one is a new file and one line here. */
const PROVIDERS = {
  'openai-compatible': (spec: ProviderSpec): ModelProvider => new OpenAiCompatibleProvider(spec),
  anthropic: (spec: ProviderSpec): ModelProvider => new AnthropicProvider(spec),
} as const satisfies Record<ProviderSpec['kind'], (spec: ProviderSpec) => ModelProvider>;

/** Key pools of tenants' own keys that are kept; each is small. */
const KEPT_POOLS = 1_000;

interface Shared {
  readonly provider: ModelProvider;
  readonly lanes: Lanes;
  readonly breakers: Breakers;
  readonly ownKeys: KeyPool;
}

/** One connection, bulkhead and set of breakers a provider for the whole process; key pools by who owns the keys. */
export class ProviderDoors {
  private readonly shared = new Map<string, Shared>();
  private readonly pools = new Map<string, KeyPool>();

  constructor(private readonly options: DoorOptions) {}

  /** `keys`: the tenant's own; undefined for the service's. */
  doorOf(spec: ProviderSpec, keys: readonly ProviderKey[] | undefined): ProviderDoor {
    const shared = this.sharedOf(spec);
    return {
      providerId: spec.id,
      timeoutMs: spec.timeoutMs,
      keys: keys === undefined ? shared.ownKeys : this.poolOf(spec, keys),
      lanes: shared.lanes,
      breakers: shared.breakers,
      call: (call) => shared.provider.complete(call),
    };
  }

  providerOf(spec: ProviderSpec): ModelProvider {
    return this.sharedOf(spec).provider;
  }

  /** For health and metrics: breakers and load by provider. */
  status(): readonly {
    readonly provider: string;
    readonly running: number;
    readonly queued: number;
    readonly breakers: ReturnType<Breakers['states']>;
  }[] {
    return [...this.shared].map(([provider, { lanes, breakers }]) => ({
      provider,
      running: lanes.load,
      queued: lanes.queued,
      breakers: breakers.states(),
    }));
  }

  private sharedOf(spec: ProviderSpec): Shared {
    let shared = this.shared.get(spec.id);
    if (shared === undefined) {
      const { probeEveryMs } = this.options;
      shared = {
        provider: PROVIDERS[spec.kind](spec),
        lanes: new Lanes(spec.concurrency),
        breakers: new Breakers({ probeEveryMs }),
        ownKeys: new KeyPool(spec.id, spec.keys, this.options),
      };
      this.shared.set(spec.id, shared);
    }
    return shared;
  }

  private poolOf(spec: ProviderSpec, keys: readonly ProviderKey[]): KeyPool {
    const id = `${spec.id}:${keys.map((key) => key.id).join(',')}`;
    let pool = this.pools.get(id);
    if (pool === undefined) {
      if (this.pools.size >= KEPT_POOLS) this.pools.delete(this.pools.keys().next().value ?? '');
      pool = new KeyPool(spec.id, keys, this.options);
      this.pools.set(id, pool);
    }
    return pool;
  }
}
