import { LRUCache } from 'lru-cache';
import type { WindowCounter } from './window-counter.js';

export interface RateDecision {
  readonly allowed: boolean;
  readonly limit: number;
  /** Requests left in the window; with several instances, as far as this one knows. */
  readonly remaining: number;
  readonly resetMs: number;
}

interface Share {
  readonly limit: number;
  readonly resetAt: number;
  /** Requests that this instance may still admit without asking. */
  tokens: number;
  /** Requests of the window that nobody had taken when the share was leased. */
  readonly unleased: number;
}

/** Keys remembered by one instance; the one used longest ago goes first, and only costs a question to the counter. */
const MAX_KEYS = 20_000;

/**
 * A share is 1 % of the limit: one question to the counter serves that many requests, and at most 1 % of a window an
 * instance is lost where the share is not used up. Limits below 200 are counted one by one, and so exactly.
 */
const shareOf = (limit: number): number => Math.max(1, Math.min(500, Math.floor(limit / 100)));

/**
 * A limit for all instances together that does not cost a round trip for each request: an instance leases a share of
 * the window from the counter and admits requests out of it. A window that is used up is refused without asking.
 */
export class LeasedWindow {
  private readonly shares = new LRUCache<string, Share>({ max: MAX_KEYS });
  private readonly leases = new Map<string, Promise<void>>();
  private readonly waiting = new Map<string, number>();

  constructor(
    private readonly counter: WindowCounter,
    private readonly now: () => number = Date.now,
  ) {}

  /** Takes one request out of the window of `key`; answers at once where a share is at hand. */
  take(key: string, limit: number): RateDecision | Promise<RateDecision> {
    return this.takeFromShare(key, limit) ?? this.takeAfterLease(key, limit);
  }

  /** True where the window is known to be used up; asks nobody and takes nothing. */
  isUsedUp(key: string, limit: number): boolean {
    const share = this.shareNow(key, limit);
    return share !== undefined && share.tokens === 0 && share.unleased === 0;
  }

  private shareNow(key: string, limit: number): Share | undefined {
    const share = this.shares.get(key);
    return share !== undefined && share.limit === limit && this.now() < share.resetAt ? share : undefined;
  }

  private takeFromShare(key: string, limit: number): RateDecision | undefined {
    const share = this.shareNow(key, limit);
    if (share === undefined || (share.tokens === 0 && share.unleased > 0)) return undefined;
    const allowed = share.tokens > 0;
    if (allowed) share.tokens--;
    return { allowed, limit, remaining: share.tokens + share.unleased, resetMs: share.resetAt - this.now() };
  }

  private async takeAfterLease(key: string, limit: number): Promise<RateDecision> {
    this.waiting.set(key, (this.waiting.get(key) ?? 0) + 1);
    try {
      for (;;) {
        await this.lease(key, limit);
        const decision = this.takeFromShare(key, limit);
        if (decision) return decision;
      }
    } finally {
      const left = (this.waiting.get(key) ?? 1) - 1;
      if (left > 0) this.waiting.set(key, left);
      else this.waiting.delete(key);
    }
  }

  /**
   * What is left of the share of a limit that has just changed. It goes back: with a limit that became lower, a share
   * that was leased and not used would count as used.
   */
  private returned(key: string): number {
    const share = this.shares.get(key);
    if (share === undefined || this.now() >= share.resetAt) return 0;
    const { tokens } = share;
    share.tokens = 0;
    return tokens;
  }

  /** One lease of a key at a time, large enough for all who wait for it. */
  private lease(key: string, limit: number): Promise<void> {
    const running = this.leases.get(key);
    if (running) return running;
    const points = Math.max(shareOf(limit), this.waiting.get(key) ?? 1);
    const lease = this.counter
      .add(key, points, this.returned(key))
      .then(({ consumed, resetMs }) => {
        const before = consumed - points;
        const tokens = Math.max(0, Math.min(points, limit - before));
        const unleased = Math.max(0, limit - consumed);
        this.shares.set(key, { limit, tokens, unleased, resetAt: this.now() + resetMs });
      })
      .finally(() => this.leases.delete(key));
    this.leases.set(key, lease);
    return lease;
  }
}
