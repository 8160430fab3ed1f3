import { TenantDatabase } from '@app/database';
import { publicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { DocumentErasure } from '../documents/index.js';
import { ErasuresRepository } from './data/erasures.repository.js';
import { ErasedContents } from './erased-contents.service.js';
import { Holds } from './holds.service.js';

const DOCUMENTS_AT_ONCE = 50;

/** What of documents has gone, and the hold on each that stays. */
export interface ErasedDocuments {
  readonly removed: number;
  readonly held: readonly string[];
}

/** Erases documents of a subject: each step a transaction with its part of the receipt. */
@Injectable()
export class SubjectDocuments {
  constructor(
    private readonly database: TenantDatabase,
    private readonly erasures: ErasuresRepository,
    private readonly documents: DocumentErasure,
    private readonly holds: Holds,
    private readonly contents: ErasedContents,
  ) {}

  /** Answers how many documents have gone, and the hold on each that stays. */
  async erase(id: string, ids: readonly string[]): Promise<ErasedDocuments> {
    const held: string[] = [];
    let removed = 0;
    for (let at = 0; at < ids.length; at += DOCUMENTS_AT_ONCE) {
      const step = await this.eraseSome(id, ids.slice(at, at + DOCUMENTS_AT_ONCE));
      removed += step.removed;
      held.push(...step.held);
    }
    return { removed, held };
  }

  /** Holds on these documents, by hold and number. */
  async heldAmong(ids: readonly string[]): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (let at = 0; at < ids.length; at += DOCUMENTS_AT_ONCE) {
      const some = ids.slice(at, at + DOCUMENTS_AT_ONCE);
      const held = await this.database.transaction((tx) => this.holds.on(tx, some));
      for (const hold of held.values()) {
        const name = publicId('legalHold', hold);
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    return counts;
  }

  private async eraseSome(id: string, ids: readonly string[]): Promise<ErasedDocuments> {
    const step = await this.database.transaction(async (tx) => {
      const held = await this.holds.on(tx, ids);
      const gone = await this.documents.eraseIn(
        tx,
        ids.filter((documentId) => !held.has(documentId)),
      );
      if (gone) {
        const { rows, files, promptHashes } = gone;
        const done = { documents: gone.documentIds.length, files: files.length, rows };
        await this.erasures.add(tx, id, done, { files, promptHashes });
      }
      return { gone, held: [...held.values()].map((hold) => publicId('legalHold', hold)) };
    });
    if (step.gone === null) return { removed: 0, held: step.held };
    const cached = await this.contents.remove(step.gone);
    await this.database.transaction((tx) => this.erasures.add(tx, id, { cached }));
    await this.erasures.nothingPending(id);
    return { removed: step.gone.documentIds.length, held: step.held };
  }
}
