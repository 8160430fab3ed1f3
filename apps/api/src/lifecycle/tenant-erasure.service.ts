import { TieredCache } from '@app/cache';
import { DataKeys } from '@app/encryption';
import { Clock } from '@app/kernel';
import { ObjectStore } from '@app/storage';
import { runAsTenant, systemContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { DeletionsRepository } from './data/deletions.repository.js';
import { EmptyingRepository } from './data/emptying.repository.js';
import { ErasedMemory } from './erased-memory.service.js';
import { TenantEndings } from './tenant-endings.service.js';

const ROWS_AT_ONCE = 1_000;
/** Of one turn: other work must not wait for the end of a large tenant. The next turn goes on. */
const MOST_MS = 60_000;

/** What a tenant has outside of tables. */
@Injectable()
export class TenantBelongings {
  constructor(
    private readonly store: ObjectStore,
    private readonly cache: TieredCache,
    private readonly memory: ErasedMemory,
    private readonly keys: DataKeys,
  ) {}

  /** Cached values of the running tenant, on all tiers, and what instances hold in memory. Answers how many. */
  async forget(tenantId: string): Promise<number> {
    const cached = await this.cache.forget(async (entries) => entries.map(() => true));
    await this.memory.forget(tenantId);
    return cached;
  }

  removeFiles(tenantId: string): Promise<number> {
    return this.store.deleteAll(tenantId);
  }

  /** From here on nothing that was sealed for the tenant can be opened, wherever a copy of it lies. */
  shredKeys(tenantId: string): Promise<number> {
    return this.keys.shred(tenantId);
  }
}

/** Ends tenants whose time of grace is over, batch by batch. It can die anywhere: the next turn goes on with what is left. */
@Injectable()
export class TenantErasure {
  constructor(
    private readonly deletions: DeletionsRepository,
    private readonly emptying: EmptyingRepository,
    private readonly belongings: TenantBelongings,
    private readonly ends: TenantEndings,
    private readonly clock: Clock,
  ) {}

  async turn(): Promise<void> {
    const until = performance.now() + MOST_MS;
    for (const tenantId of await this.deletions.due(this.clock.date()))
      await runAsTenant(systemContext(tenantId), () => this.end(tenantId, until));
  }

  private async end(tenantId: string, until: number): Promise<void> {
    if (!(await this.deletions.begin(tenantId))) return;
    // Before anything goes: a backup that is put back while this runs must not stop it.
    await this.ends.bury(tenantId);
    if ((await this.empty(tenantId, until)) === null) return;
    await this.deletions.add(null, tenantId, { cached: await this.belongings.forget(tenantId) });
    await this.deletions.add(null, tenantId, { files: await this.belongings.removeFiles(tenantId) });
    // A request or a job that had begun before may have written since.
    if ((await this.empty(tenantId, until)) !== 0) return;
    await this.emptying.blank();
    // The ledgers are summed up every few seconds; the next turn goes on.
    if (await this.emptying.isSummingUp()) return;
    await this.deletions.add(null, tenantId, { keys: await this.belongings.shredKeys(tenantId) });
    await this.ends.complete(tenantId);
  }

  /** How many rows went; null where there was no time for all of them. */
  private async empty(tenantId: string, until: number): Promise<number | null> {
    let removed = 0;
    for (const table of await this.emptying.order())
      for (let count = ROWS_AT_ONCE; count === ROWS_AT_ONCE;) {
        if (performance.now() > until) return null;
        count = await this.emptying.removeSome(table, ROWS_AT_ONCE, (tx, rows) =>
          this.deletions.add(tx, tenantId, { rows: { [table]: rows } }),
        );
        removed += count;
      }
    return removed;
  }
}
