import type { WorkDone } from './adaptive-limit.js';

/**
 * The places for jobs of one kind in a process. Who fetches calls takes a place first and keeps it while it waits for a call, so
 * that no call lies in a process that has no place for its job while another one is idle.
 */
export class Places {
  private readonly waiting: (() => void)[] = [];
  private open = true;
  private ended = 0;
  private seconds = 0;
  private wanted = false;

  /** `taken`: places that somebody has from the start. */
  constructor(
    private limit: number,
    private taken: number,
  ) {}

  /** Resolves when there is a place, which is the caller's from then on. */
  take(): Promise<void> {
    if (!this.open || this.taken < this.limit) {
      this.taken++;
      return Promise.resolve();
    }
    this.wanted = true;
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** As `take`; null where as many wait already as can be at work. */
  join(): Promise<void> | null {
    return this.waiting.length < this.limit ? this.take() : null;
  }

  /** Gives a place back, after a job that took so many seconds or without one. */
  give(seconds?: number): void {
    this.taken--;
    if (seconds !== undefined) {
      this.ended++;
      this.seconds += seconds;
    }
    this.fill();
  }

  resize(limit: number): void {
    this.limit = limit;
    this.fill();
  }

  /** Nobody waits any more: the process stops. */
  close(): void {
    this.open = false;
    this.fill();
  }

  /** What was done since the last call of this. */
  done(): WorkDone {
    const { ended, seconds } = this;
    const wanted = this.wanted || this.waiting.length > 0;
    this.ended = 0;
    this.seconds = 0;
    this.wanted = false;
    return { ended, meanSeconds: ended === 0 ? 0 : seconds / ended, wanted };
  }

  private fill(): void {
    while (this.waiting.length > 0 && (!this.open || this.taken < this.limit)) {
      this.taken++;
      this.waiting.shift()?.();
    }
  }
}
