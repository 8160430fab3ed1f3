import { randomUUID } from 'node:crypto';
import { sleep } from '@app/kernel';
import type { RedisClient } from './redis.js';
import { withinRedisTime } from './tiers.js';

/** Milliseconds between two looks of those that wait: short at first, then longer. */
const FIRST_LOOK_MS = 20;
const LONGEST_LOOK_MS = 250;

/** Deletes a lock that is still ours. */
const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

interface Flight<T> {
  /** Computes the value and puts it where `look` finds it. */
  readonly work: () => Promise<T>;
  readonly look: () => Promise<T | null>;
}

/**
 * One instance of the service computes a value, the others wait until it is there. A lock that expires stands for the
 * leader; when it fails or dies the next one leads. Without Redis every instance computes: a lock never fails the work.
 */
export class SharedFlights {
  constructor(private readonly redis: Pick<RedisClient, 'set' | 'exists' | 'eval' | 'isReady'>) {}

  async lead<T>(name: string, seconds: number, { work, look }: Flight<T>): Promise<T> {
    const lock = `${name}:flight`;
    const token = randomUUID();
    const until = Date.now() + seconds * 1000;
    for (let wait = FIRST_LOOK_MS; ; wait = Math.min(LONGEST_LOOK_MS, wait * 2)) {
      // The lock is asked for first: what is not there after it was taken, nobody else is about to bring.
      const [isTaken, value] = await Promise.all([this.take(lock, token, seconds), look()]);
      try {
        if (value !== null) return value;
        if (isTaken || Date.now() >= until) return await work();
      } finally {
        if (isTaken) void this.release(lock, token);
      }
      await sleep(wait);
    }
  }

  /** True also where Redis cannot say: better twice than never. */
  private async take(lock: string, token: string, seconds: number): Promise<boolean> {
    if (!this.redis.isReady) return true;
    try {
      const life = { type: 'PX', value: Math.max(1, Math.ceil(seconds * 1000)) } as const;
      return (await withinRedisTime(this.redis.set(lock, token, { condition: 'NX', expiration: life }))) !== null;
    } catch {
      return true;
    }
  }

  private async release(lock: string, token: string): Promise<void> {
    if (!this.redis.isReady) return;
    await withinRedisTime(this.redis.eval(RELEASE, { keys: [lock], arguments: [token] })).catch(() => undefined);
  }
}
