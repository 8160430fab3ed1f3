import { REDIS, type RedisClient } from '@app/cache';
import { Inject, Injectable } from '@nestjs/common';
import { clientNetwork } from './client-network.js';
import { LeasedWindow, type RateDecision } from './leased-window.js';
import { type RateLimitConfig, rateLimitConfig } from './rate-limit.config.js';
import { SharedWindowCounter } from './window-counter.js';

/** The limits of one tenant. */
export interface TenantRates {
  /** Requests in a fixed window of 60 seconds. */
  readonly requestsPerMinute: number;
  /** Requests in any one second of it, so that a minute's worth does not come at once. */
  readonly burst: number;
}

/** What is counted for a client address: routes without a token, sign-ins, and requests whose token was refused. */
export type AddressLimit = 'public' | 'sign-in' | 'refused';

/** Counts requests of tenants and of client addresses over all instances. */
@Injectable()
export class RateLimiter {
  private readonly minute: LeasedWindow;
  private readonly second: LeasedWindow;
  private readonly perAddress: Readonly<Record<AddressLimit, number>>;

  constructor(@Inject(REDIS) redis: RedisClient, @Inject(rateLimitConfig.token) config: RateLimitConfig) {
    this.minute = new LeasedWindow(new SharedWindowCounter(redis, 'minute', 60));
    this.second = new LeasedWindow(new SharedWindowCounter(redis, 'second', 1));
    this.perAddress = {
      public: config.publicPerMinute,
      'sign-in': config.signInPerMinute,
      refused: config.refusedPerMinute,
    };
  }

  /** Takes one request of a tenant; where only the second is used up, the decision says when the next one begins. */
  takeForTenant(tenantId: string, rates: TenantRates): RateDecision | Promise<RateDecision> {
    const key = `tenant:${tenantId}`;
    const second = this.second.take(key, rates.burst);
    if (!(second instanceof Promise) && !second.allowed) return second;
    const minute = this.minute.take(key, rates.requestsPerMinute);
    if (second instanceof Promise || minute instanceof Promise)
      return Promise.all([second, minute]).then(([inSecond, inMinute]) => joined(inSecond, inMinute));
    return joined(second, minute);
  }

  /** Takes one request of a client address. */
  takeForAddress(limit: AddressLimit, ip: string): RateDecision | Promise<RateDecision> {
    return this.minute.take(`${limit}:${clientNetwork(ip)}`, this.perAddress[limit]);
  }

  /** True where an address is known to be over a limit; costs nothing and counts nothing. */
  isAddressOver(limit: AddressLimit, ip: string): boolean {
    return this.minute.isUsedUp(`${limit}:${clientNetwork(ip)}`, this.perAddress[limit]);
  }
}

const joined = (second: RateDecision, minute: RateDecision): RateDecision =>
  minute.allowed && !second.allowed ? second : minute;
