import type { ModelSpec, ProviderKey } from '../catalogue/model-spec.js';
import type { ProviderFault } from '../providers/model-provider.js';
import { type RateShare, type RateWait, RateWindow } from './rate-window.js';

/** How long a key rests where the provider does not say. */
const REST_MS = 5_000;
const QUOTA_REST_MS = 10 * 60_000;
/** A model that a key cannot reach is asked for again after this long. */
const MISSING_REST_MS = 10 * 60_000;
/** A key that was refused is tried again after this long: it may have been set right. */
const DEAD_REST_MS = 60 * 60_000;

/** Tells other instances that a key rests, and hears it from them. */
export interface RestBoard {
  /** Milliseconds since 1970 until which the key rests; 0 where it does not. Answered from memory. */
  restingUntil(keyId: string, model: string): number;
  announce(keyId: string, model: string, until: number): void;
}

export interface KeyLease {
  readonly key: ProviderKey | null;
  /** Once: what the request used, or null where none was made. Later calls do nothing. */
  release(outcome: { readonly tokens: number; readonly fault?: ProviderFault } | null): void;
}

interface LeaseWait extends RateWait {
  /** Another model can be asked instead: a wait that will be too long is not begun. The wait is known from above: others may use less than they took. */
  readonly hasNext: boolean;
}

export interface KeyPoolOptions {
  readonly board: RestBoard;
  /** Absent: each instance goes by its own count. */
  readonly rates?: RateShare;
  readonly now: () => number;
}

interface KeyState {
  readonly key: ProviderKey | null;
  /** With its provider, for boards and windows. */
  readonly id: string;
  inFlight: number;
  readonly windows: Map<string, RateWindow>;
}

interface Taken {
  readonly model: ModelSpec;
  readonly window: RateWindow;
  readonly tokens: number;
}

/** A model that all keys rest for, or have no room for in time. `untilMs` says when the first one is back. */
export interface NoKey {
  readonly untilMs: number;
}

interface KeyStanding {
  readonly keys: number;
  readonly resting: number;
  readonly out: number;
}

const ALL_MODELS = '*';

/** The keys of one provider: the one with the least load that does not rest and has room in its limits. */
export class KeyPool {
  private readonly states: readonly KeyState[];

  constructor(
    providerId: string,
    keys: readonly ProviderKey[],
    private readonly options: KeyPoolOptions,
  ) {
    const list: readonly (ProviderKey | null)[] = keys.length === 0 ? [null] : keys;
    this.states = list.map((key) => ({
      key,
      id: `${providerId}:${key?.id ?? 'none'}`,
      inFlight: 0,
      windows: new Map(),
    }));
  }

  /** Takes a key for a call of at most so many tokens, and waits for its turn. Rejects with the signal's reason. */
  async lease(model: ModelSpec, tokens: number, wait: LeaseWait): Promise<KeyLease | NoKey> {
    for (;;) {
      const { state, waitMs, restMs } = this.best(model, tokens);
      const now = this.options.now();
      if (state === null) return { untilMs: restMs };
      if (wait.hasNext && now + waitMs >= wait.until) return { untilMs: now + waitMs };
      const window = this.windowOf(state, model);
      state.inFlight++;
      const isTaken = await window.take(tokens, wait).catch((error: unknown) => {
        state.inFlight--;
        throw error;
      });
      if (isTaken && this.restOf(state, model) <= this.options.now())
        return this.leaseOf(state, { model, window, tokens });
      state.inFlight--;
      if (!isTaken) return { untilMs: this.options.now() + Math.max(1, window.waitFor(tokens)) };
      // It was refused elsewhere while we waited for our turn.
      window.giveBack({ requests: 1, tokens });
    }
  }

  /** How its keys stand: how many there are, rest for one of these models at least, and rest for all (refused, out of quota). */
  standing(models: readonly ModelSpec[]): KeyStanding {
    const now = this.options.now();
    const resting = this.states.filter((state) => models.some((model) => this.restOf(state, model) > now));
    const out = resting.filter((state) => this.options.board.restingUntil(state.id, ALL_MODELS) > now);
    return { keys: this.states.length, resting: resting.length, out: out.length };
  }

  /** Whether all keys rest for a model. */
  isResting(model: ModelSpec): boolean {
    const now = this.options.now();
    return this.states.every((state) => this.restOf(state, model) > now);
  }

  /** The key that is free first, of those the one with the least load; null where all rest, until `restMs`. */
  private best(model: ModelSpec, tokens: number): { state: KeyState | null; waitMs: number; restMs: number } {
    const now = this.options.now();
    let best: KeyState | null = null;
    let waitMs = Infinity;
    let restMs = Infinity;
    for (const state of this.states) {
      const rest = this.restOf(state, model);
      if (rest > now) {
        restMs = Math.min(restMs, rest);
        continue;
      }
      const wait = this.windowOf(state, model).waitFor(tokens);
      if (best === null || wait < waitMs || (wait === waitMs && state.inFlight < best.inFlight)) {
        best = state;
        waitMs = wait;
      }
    }
    return { state: best, waitMs, restMs };
  }

  private leaseOf(state: KeyState, { model, window, tokens }: Taken): KeyLease {
    let isOpen = true;
    return {
      key: state.key,
      release: (outcome) => {
        if (!isOpen) return;
        isOpen = false;
        state.inFlight--;
        window.giveBack(outcome === null ? { requests: 1, tokens } : { requests: 0, tokens: tokens - outcome.tokens });
        if (outcome?.fault !== undefined) this.rest(state, model, outcome.fault);
      },
    };
  }

  private rest(state: KeyState, model: ModelSpec, fault: ProviderFault): void {
    const { board } = this.options;
    const now = this.options.now();
    const { id } = state;
    if (fault.kind === 'rate-limited') board.announce(id, model.id, now + (fault.retryAfterMs ?? REST_MS));
    else if (fault.kind === 'quota') board.announce(id, ALL_MODELS, now + (fault.retryAfterMs ?? QUOTA_REST_MS));
    else if (fault.kind === 'missing-model') board.announce(id, model.id, now + MISSING_REST_MS);
    else if (fault.kind === 'dead-key') board.announce(id, ALL_MODELS, now + DEAD_REST_MS);
  }

  private restOf({ id }: KeyState, model: ModelSpec): number {
    const { board } = this.options;
    return Math.max(board.restingUntil(id, model.id), board.restingUntil(id, ALL_MODELS));
  }

  private windowOf(state: KeyState, model: ModelSpec): RateWindow {
    let window = state.windows.get(model.id);
    if (window === undefined) {
      const { rates, now } = this.options;
      window = new RateWindow(`${state.id}|${model.id}`, model.limits, rates, now);
      state.windows.set(model.id, window);
    }
    return window;
  }
}
