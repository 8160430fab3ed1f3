import type { RateLimits } from '../catalogue/model-spec.js';

const MINUTE_MS = 60_000;

/**
 * Requests and tokens of one key and model, as buckets that fill evenly over a minute. A call takes its estimate before it
 * is made, so the provider's limit is met ahead of time instead of by a refusal; what it really used is set right after.
 */
export class RateWindow {
  private requests: number;
  private tokens: number;
  private filledAt: number;

  constructor(
    private readonly limits: RateLimits,
    now: number,
  ) {
    this.requests = limits.requestsPerMinute ?? Infinity;
    this.tokens = limits.tokensPerMinute ?? Infinity;
    this.filledAt = now;
  }

  /** Milliseconds until a call of so many tokens fits; 0 where it does now. One that is larger than the whole bucket waits for a full one. */
  waitFor(tokens: number, now: number): number {
    this.fill(now);
    const { requestsPerMinute = Infinity, tokensPerMinute = Infinity } = this.limits;
    const forRequest = this.requests >= 1 ? 0 : ((1 - this.requests) / requestsPerMinute) * MINUTE_MS;
    const needed = Math.min(tokens, tokensPerMinute);
    const forTokens = this.tokens >= needed ? 0 : ((needed - this.tokens) / tokensPerMinute) * MINUTE_MS;
    return Math.ceil(Math.max(forRequest, forTokens));
  }

  take(tokens: number, now: number): void {
    this.fill(now);
    this.requests -= 1;
    this.tokens -= tokens;
  }

  /** Sets right what a call was estimated at. */
  correct(estimated: number, used: number): void {
    this.tokens += estimated - used;
  }

  private fill(now: number): void {
    const share = Math.max(0, now - this.filledAt) / MINUTE_MS;
    this.filledAt = now;
    const { requestsPerMinute, tokensPerMinute } = this.limits;
    if (requestsPerMinute !== undefined)
      this.requests = Math.min(requestsPerMinute, this.requests + share * requestsPerMinute);
    if (tokensPerMinute !== undefined) this.tokens = Math.min(tokensPerMinute, this.tokens + share * tokensPerMinute);
  }
}
