import type { AppError } from '@app/kernel';
import { readingError } from '../reading.errors.js';

const WATCH_MS = 100;

export interface WatchOptions {
  /** Milliseconds that the whole task may take. */
  readonly wallMs: number;
  /** Milliseconds without a sign of life after which the process hangs. */
  readonly stallMs: number;
  readonly maxBytes: number;
  readonly residentBytes: () => Promise<number | null>;
  readonly onBreach: (error: AppError) => void;
}

/** Watches one task in a reading process: time, signs of life, memory. */
export class TaskWatch {
  private readonly started = performance.now();
  private alive = this.started;
  private isWorking = true;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly options: WatchOptions) {
    this.timer = setInterval(() => void this.look(), Math.min(WATCH_MS, options.wallMs, options.stallMs));
  }

  heard(): void {
    this.alive = performance.now();
  }

  /** The task is done; what it found is on its way, at the pace of whoever takes it. */
  done(): void {
    this.isWorking = false;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    const { wallMs, stallMs, maxBytes, residentBytes, onBreach } = this.options;
    const now = performance.now();
    if (this.isWorking && (now - this.started > wallMs || now - this.alive > stallMs))
      return onBreach(readingError('reading_timeout'));
    const bytes = await residentBytes();
    if (bytes !== null && bytes > maxBytes) onBreach(readingError('reading_out_of_memory'));
  }
}
