import type { Transaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import { type Erased, ErasureWatch } from '../documents/index.js';
import { ErasuresRepository } from './data/erasures.repository.js';
import { NO_RECEIPT } from './domain/receipt.js';
import { Holds } from './holds.service.js';
import { Settlement } from './settlement.service.js';
import { Tombstones } from './tombstones.service.js';

/** Keeps watch over every document that goes: holds before, tombstones and a receipt with it, what is outside of the database after. */
@Injectable()
export class ErasureKeeper extends ErasureWatch {
  constructor(
    private readonly holds: Holds,
    private readonly tombstones: Tombstones,
    private readonly erasures: ErasuresRepository,
    private readonly settlement: Settlement,
  ) {
    super();
  }

  allow(tx: Transaction, documentIds: readonly string[]): Promise<void> {
    return this.holds.refuse(tx, documentIds);
  }

  bury(tx: Transaction, documentIds: readonly string[]): Promise<void> {
    return this.tombstones.buryDocuments(tx, documentIds);
  }

  note(tx: Transaction, { rows, files, documentIds, promptHashes }: Erased): Promise<string> {
    return this.erasures.insert(tx, {
      cause: 'document',
      state: 'running',
      receipt: { ...NO_RECEIPT, documents: documentIds.length, files: files.length, rows },
      pending: { files, promptHashes },
    });
  }

  settle(erasureId: string): Promise<void> {
    return this.settlement.settle(erasureId);
  }
}
