import type { RateLimits } from '../catalogue/model-spec.js';

/** Requests and tokens. */
export interface Allowance {
  readonly requests: number;
  readonly tokens: number;
}

/** A part of a minute's limits that was handed out, and what is left for others. */
export interface Draw {
  readonly granted: Allowance;
  readonly left: Allowance;
}

/** How large a bucket is and how fast it fills; Infinity and 0 for what has no limit. */
export interface BucketShape {
  readonly capacity: Allowance;
  /** A millisecond. */
  readonly rate: Allowance;
}

const MINUTE_MS = 60_000;

/**
 * A bucket holds a little less than a minute's limit: calls arrive later than they are handed out, and handed out parts are
 * held for up to a second, so the provider's own bucket may be behind by what flows in meanwhile.
 */
const CAPACITY_SHARE = 0.95;

export const bucketShape = ({ requestsPerMinute, tokensPerMinute }: RateLimits): BucketShape => ({
  capacity: {
    requests: requestsPerMinute === undefined ? Infinity : Math.max(1, Math.floor(requestsPerMinute * CAPACITY_SHARE)),
    tokens: tokensPerMinute === undefined ? Infinity : Math.max(1, Math.floor(tokensPerMinute * CAPACITY_SHARE)),
  },
  rate: { requests: (requestsPerMinute ?? 0) / MINUTE_MS, tokens: (tokensPerMinute ?? 0) / MINUTE_MS },
});

/** The limits of one key and model as buckets that fill evenly, in the memory of one instance. */
export class RateBucket {
  private level: Allowance;
  private filledAt: number;

  constructor(
    private readonly shape: BucketShape,
    now: number,
  ) {
    this.level = shape.capacity;
    this.filledAt = now;
  }

  /** Hands out as much of `want` as there is. `back` is what was handed out before and not used. */
  draw(want: Allowance, back: Allowance, now: number): Draw {
    this.fill(back, now);
    const granted = {
      requests: grantOf(want.requests, this.level.requests),
      tokens: grantOf(want.tokens, this.level.tokens),
    };
    this.level = { requests: this.level.requests - granted.requests, tokens: this.level.tokens - granted.tokens };
    return { granted, left: this.level };
  }

  /** Takes what was handed out elsewhere, so that there is no second minute's worth once this bucket is gone by. */
  spend(granted: Allowance, back: Allowance, now: number): void {
    this.fill(back, now);
    this.level = { requests: this.level.requests - granted.requests, tokens: this.level.tokens - granted.tokens };
  }

  private fill(back: Allowance, now: number): void {
    const { capacity, rate } = this.shape;
    const passed = Math.max(0, now - this.filledAt);
    this.filledAt = now;
    this.level = {
      requests: Math.min(capacity.requests, this.level.requests + passed * rate.requests + back.requests),
      tokens: Math.min(capacity.tokens, this.level.tokens + passed * rate.tokens + back.tokens),
    };
  }
}

const grantOf = (want: number, level: number): number => Math.max(0, Math.min(want, Math.floor(level)));
