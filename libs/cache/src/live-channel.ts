import type { RedisClient } from './redis.js';

type Listener = (news?: unknown) => void;

/** Without a message for this long, the truth is looked at: pub/sub may lose messages. */
const LOOK_MS = 1_000;

/**
 * Tells all instances that something about a subject has changed, over Redis pub/sub. It carries no content, and a
 * message may be lost: who listens looks into Postgres, and looks again after a while without a message.
 */
export class LiveChannel {
  private readonly listeners = new Map<string, Set<Listener>>();

  constructor(
    private readonly publisher: RedisClient,
    private readonly subscriber: RedisClient,
    private readonly channel: string,
  ) {}

  async start(): Promise<void> {
    await this.subscriber.subscribe(this.channel, (subject: string) => {
      for (const listener of this.listeners.get(subject) ?? []) listener();
    });
  }

  /** With `news`, who listens in this process is told at once, and told them; they go nowhere else. */
  publish(subject: string, news?: unknown): void {
    if (news !== undefined) for (const listener of this.listeners.get(subject) ?? []) listener(news);
    if (this.publisher.isReady) this.publisher.publish(this.channel, subject).catch(() => undefined);
  }

  /** Calls `listener` at each message on the subject until the returned function is called; with news where this process has them. */
  listen(subject: string, listener: Listener): () => void {
    const set = this.listeners.get(subject) ?? new Set<Listener>();
    this.listeners.set(subject, set.add(listener));
    return () => {
      set.delete(listener);
      if (set.size === 0) this.listeners.delete(subject);
    };
  }

  /** What `look` sees as soon as it is `ended`, or as it stands after `seconds`. It looks at each message on the subject, and now and then. */
  async seen<T>(subject: string, seconds: number, look: () => Promise<T>, ended: (seen: T) => boolean): Promise<T> {
    const until = Date.now() + seconds * 1_000;
    let wake: () => void = () => undefined;
    const stop = this.listen(subject, () => wake());
    try {
      for (;;) {
        const rung = new Promise<void>((resolve) => (wake = resolve));
        const seen = await look();
        const left = until - Date.now();
        if (ended(seen) || left <= 0) return seen;
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, Math.min(left, LOOK_MS))));
        await Promise.race([rung, late]);
        clearTimeout(timer);
      }
    } finally {
      stop();
    }
  }
}
