import { sleep } from '@app/kernel';
import type { RateLimits } from '../catalogue/model-spec.js';
import { PRIORITIES, type Priority } from './lanes.js';
import { type Allowance, type BucketShape, bucketShape, type Draw, RateBucket } from './rate-bucket.js';

/** The one bucket that all instances draw from. */
export interface RateShare {
  /** Null where instances cannot reach each other: each goes on with its own bucket. Never rejects. */
  draw(name: string, shape: BucketShape, want: Allowance, back: Allowance): Promise<Draw | null>;
}

/** How long a call may wait for its turn. */
export interface RateWait {
  readonly priority: Priority;
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly until: number;
}

interface Waiting {
  readonly tokens: number;
  readonly start: () => void;
}

/** What is drawn at once: as much as flows in in this time. It is also how long a part that was drawn may be used. */
const DRAW_MS = 1_000;
/** Milliseconds between two looks at a bucket that was empty. */
const SHORTEST_LOOK_MS = 10;
const LONGEST_LOOK_MS = 1_000;
const NOTHING: Allowance = { requests: 0, tokens: 0 };

/**
 * Requests and tokens of one key and model that this instance may use. A call takes its estimate before it is made, so the
 * provider's limit is met ahead of time instead of by a refusal; what it did not use is given back. Parts of about a second
 * are drawn from the bucket that the instances share, so calls under the limit wait for nobody.
 */
export class RateWindow {
  private readonly shape: BucketShape;
  private readonly own: RateBucket;
  private readonly waiting: Readonly<Record<Priority, Waiting[]>> = { urgent: [], normal: [], bulk: [] };
  private held: Allowance;
  private back: Allowance = NOTHING;
  private left: Allowance;
  private drawnAt: number;
  private isDrawing = false;
  /** Of all that wait. */
  private queued: Allowance = NOTHING;

  constructor(
    private readonly name: string,
    private readonly limits: RateLimits,
    private readonly share: RateShare | undefined,
    private readonly now: () => number,
  ) {
    this.shape = bucketShape(limits);
    this.drawnAt = now();
    this.own = new RateBucket(this.shape, this.drawnAt);
    this.held = this.noLimit(NOTHING);
    this.left = this.shape.capacity;
  }

  get isUnlimited(): boolean {
    return this.limits.requestsPerMinute === undefined && this.limits.tokensPerMinute === undefined;
  }

  /** Milliseconds until a call of so many tokens fits, as far as is known here; 0 where it does now. */
  waitFor(tokens: number): number {
    if (this.isUnlimited) return 0;
    const { rate } = this.shape;
    const passed = this.now() - this.drawnAt;
    const missing = (need: number, which: 'requests' | 'tokens'): number =>
      rate[which] === 0
        ? 0
        : (need + this.queued[which] - this.held[which] - this.back[which] - this.left[which]) / rate[which] - passed;
    return Math.max(0, Math.ceil(Math.max(missing(1, 'requests'), missing(this.needOf(tokens), 'tokens'))));
  }

  /** Takes a request and its tokens, when it is its turn: by priority, then first come first served. False where that is not before `until`. Rejects with the signal's reason. */
  async take(tokens: number, { priority, signal, until }: RateWait): Promise<boolean> {
    if (this.isUnlimited) return true;
    this.expire();
    if (this.queued.requests === 0 && this.fits(tokens)) {
      this.spend(tokens);
      return true;
    }
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const lane = this.waiting[priority];
      const leave = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        lane.splice(lane.indexOf(waiting), 1);
        this.enqueue(-1, tokens);
      };
      const onAbort = (): void => {
        leave();
        reject(signal.reason as Error);
      };
      const timer = setTimeout(
        () => {
          leave();
          resolve(false);
        },
        Math.max(0, until - this.now()),
      );
      const waiting: Waiting = {
        tokens,
        start: () => {
          leave();
          resolve(true);
        },
      };
      signal.addEventListener('abort', onAbort, { once: true });
      lane.push(waiting);
      this.enqueue(1, tokens);
      void this.drawForAll();
    });
  }

  /** What was taken and not used; less than nothing where more was used. */
  giveBack({ requests, tokens }: Allowance): void {
    this.back = { requests: this.back.requests + requests, tokens: this.back.tokens + tokens };
  }

  /** Draws until nobody waits. */
  private async drawForAll(): Promise<void> {
    if (this.isDrawing) return;
    this.isDrawing = true;
    while (this.queued.requests > 0) {
      const { want, back } = { want: this.wanted(), back: this.back };
      this.back = NOTHING;
      const shared = (await this.share?.draw(this.name, this.shape, want, back)) ?? null;
      const now = this.now();
      if (shared !== null) this.own.spend(shared.granted, back, now);
      const { granted, left } = shared ?? this.own.draw(want, back, now);
      this.drawnAt = now;
      this.left = this.noLimit(left);
      this.held = { requests: this.held.requests + granted.requests, tokens: this.held.tokens + granted.tokens };
      this.startThoseThatFit();
      const isShort = granted.requests < want.requests || granted.tokens < want.tokens;
      const wait = isShort ? this.waitOfFirst() : 0;
      if (wait > 0) await sleep(Math.min(LONGEST_LOOK_MS, Math.max(SHORTEST_LOOK_MS, wait)));
    }
    this.isDrawing = false;
  }

  private startThoseThatFit(): void {
    for (const priority of PRIORITIES)
      for (let first = this.waiting[priority][0]; first !== undefined; first = this.waiting[priority][0]) {
        if (!this.fits(first.tokens)) return;
        this.spend(first.tokens);
        first.start();
      }
  }

  /** Milliseconds until what is missing for the first in the queue flows in. */
  private waitOfFirst(): number {
    const first = PRIORITIES.flatMap((priority) => this.waiting[priority].slice(0, 1))[0];
    if (first === undefined) return 0;
    const { rate } = this.shape;
    const requests = rate.requests === 0 ? 0 : (1 - this.held.requests) / rate.requests;
    const tokens = rate.tokens === 0 ? 0 : (this.needOf(first.tokens) - this.held.tokens) / rate.tokens;
    return Math.max(requests, tokens, SHORTEST_LOOK_MS);
  }

  /** What those that wait are missing, and about a second's worth at the least. */
  private wanted(): Allowance {
    const { capacity, rate } = this.shape;
    const of = (which: 'requests' | 'tokens'): number =>
      rate[which] === 0
        ? 0
        : Math.min(
            capacity[which],
            Math.max(0, Math.ceil(Math.max(this.queued[which], rate[which] * DRAW_MS) - this.held[which])),
          );
    return { requests: of('requests'), tokens: of('tokens') };
  }

  /** What lies here unused goes back with the next draw: others may be waiting for it. */
  private expire(): void {
    if (this.now() - this.drawnAt < DRAW_MS || this.isDrawing) return;
    const unused = this.limited({
      requests: Math.max(0, this.held.requests),
      tokens: Math.max(0, this.held.tokens),
    });
    this.giveBack(unused);
    this.held = this.noLimit({
      requests: Math.min(0, this.held.requests),
      tokens: Math.min(0, this.held.tokens),
    });
  }

  private enqueue(sign: 1 | -1, tokens: number): void {
    const { queued } = this;
    this.queued = { requests: queued.requests + sign, tokens: queued.tokens + sign * this.needOf(tokens) };
  }

  private fits(tokens: number): boolean {
    return this.held.requests >= 1 && this.held.tokens >= this.needOf(tokens);
  }

  private spend(tokens: number): void {
    this.held = { requests: this.held.requests - 1, tokens: this.held.tokens - tokens };
  }

  /** A call that is larger than the whole bucket waits for a full one. */
  private needOf(tokens: number): number {
    return Math.min(tokens, this.shape.capacity.tokens);
  }

  /** Infinity for what has no limit. */
  private noLimit({ requests, tokens }: Allowance): Allowance {
    return {
      requests: this.limits.requestsPerMinute === undefined ? Infinity : requests,
      tokens: this.limits.tokensPerMinute === undefined ? Infinity : tokens,
    };
  }

  /** 0 for what has no limit. */
  private limited({ requests, tokens }: Allowance): Allowance {
    return {
      requests: this.limits.requestsPerMinute === undefined ? 0 : requests,
      tokens: this.limits.tokensPerMinute === undefined ? 0 : tokens,
    };
  }
}
