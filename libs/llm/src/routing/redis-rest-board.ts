import type { RedisClient } from '@app/cache';
import type { RestBoard } from './key-pool.js';

/** One sorted set, by the time when a rest ends: looking for keys by name would walk through all that Redis holds. */
const RESTS = 'dossier:llm:rests';
/** Longer than any rest. */
const LIFE_MS = 2 * 3_600_000;
/** What other instances have announced is read this often. */
const REFRESH_MS = 1_000;

/**
 * Rests of keys, known in memory and shared through Redis. Without Redis each instance goes by what it has met itself.
 * Keys are named by fingerprints; nothing of a tenant or a secret stands in Redis.
 */
export class RedisRestBoard implements RestBoard {
  private readonly until = new Map<string, number>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly redis: RedisClient,
    private readonly now: () => number,
  ) {}

  start(): void {
    this.timer ??= setInterval(() => void this.refresh(), REFRESH_MS).unref();
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  restingUntil(keyId: string, model: string): number {
    // At nearly all times nothing rests.
    return this.until.size === 0 ? 0 : (this.until.get(`${keyId}|${model}`) ?? 0);
  }

  announce(keyId: string, model: string, until: number): void {
    const name = `${keyId}|${model}`;
    if (until <= (this.until.get(name) ?? 0)) return;
    this.until.set(name, until);
    if (until <= this.now() || !this.redis.isReady) return;
    this.redis
      .multi()
      .zAdd(RESTS, { score: until, value: name }, { comparison: 'GT' })
      .pExpire(RESTS, LIFE_MS)
      .exec()
      .catch(() => undefined);
  }

  /** Takes over what others have announced, and forgets what is over. */
  async refresh(): Promise<void> {
    const now = this.now();
    for (const [name, until] of this.until) if (until <= now) this.until.delete(name);
    if (!this.redis.isReady) return;
    try {
      const rests = await this.redis
        .multi()
        .zRemRangeByScore(RESTS, '-inf', now)
        .zRangeByScoreWithScores(RESTS, now, '+inf')
        .exec<'typed'>();
      for (const { value, score } of rests[1] as unknown as { value: string; score: number }[])
        this.until.set(value, Math.max(score, this.until.get(value) ?? 0));
    } catch {
      // The next refresh tries again; meanwhile what this instance has met itself holds.
    }
  }
}
