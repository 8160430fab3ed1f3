import { CircuitState, CountBreaker, circuitBreaker, handleWhen, type CircuitBreakerPolicy } from 'cockatiel';
import { type FaultKind, ProviderFault } from '../providers/model-provider.js';

/** Faults that say that the provider or model is down. Refusals of our request, our keys or our rate never do. */
const DOWN: ReadonlySet<FaultKind> = new Set(['overloaded', 'server', 'connection', 'timeout', 'cut']);

/** Looked at over the last so many calls; opened where more than this share of them failed, after this many at the least. */
const WINDOW = 20;
const FAILED_SHARE = 0.75;
const LEAST_CALLS = 10;

export interface BreakerOptions {
  /** Milliseconds between probes of a provider that is down. */
  readonly probeEveryMs: number;
}

/** A circuit breaker for each provider and model: open, a call costs nothing; one probe an interval finds out when it is back. */
export class Breakers {
  private readonly policies = new Map<string, CircuitBreakerPolicy>();

  constructor(private readonly options: BreakerOptions) {}

  /** Runs `work`, or throws cockatiel's `BrokenCircuitError` at once. */
  run<T>(modelId: string, work: () => Promise<T>): Promise<T> {
    return this.policyOf(modelId).execute(work);
  }

  /** Whether a call would be let through now; a model that is due a probe counts as open to it. */
  isOpen(modelId: string): boolean {
    return this.policies.get(modelId)?.state === CircuitState.Open;
  }

  states(): Readonly<Record<string, 'closed' | 'open' | 'probing'>> {
    return Object.fromEntries(
      [...this.policies].map(([id, { state }]) => [
        id,
        state === CircuitState.Closed ? 'closed' : state === CircuitState.HalfOpen ? 'probing' : 'open',
      ]),
    );
  }

  private policyOf(modelId: string): CircuitBreakerPolicy {
    let policy = this.policies.get(modelId);
    if (policy === undefined) {
      policy = circuitBreaker(
        handleWhen((error) => error instanceof ProviderFault && DOWN.has(error.kind)),
        {
          halfOpenAfter: this.options.probeEveryMs,
          breaker: new CountBreaker({ threshold: FAILED_SHARE, size: WINDOW, minimumNumberOfCalls: LEAST_CALLS }),
        },
      );
      this.policies.set(modelId, policy);
    }
    return policy;
  }
}
