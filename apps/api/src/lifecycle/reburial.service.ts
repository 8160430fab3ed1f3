import type { JsonObject } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { SubjectRowsRepository } from './data/subject-rows.repository.js';
import { TombstonesRepository } from './data/tombstones.repository.js';
import { ReburiedTenants } from './reburied-tenants.service.js';
import { ReburialTraces } from './reburial-traces.service.js';
import { TombstoneLog } from './tombstone-log.js';
import { Tombstones } from './tombstones.service.js';

const AT_ONCE = 1_000;
const DOCUMENTS_AT_ONCE = 100;
const DOCUMENTS = 'documents';
/** Of the end of a file that was read before: a database that has these has what stands before them. */
const TAIL_BYTES = 65_536;

/** Erases again what a backup of the database has brought back. */
@Injectable()
export class Reburial {
  /** Up to where the file of a tenant has been held against the database. */
  private readonly applied = new Map<string, number>();

  constructor(
    private readonly repository: TombstonesRepository,
    private readonly file: TombstoneLog,
    private readonly rows: SubjectRowsRepository,
    private readonly traces: ReburialTraces,
    private readonly tombstones: Tombstones,
    private readonly ended: ReburiedTenants,
  ) {}

  /** Erases again what has come back, of the running tenant. Answers the erasure that is still to be settled, or null. */
  async apply(): Promise<string | null> {
    await this.takeFromFile();
    if (await this.tombstones.isOver()) {
      await this.ended.again(tenantContext().tenantId);
      return null;
    }
    let erasureId: string | null = null;
    for (let after: string | null = null; ;) {
      const risen = await this.repository.risenDocuments(after, DOCUMENTS_AT_ONCE);
      if (risen.length === 0) break;
      erasureId = await this.traces.eraseDocuments(risen, erasureId);
      after = risen.at(-1) ?? null;
    }
    for (const table of await this.repository.tables())
      if (table !== DOCUMENTS) erasureId = await this.eraseRowsAgain(table, erasureId);
    if (erasureId !== null) await this.traces.forgetShortLived(erasureId);
    return erasureId;
  }

  private async takeFromFile(): Promise<void> {
    const { tenantId } = tenantContext();
    const size = await this.file.size(tenantId);
    const done = this.applied.get(tenantId) ?? 0;
    // Of a file that is shorter than it was, or a database that lacks what it had, nothing is known any more.
    const isKnown = done > 0 && size >= done && (await this.take(Math.max(0, done - TAIL_BYTES))) === 0;
    if (!isKnown) await this.take(0);
    this.applied.set(tenantId, size);
  }

  /** Answers how many tombstones of the file the database did not have. */
  private async take(from: number): Promise<number> {
    let added = 0;
    for await (const stones of this.file.read(tenantContext().tenantId, from, AT_ONCE))
      added += await this.repository.addMissing(stones);
    return added;
  }

  private async eraseRowsAgain(table: string, erasureId: string | null): Promise<string | null> {
    let id = erasureId;
    for (let after: JsonObject | null = null; ;) {
      const page = await this.rows.rows(table, after, AT_ONCE);
      const codes = page.map(({ key }) => this.tombstones.codeOf(table, key));
      const known = await this.repository.buried(table, codes);
      const back = page.flatMap(({ key }, index) => (known.has(codes[index] ?? '') ? [key] : []));
      if (back.length > 0) id = await this.traces.eraseRows(table, back, id);
      const last = page.at(-1);
      if (page.length < AT_ONCE || last === undefined) return id;
      after = last.key;
    }
  }
}
