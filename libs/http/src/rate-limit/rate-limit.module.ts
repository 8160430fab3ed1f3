import { Global, Module } from '@nestjs/common';
import { RateLimiter } from './rate-limiter.js';

/** Provides the counting. The guard is registered by the room that authenticates, so that it runs right after it. */
@Global()
@Module({ providers: [RateLimiter], exports: [RateLimiter] })
export class RateLimitModule {}
