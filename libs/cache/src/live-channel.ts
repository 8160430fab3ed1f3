import type { RedisClient } from './redis.js';

type Listener = () => void;

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

  publish(subject: string): void {
    if (this.publisher.isReady) this.publisher.publish(this.channel, subject).catch(() => undefined);
  }

  /** Calls `listener` at each message on the subject until the returned function is called. */
  listen(subject: string, listener: Listener): () => void {
    const set = this.listeners.get(subject) ?? new Set<Listener>();
    this.listeners.set(subject, set.add(listener));
    return () => {
      set.delete(listener);
      if (set.size === 0) this.listeners.delete(subject);
    };
  }
}
