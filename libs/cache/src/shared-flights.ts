import { randomUUID } from 'node:crypto';
import { sleep } from '@app/kernel';
import type { RedisClient } from './redis.js';
import { withinRedisTime } from './tiers.js';

/** Milliseconds between two looks of those that wait: short at first, then longer. */
const FIRST_LOOK_MS = 20;
const LONGEST_LOOK_MS = 250;

/** How long a leader that has died is waited for. Longer than an event loop is ever held, so that the living are not overtaken. */
const LEASE_MS = 5_000;
/** A lock is renewed so often before its lease is over: one renewal may be late or lost. */
const RENEWALS = 4;

/** Deletes a lock that is still ours. */
const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

/** Lengthens the leases of those locks that are still ours. */
const RENEW = `
for i, lock in ipairs(KEYS) do
  if redis.call('GET', lock) == ARGV[i + 1] then redis.call('PEXPIRE', lock, ARGV[1]) end
end
return 0`;

interface Flight<T> {
  /** Computes the value and puts it where `look` finds it. */
  readonly work: () => Promise<T>;
  readonly look: () => Promise<T | null>;
}

/**
 * One instance of the service computes a value, the others wait until it is there. A lock that the leader renews while it works
 * stands for it; when it fails, or its lease runs out because it has died, the next one leads. Without Redis every instance
 * computes: a lock never fails the work.
 */
export class SharedFlights {
  /** Tokens of the locks of flights under way, by name of the lock. */
  private readonly held = new Map<string, string>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly redis: Pick<RedisClient, 'set' | 'eval' | 'isReady'>,
    private readonly leaseMs = LEASE_MS,
  ) {}

  /** `seconds`: how long another's work is waited for at most. */
  async lead<T>(name: string, seconds: number, { work, look }: Flight<T>): Promise<T> {
    const lock = `${name}:flight`;
    const token = randomUUID();
    const until = Date.now() + seconds * 1000;
    for (let wait = FIRST_LOOK_MS; ; wait = Math.min(LONGEST_LOOK_MS, wait * 2)) {
      // The lock is asked for first: what is not there after it was taken, nobody else is about to bring.
      const [isTaken, value] = await Promise.all([this.take(lock, token), look()]);
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
  private async take(lock: string, token: string): Promise<boolean> {
    if (!this.redis.isReady) return true;
    try {
      const life = { type: 'PX', value: this.leaseMs } as const;
      const isTaken =
        (await withinRedisTime(this.redis.set(lock, token, { condition: 'NX', expiration: life }))) !== null;
      if (isTaken) this.hold(lock, token);
      return isTaken;
    } catch {
      return true;
    }
  }

  /** One timer and one command for all flights of this instance, however many there are. */
  private hold(lock: string, token: string): void {
    this.held.set(lock, token);
    this.timer ??= setInterval(() => void this.renew(), this.leaseMs / RENEWALS).unref();
  }

  private async renew(): Promise<void> {
    if (this.timer !== null && this.held.size === 0) {
      clearInterval(this.timer);
      this.timer = null;
    }
    if (this.held.size === 0 || !this.redis.isReady) return;
    const script = { keys: [...this.held.keys()], arguments: [String(this.leaseMs), ...this.held.values()] };
    await withinRedisTime(this.redis.eval(RENEW, script)).catch(() => undefined);
  }

  private async release(lock: string, token: string): Promise<void> {
    if (this.held.get(lock) === token) this.held.delete(lock);
    if (!this.redis.isReady) return;
    await withinRedisTime(this.redis.eval(RELEASE, { keys: [lock], arguments: [token] })).catch(() => undefined);
  }
}
