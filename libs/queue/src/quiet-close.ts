import type { Queue } from 'bull';

/** What Bull's types do not show of its blocking connection. */
interface BlockingQueue {
  readonly bclientInitialized?: boolean;
  readonly bclient: { connect(): Promise<void> };
}

/**
 * On closing, Bull makes its blocking connection reconnect. Where that connection is coming back by itself just then,
 * after an outage of Redis, the attempt is refused, and Bull listens too late: the rejection would end the process.
 */
export function closeQuietly(queue: Queue): void {
  const close = queue.whenCurrentJobsFinished.bind(queue);
  queue.whenCurrentJobsFinished = () => {
    const blocking = queue as unknown as BlockingQueue;
    if (blocking.bclientInitialized) {
      const { bclient } = blocking;
      const connect = bclient.connect.bind(bclient);
      bclient.connect = () => connect().catch(() => undefined);
    }
    return close();
  };
}
