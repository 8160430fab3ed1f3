import { Log } from '@app/observability';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { RollUpsRepository } from './data/rollups.repository.js';

const EVERY_MS = 15_000;
/** One transaction's share: some seconds of work where much has piled up. */
const CHANGES_AT_ONCE = 50_000;

/** Rolls the ledgers up. Any number of instances may try: one does it at a time. */
@Injectable()
export class RollUps {
  private running = false;

  constructor(
    private readonly rollUps: RollUpsRepository,
    private readonly log: Log,
  ) {}

  @Interval(EVERY_MS)
  async turn(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      while (await this.rollUps.rollUp(CHANGES_AT_ONCE));
    } catch (error) {
      this.log.warn('analytics.roll_up_failed', { err: error });
    } finally {
      this.running = false;
    }
  }
}
