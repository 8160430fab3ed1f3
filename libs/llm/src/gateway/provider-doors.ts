import type { ProviderKey, ProviderSpec } from '../catalogue/model-spec.js';
import { AnthropicProvider } from '../providers/anthropic.provider.js';
import type { ModelProvider } from '../providers/model-provider.js';
import { OpenAiCompatibleProvider } from '../providers/openai-compatible.provider.js';
import { Breakers } from '../routing/breakers.js';
import { KeyPool, type KeyPoolOptions } from '../routing/key-pool.js';
import { Lanes } from '../routing/lanes.js';
import type { ProviderDoor } from './attempt.js';

interface DoorOptions extends KeyPoolOptions {
  readonly probeEveryMs: number;
}

/**
 * `up`: a model of it can be asked now; `resting`: its keys rest for a while (its rate limits are met); `no-usable-key`: all
 * keys were refused or have no quota; `open-circuit`: its models failed too often and are only probed.
 */
export const PROVIDER_STATES = ['up', 'resting', 'no-usable-key', 'open-circuit'] as const;
export type ProviderState = (typeof PROVIDER_STATES)[number];

export interface ProviderStatus {
  readonly state: ProviderState;
  /** Of the service's own keys. */
  readonly restingKeys: number;
  /** By id of the model. */
  readonly openCircuits: ReadonlyMap<string, boolean>;
  readonly inFlight: Lanes['inFlight'];
  readonly queued: Lanes['queued'];
}

/** `resting`: of each model that is not down, whether all keys rest for it. */
function stateOf(hasNoKey: boolean, resting: readonly boolean[]): ProviderState {
  if (resting.length === 0) return 'open-circuit';
  if (hasNoKey) return 'no-usable-key';
  return resting.every(Boolean) ? 'resting' : 'up';
}

/** By kind of API; a new one is a new file and one line here. */
const PROVIDERS = {
  'openai-compatible': (spec: ProviderSpec): ModelProvider => new OpenAiCompatibleProvider(spec),
  anthropic: (spec: ProviderSpec): ModelProvider => new AnthropicProvider(spec),
} as const satisfies Record<ProviderSpec['kind'], (spec: ProviderSpec) => ModelProvider>;

/** Speaks with a provider, past keys' limits, lanes and circuits. */
export const newProvider = (spec: ProviderSpec): ModelProvider => PROVIDERS[spec.kind](spec);

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
      // OpenAI: the larger of max_tokens and the estimated tokens of the request. Anthropic: tokens as they are made.
      countsMaxTokens: spec.kind === 'openai-compatible',
      keys: keys === undefined ? shared.ownKeys : this.poolOf(spec, keys),
      lanes: shared.lanes,
      breakers: shared.breakers,
      call: (call) => shared.provider.complete(call),
    };
  }

  providerOf(spec: ProviderSpec): ModelProvider {
    return this.sharedOf(spec).provider;
  }

  /** How a provider stands for this instance, by what its calls have met. Nothing is asked. */
  statusOf(spec: ProviderSpec): ProviderStatus {
    const { lanes, breakers, ownKeys } = this.sharedOf(spec);
    const { keys, resting, out } = ownKeys.standing(spec.models);
    const states = breakers.states();
    const circuits = spec.models.map((model) => ({ model, isOpen: (states[model.id] ?? 'closed') !== 'closed' }));
    return {
      state: stateOf(
        out === keys,
        circuits.filter(({ isOpen }) => !isOpen).map(({ model }) => ownKeys.isResting(model)),
      ),
      restingKeys: resting,
      openCircuits: new Map(circuits.map(({ model, isOpen }) => [model.id, isOpen])),
      inFlight: lanes.inFlight,
      queued: lanes.queued,
    };
  }

  private sharedOf(spec: ProviderSpec): Shared {
    let shared = this.shared.get(spec.id);
    if (shared === undefined) {
      const { probeEveryMs } = this.options;
      shared = {
        provider: newProvider(spec),
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
