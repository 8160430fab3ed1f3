import { TenantDatabase } from '@app/database';
import { runAsTenant, systemContext, tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { ErasuresRepository } from './data/erasures.repository.js';
import type { Erasure } from './domain/erasure.js';
import { ErasedContents } from './erased-contents.service.js';
import { ErasedMemory } from './erased-memory.service.js';
import { ErasureReports } from './erasure-reports.service.js';
import { Tombstones } from './tombstones.service.js';

/** Longer than any settlement takes: what has not changed for so long nobody is at work on. */
const ABANDONED_SECONDS = 60;

/** What follows the commit of an erasure: whatever of it is not in the database. All of it may be done twice. */
@Injectable()
export class Settlement {
  constructor(
    private readonly database: TenantDatabase,
    private readonly erasures: ErasuresRepository,
    private readonly contents: ErasedContents,
    private readonly memory: ErasedMemory,
    private readonly tombstones: Tombstones,
    private readonly reports: ErasureReports,
  ) {}

  /** Brings an erasure to its end, whoever has begun it. */
  async settle(erasureId: string): Promise<void> {
    const erasure = await this.erasures.find(erasureId);
    if (erasure === null || erasure.state !== 'running') return;
    await this.end(erasure, await this.contents.remove(erasure.pending));
  }

  /** Settles what was left behind by processes that have died. */
  async settleAbandoned(): Promise<void> {
    for (const { tenantId, id } of await this.erasures.unsettled(ABANDONED_SECONDS))
      await runAsTenant(systemContext(tenantId), () => this.settle(id));
  }

  /** Tombstones last before anybody is told that something is gone. */
  async end({ id }: Pick<Erasure, 'id'>, cached: number): Promise<void> {
    await this.tombstones.log();
    await this.memory.forget(tenantContext().tenantId);
    await this.contents.removeExports();
    await this.database.transaction(async (tx) => {
      await this.erasures.add(tx, id, { cached });
      await this.erasures.end(tx, id, 'succeeded');
    });
    const ended = await this.erasures.find(id);
    if (ended !== null) await this.reports.ended(ended);
  }
}
