import type { Transaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import { DocumentErasure } from '../documents/index.js';
import { DueRepository } from './data/due.repository.js';
import { ErasuresRepository } from './data/erasures.repository.js';
import type { Pending } from './domain/erasure.js';
import { addTo, NO_RECEIPT, type Receipt } from './domain/receipt.js';
import type { DueRule } from './domain/retention-rules.js';
import { Holds } from './holds.service.js';
import { LifecycleMetrics } from './lifecycle.metrics.js';
import { Tombstones } from './tombstones.service.js';

/** Documents in one transaction: some hundred milliseconds, so that nobody waits long for a lock, and little is done twice. */
const AT_ONCE = 50;
const QUERIES_AT_ONCE = 1_000;

/** A batch of what was due: the erasure that is to be settled, and where to go on. */
export interface Batch {
  readonly erasureId: string | null;
  /** Null where there is no more. */
  readonly last: string | null;
}

/** Erases what is due, batch by batch, each a transaction with its receipt. */
@Injectable()
export class DueErasure {
  constructor(
    private readonly due: DueRepository,
    private readonly documents: DocumentErasure,
    private readonly erasures: ErasuresRepository,
    private readonly holds: Holds,
    private readonly tombstones: Tombstones,
    private readonly metrics: LifecycleMetrics,
  ) {}

  /** Documents after `after`. */
  batch(rule: DueRule, after: string | null): Promise<Batch> {
    return this.due.transaction(async (tx) => {
      const ids = await this.due.documents(tx, rule, after, AT_ONCE);
      const last = ids.length < AT_ONCE ? null : (ids.at(-1) ?? null);
      const held = await this.holds.on(tx, ids);
      this.metrics.held.inc(held.size);
      const gone = await this.documents.eraseIn(
        tx,
        ids.filter((id) => !held.has(id)),
      );
      if (!gone) return { erasureId: null, last };
      const { rows, files, promptHashes } = gone;
      const done = { documents: gone.documentIds.length, files: files.length, rows };
      return { erasureId: await this.note(tx, done, { files, promptHashes }), last };
    });
  }

  /** Questions that were asked at `before` or earlier. */
  queriesBefore(before: Date): Promise<Batch> {
    return this.due.transaction(async (tx) => {
      const ids = await this.due.removeQueries(tx, before, QUERIES_AT_ONCE);
      if (ids.length === 0) return { erasureId: null, last: null };
      await this.tombstones.buryRows(
        tx,
        'queries',
        ids.map((id) => ({ id })),
      );
      const erasureId = await this.note(tx, { rows: { queries: ids.length } });
      return { erasureId, last: ids.length < QUERIES_AT_ONCE ? null : (ids.at(-1) ?? null) };
    });
  }

  private note(tx: Transaction, done: Partial<Receipt>, pending?: Pending): Promise<string> {
    const receipt = addTo(NO_RECEIPT, done);
    return this.erasures.insert(tx, { cause: 'retention', state: 'running', receipt, ...(pending && { pending }) });
  }
}
