/** Urgent work goes first; bulk work never takes the last places. */
export const PRIORITIES = ['urgent', 'normal', 'bulk'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Share of the places that a lane may fill: what is left is kept for the lanes before it. */
const SHARE: Readonly<Record<Priority, number>> = { urgent: 1, normal: 0.95, bulk: 0.8 };

interface Waiting {
  readonly start: () => void;
}

/** A bulkhead: at most so many calls at once to one provider, by lanes of priority, first come first served in a lane. */
export class Lanes {
  private running = 0;
  private readonly inLane: Record<Priority, number> = { urgent: 0, normal: 0, bulk: 0 };
  private readonly waiting: Readonly<Record<Priority, Waiting[]>> = { urgent: [], normal: [], bulk: [] };

  constructor(private readonly places: number) {}

  /** Calls under way, by lane. */
  get inFlight(): Readonly<Record<Priority, number>> {
    return this.inLane;
  }

  /** Calls that wait for a place, by lane. */
  get queued(): Readonly<Record<Priority, number>> {
    const { urgent, normal, bulk } = this.waiting;
    return { urgent: urgent.length, normal: normal.length, bulk: bulk.length };
  }

  /** Runs `work` when there is a place. Rejects with the signal's reason when it aborts before that. */
  async run<T>(priority: Priority, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    await this.enter(priority, signal);
    this.inLane[priority]++;
    try {
      return await work();
    } finally {
      this.inLane[priority]--;
      this.running--;
      this.startNext();
    }
  }

  private enter(priority: Priority, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.hasPlace(priority)) {
      this.running++;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const lane = this.waiting[priority];
      const onAbort = (): void => {
        lane.splice(lane.indexOf(waiting), 1);
        reject(signal.reason as Error);
      };
      const waiting: Waiting = {
        start: () => {
          signal.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      signal.addEventListener('abort', onAbort, { once: true });
      lane.push(waiting);
    });
  }

  private hasPlace(priority: Priority): boolean {
    return this.running < Math.max(1, Math.floor(this.places * SHARE[priority]));
  }

  private startNext(): void {
    for (const priority of PRIORITIES) {
      if (!this.hasPlace(priority)) continue;
      const next = this.waiting[priority].shift();
      if (next === undefined) continue;
      this.running++;
      next.start();
      return;
    }
  }
}
