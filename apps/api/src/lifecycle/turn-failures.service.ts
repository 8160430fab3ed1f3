import { Log } from '@app/observability';
import { Injectable } from '@nestjs/common';
import { LifecycleMetrics, type WORKS } from './lifecycle.metrics.js';

/** Work that nobody waits for: when it fails it is logged and counted, and tried again in the next turn. */
@Injectable()
export class TurnFailures {
  constructor(
    private readonly metrics: LifecycleMetrics,
    private readonly log: Log,
  ) {}

  /** Never throws. */
  async guard(work: (typeof WORKS)[number], run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.metrics.failures.inc({ work });
      this.log.warn('lifecycle.turn_failed', { work, err: error });
    }
  }
}
