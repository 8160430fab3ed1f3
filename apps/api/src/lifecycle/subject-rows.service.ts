import { TenantDatabase } from '@app/database';
import { Injectable } from '@nestjs/common';
import { ErasuresRepository } from './data/erasures.repository.js';
import { SubjectRowsRepository } from './data/subject-rows.repository.js';
import { Holds } from './holds.service.js';
import type { FoundRows } from './subject-finder.service.js';
import { Tombstones } from './tombstones.service.js';

/** Erases rows of a subject that belong to no document. */
@Injectable()
export class SubjectRows {
  constructor(
    private readonly database: TenantDatabase,
    private readonly erasures: ErasuresRepository,
    private readonly rows: SubjectRowsRepository,
    private readonly holds: Holds,
    private readonly tombstones: Tombstones,
  ) {}

  /** Documents that came up to `before` and are not read yet, and those that nothing could be read in. */
  unread(before: Date): Promise<{ readonly underWay: number; readonly unread: number }> {
    return this.rows.unread(before);
  }

  /** Answers how many have gone. */
  async erase(id: string, { table, rows }: FoundRows): Promise<number> {
    return this.database.transaction(async (tx) => {
      const keys = (await this.holds.free(tx, rows)).map(({ key }) => key);
      if (keys.length === 0) return 0;
      const removed = await this.rows.remove(tx, table, keys);
      await this.tombstones.buryRows(tx, table, keys);
      await this.erasures.add(tx, id, { rows: { [table]: removed } });
      return removed;
    });
  }
}
