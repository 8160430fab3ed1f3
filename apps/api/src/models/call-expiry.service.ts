import { Log } from '@app/observability';
import { runAsTenant, systemContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { CallsRepository } from './data/calls.repository.js';

const HALF_A_MINUTE = 30_000;

/**
 * Enters calls whose process died as spent: a provider may have answered and billed them. Two instances at once do no harm:
 * each takes the calls that the other has not locked.
 */
@Injectable()
export class CallExpiry {
  constructor(
    private readonly calls: CallsRepository,
    private readonly log: Log,
  ) {}

  @Interval('models.expire-calls', HALF_A_MINUTE)
  async sweep(): Promise<void> {
    try {
      const tenants = await this.calls.tenantsWithLost();
      let total = 0;
      // One statement takes a bounded number of calls.
      for (let expired = -1; expired !== 0; total += expired) expired = await this.calls.expire();
      // What became spent may have passed a soft limit.
      for (const tenantId of tenants) await runAsTenant(systemContext(tenantId), () => this.calls.warnOfLost());
      if (total > 0) this.log.warn('models.calls_expired', { calls: total });
    } catch (error) {
      this.log.warn('models.expiry_failed', { err: error });
    }
  }
}
