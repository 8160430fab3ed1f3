import {
  BrokenCircuitError,
  CircuitState,
  CountBreaker,
  circuitBreaker,
  handleWhen,
  type CircuitBreakerPolicy,
} from 'cockatiel';
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

interface Circuit {
  readonly policy: CircuitBreakerPolicy;
  /** Milliseconds since 1970 from which an open circuit lets one call through. */
  probeAt: number;
}

/** A circuit breaker for each provider and model: open, a call costs nothing; one probe an interval finds out when it is back. */
export class Breakers {
  private readonly circuits = new Map<string, Circuit>();

  constructor(private readonly options: BreakerOptions) {}

  /**
   * Runs `work`, or throws cockatiel's `BrokenCircuitError` at once: nobody waits for the end of another's probe, which takes
   * as long as a provider that hangs makes it.
   */
  async run<T>(modelId: string, work: () => Promise<T>): Promise<T> {
    if (this.isOpen(modelId)) throw new BrokenCircuitError();
    return this.circuitOf(modelId).policy.execute(work);
  }

  /** Whether a call would be refused now. A circuit that is due a probe is not open to the first call that comes. */
  isOpen(modelId: string): boolean {
    const circuit = this.circuits.get(modelId);
    if (circuit === undefined) return false;
    const { state } = circuit.policy;
    return state === CircuitState.HalfOpen || (state === CircuitState.Open && Date.now() < circuit.probeAt);
  }

  states(): Readonly<Record<string, 'closed' | 'open' | 'probing'>> {
    return Object.fromEntries(
      [...this.circuits].map(([id, { policy }]) => [
        id,
        policy.state === CircuitState.Closed ? 'closed' : policy.state === CircuitState.HalfOpen ? 'probing' : 'open',
      ]),
    );
  }

  private circuitOf(modelId: string): Circuit {
    let circuit = this.circuits.get(modelId);
    if (circuit === undefined) {
      circuit = this.newCircuit();
      this.circuits.set(modelId, circuit);
    }
    return circuit;
  }

  private newCircuit(): Circuit {
    const { probeEveryMs } = this.options;
    const policy: CircuitBreakerPolicy = circuitBreaker(
      handleWhen(
        (error) =>
          error instanceof ProviderFault &&
          // A probe that nobody waited for has not shown that the provider is back.
          (DOWN.has(error.kind) || (error.kind === 'cancelled' && policy.state === CircuitState.HalfOpen)),
      ),
      {
        halfOpenAfter: probeEveryMs,
        breaker: new CountBreaker({ threshold: FAILED_SHARE, size: WINDOW, minimumNumberOfCalls: LEAST_CALLS }),
      },
    );
    const circuit: Circuit = { policy, probeAt: 0 };
    policy.onBreak(() => (circuit.probeAt = Date.now() + probeEveryMs));
    return circuit;
  }
}
