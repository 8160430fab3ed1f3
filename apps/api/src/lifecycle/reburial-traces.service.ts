import { TieredCache } from '@app/cache';
import { TenantDatabase, type Transaction } from '@app/database';
import type { JsonObject } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { DocumentErasure } from '../documents/index.js';
import { ErasuresRepository } from './data/erasures.repository.js';
import { SubjectRowsRepository } from './data/subject-rows.repository.js';
import { NO_RECEIPT } from './domain/receipt.js';
import { Holds } from './holds.service.js';

/** The single steps of a reburial: each one a transaction with its part of the receipt. */
@Injectable()
export class ReburialTraces {
  constructor(
    private readonly database: TenantDatabase,
    private readonly erasures: ErasuresRepository,
    private readonly rows: SubjectRowsRepository,
    private readonly erasure: DocumentErasure,
    private readonly holds: Holds,
    private readonly cache: TieredCache,
  ) {}

  /** A legal hold that was set meanwhile wins. Answers the erasure that it belongs to. */
  eraseDocuments(documentIds: readonly string[], erasureId: string | null): Promise<string | null> {
    return this.database.transaction(async (tx) => {
      const held = await this.holds.on(tx, documentIds);
      const gone = await this.erasure.eraseIn(
        tx,
        documentIds.filter((documentId) => !held.has(documentId)),
      );
      if (!gone) return erasureId;
      const id = await this.begun(tx, erasureId);
      const { rows, files, promptHashes } = gone;
      const done = { documents: gone.documentIds.length, files: files.length, rows };
      await this.erasures.add(tx, id, done, { files, promptHashes });
      return id;
    });
  }

  eraseRows(table: string, keys: readonly JsonObject[], erasureId: string | null): Promise<string> {
    return this.database.transaction(async (tx) => {
      const id = await this.begun(tx, erasureId);
      await this.erasures.add(tx, id, { rows: { [table]: await this.rows.remove(tx, table, keys) } });
      return id;
    });
  }

  private begun(tx: Transaction, erasureId: string | null): Promise<string> | string {
    return erasureId ?? this.erasures.insert(tx, { cause: 'restored-backup', state: 'running', receipt: NO_RECEIPT });
  }

  /** Stored answers and cached values live for a day or so and say nothing of where they came from: after a restore all of them go. */
  async forgetShortLived(erasureId: string): Promise<void> {
    const cached = await this.cache.forget(async (entries) => entries.map(() => true));
    await this.database.transaction(async (tx) => {
      const answers = await this.rows.forgetAnswers(tx);
      await this.erasures.add(tx, erasureId, { cached, rows: { idempotency_keys: answers } });
    });
  }
}
