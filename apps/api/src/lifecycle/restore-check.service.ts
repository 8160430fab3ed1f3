import { Log } from '@app/observability';
import { runAsTenant, systemContext } from '@app/tenancy';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ServedRepository } from './data/served.repository.js';
import { Reburial } from './reburial.service.js';
import { Settlement } from './settlement.service.js';
import { Tombstones } from './tombstones.service.js';
import { TurnFailures } from './turn-failures.service.js';

/** Holds the database against the tombstones outside of it: before the first request is let in, and from time to time. */
@Injectable()
export class RestoreCheck implements OnApplicationBootstrap {
  constructor(
    private readonly tombstones: Tombstones,
    private readonly reburial: Reburial,
    private readonly settlement: Settlement,
    private readonly served: ServedRepository,
    private readonly failures: TurnFailures,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.turn();
  }

  async turn(): Promise<void> {
    for (const tenantId of await this.served.among(await this.tombstones.tenants()))
      await this.failures.guard('tombstones', () => runAsTenant(systemContext(tenantId), () => this.ofTenant()));
  }

  private async ofTenant(): Promise<void> {
    await this.tombstones.log();
    const erasureId = await this.reburial.apply();
    if (erasureId === null) return;
    this.log.warn('lifecycle.backup_restored', { erasureId });
    await this.settlement.settle(erasureId);
  }
}
