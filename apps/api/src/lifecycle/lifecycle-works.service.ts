import { ObjectStore } from '@app/storage';
import { Injectable } from '@nestjs/common';
import { ExportFiles } from './export-files.service.js';
import type { WORKS } from './lifecycle.metrics.js';
import { OrphanedFiles } from './orphaned-files.service.js';
import { RestoreCheck } from './restore-check.service.js';
import { Retention } from './retention.service.js';
import { Settlement } from './settlement.service.js';
import { TenantErasure } from './tenant-erasure.service.js';

/** What processes that have died have left in the store. */
@Injectable()
export class Leftovers {
  constructor(
    private readonly store: ObjectStore,
    private readonly files: OrphanedFiles,
  ) {}

  async staged(): Promise<void> {
    await this.store.sweepStaged();
  }

  orphans(): Promise<void> {
    return this.files.turn();
  }
}

/** What a turn is made of, in its order. */
@Injectable()
export class LifecycleWorks {
  constructor(
    private readonly retention: Retention,
    private readonly settlement: Settlement,
    private readonly restores: RestoreCheck,
    private readonly exports: ExportFiles,
    private readonly tenants: TenantErasure,
    private readonly leftovers: Leftovers,
  ) {}

  readonly all: readonly (readonly [(typeof WORKS)[number], () => Promise<void>])[] = [
    ['retention', () => this.retention.turn()],
    ['settling', () => this.settlement.settleAbandoned()],
    ['tombstones', () => this.restores.turn()],
    ['exports', () => this.exports.turn()],
    ['tenants', () => this.tenants.turn()],
    ['staged', () => this.leftovers.staged()],
    ['orphans', () => this.leftovers.orphans()],
  ];
}
