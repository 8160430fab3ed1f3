import type { ModelSpec, ProviderKey } from '../catalogue/model-spec.js';
import type { ProviderFault } from '../providers/model-provider.js';
import { RateWindow } from './rate-window.js';

/** How long a key rests where the provider does not say. */
const REST_MS = 5_000;
const QUOTA_REST_MS = 10 * 60_000;
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
  /** Milliseconds to wait before the call may be made. */
  readonly waitMs: number;
  release(outcome: { readonly tokens?: number; readonly fault?: ProviderFault }): void;
}

interface KeyState {
  readonly key: ProviderKey | null;
  inFlight: number;
  readonly windows: Map<string, RateWindow>;
}

/** A model that all keys of rest for. `untilMs` says when the first one is back. */
export interface NoKey {
  readonly untilMs: number;
}

const ALL_MODELS = '*';

/** The keys of one provider: the one with the least load that does not rest and has room in its limits. */
export class KeyPool {
  private readonly states: readonly KeyState[];

  constructor(
    private readonly providerId: string,
    keys: readonly ProviderKey[],
    private readonly board: RestBoard,
    private readonly now: () => number,
  ) {
    const list: readonly (ProviderKey | null)[] = keys.length === 0 ? [null] : keys;
    this.states = list.map((key) => ({ key, inFlight: 0, windows: new Map() }));
  }

  /** Takes a key for a call of at most so many tokens. */
  lease(model: ModelSpec, tokens: number): KeyLease | NoKey {
    const now = this.now();
    let best: { state: KeyState; waitMs: number } | null = null;
    let untilMs = Infinity;
    for (const state of this.states) {
      const rest = this.restOf(state, model);
      if (rest > now) {
        untilMs = Math.min(untilMs, rest);
        continue;
      }
      const waitMs = this.windowOf(state, model).waitFor(tokens, now);
      if (best === null || waitMs < best.waitMs || (waitMs === best.waitMs && state.inFlight < best.state.inFlight))
        best = { state, waitMs };
    }
    return best === null ? { untilMs } : this.take(best.state, model, tokens, best.waitMs);
  }

  private take(state: KeyState, model: ModelSpec, estimated: number, waitMs: number): KeyLease {
    const window = this.windowOf(state, model);
    window.take(estimated, this.now());
    state.inFlight++;
    let isOpen = true;
    return {
      key: state.key,
      waitMs,
      release: ({ tokens, fault }) => {
        if (!isOpen) return;
        isOpen = false;
        state.inFlight--;
        if (tokens !== undefined) window.correct(estimated, tokens);
        if (fault !== undefined) this.rest(state, model, fault);
      },
    };
  }

  private rest(state: KeyState, model: ModelSpec, fault: ProviderFault): void {
    const now = this.now();
    const id = this.idOf(state);
    if (fault.kind === 'rate-limited') this.board.announce(id, model.id, now + (fault.retryAfterMs ?? REST_MS));
    else if (fault.kind === 'quota') this.board.announce(id, ALL_MODELS, now + (fault.retryAfterMs ?? QUOTA_REST_MS));
    else if (fault.kind === 'dead-key') this.board.announce(id, ALL_MODELS, now + DEAD_REST_MS);
  }

  private restOf(state: KeyState, model: ModelSpec): number {
    const id = this.idOf(state);
    return Math.max(this.board.restingUntil(id, model.id), this.board.restingUntil(id, ALL_MODELS));
  }

  private idOf({ key }: KeyState): string {
    return `${this.providerId}:${key?.id ?? 'none'}`;
  }

  private windowOf(state: KeyState, model: ModelSpec): RateWindow {
    let window = state.windows.get(model.id);
    if (window === undefined) {
      window = new RateWindow(model.limits, this.now());
      state.windows.set(model.id, window);
    }
    return window;
  }
}
