import type { RedisClient } from '@app/cache';
import type { RestBoard } from './key-pool.js';

const PREFIX = 'dossier:llm:rest:';
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
    return this.until.get(`${keyId}|${model}`) ?? 0;
  }

  announce(keyId: string, model: string, until: number): void {
    const name = `${keyId}|${model}`;
    if (until <= (this.until.get(name) ?? 0)) return;
    this.until.set(name, until);
    const life = Math.ceil(until - this.now());
    if (life <= 0 || !this.redis.isReady) return;
    this.redis.set(PREFIX + name, String(until), { expiration: { type: 'PX', value: life } }).catch(() => undefined);
  }

  /** Takes over what others have announced, and forgets what is over. */
  async refresh(): Promise<void> {
    const now = this.now();
    for (const [name, until] of this.until) if (until <= now) this.until.delete(name);
    if (!this.redis.isReady) return;
    try {
      for await (const names of this.redis.scanIterator({ MATCH: `${PREFIX}*`, COUNT: 200 })) {
        const list = names as unknown as string[];
        if (list.length === 0) continue;
        const values = (await this.redis.mGet(list)) as (string | null)[];
        list.forEach((name, index) => {
          const until = Number(values[index] ?? 0);
          if (until > now) this.until.set(name.slice(PREFIX.length), until);
        });
      }
    } catch {
      // The next refresh tries again; meanwhile what this instance has met itself holds.
    }
  }
}
