import { TenantDatabase, type Transaction } from '@app/database';
import { notFound } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type Erased, ErasureRepository } from './data/erasure.repository.js';
import { ErasureWatch } from './erasure-watch.js';
import { MailParts } from './mail-parts.service.js';

/** The one way in which documents go, whoever wants them to. */
@Injectable()
export class DocumentErasure {
  constructor(
    private readonly database: TenantDatabase,
    private readonly repository: ErasureRepository,
    private readonly parts: MailParts,
    private readonly watch: ErasureWatch,
  ) {}

  /**
   * Removes all rows of the documents and of what lies inside of them; what is outside of the database has to follow the commit.
   * Null where none of them is there. Throws `legal_hold`.
   */
  async eraseIn(tx: Transaction, documentIds: readonly string[]): Promise<Erased | null> {
    const family = await this.repository.family(tx, documentIds);
    if (family.documentIds.length === 0) return null;
    await this.watch.allow(tx, family.documentIds);
    const erased = await this.repository.erase(tx, family);
    await this.watch.bury(tx, erased.documentIds);
    return erased;
  }

  /** Erases one document everywhere. Throws `not_found`, `legal_hold`. */
  async erase(documentId: string): Promise<Erased> {
    const { erased, erasureId } = await this.database.transaction(async (tx) => {
      const document = await this.repository.find(tx, documentId);
      const gone = await this.eraseIn(tx, [documentId]);
      if (!document || !gone) throw notFound();
      await this.parts.changed(tx, document);
      return { erased: gone, erasureId: await this.watch.note(tx, gone) };
    });
    await this.watch.settle(erasureId);
    return erased;
  }
}
