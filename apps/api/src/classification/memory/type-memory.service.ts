import type { Transaction } from '@app/database';
import { AppError } from '@app/kernel';
import { packReading, type StoredReading } from '@app/reading';
import { Injectable } from '@nestjs/common';
import { type DocumentRecord, DocumentStages } from '../../documents/index.js';
import { TypeMemoriesRepository } from '../data/type-memories.repository.js';
import { type Fingerprint, lookupKeys } from '../domain/memory/fingerprint.js';
import { type MemorySource, recall, type Recollection } from '../domain/memory/recall.js';
import type { OwnTypes } from '../domain/own-types/own-types.js';
import { isDocumentType } from '../domain/taxonomy/taxonomy.js';
import type { LookTask } from '../look-at-document.js';
import { Looks } from '../looks.service.js';
import { OwnTypesService } from '../own-types/own-types.service.js';

/** What a tenant has confirmed about the types of its documents. Nothing of it is known to any other tenant. */
@Injectable()
export class TypeMemory {
  constructor(
    private readonly memories: TypeMemoriesRepository,
    private readonly stages: DocumentStages,
    private readonly ownTypes: OwnTypesService,
    private readonly looks: Looks,
  ) {}

  /**
   * Somebody says which type a document is of: the next ones that are nearly the same, or of the same template, are known by it.
   * Replaces what was confirmed of the document before. False, and nothing is learned, for a type that is neither built in nor the
   * tenant's own. Throws `not_found`, `not_yet_read`.
   */
  async confirm(documentId: string, type: string, source: MemorySource = 'review'): Promise<boolean> {
    const document = await this.stages.document(documentId);
    const { own } = await this.ownTypes.current();
    if (!own.has(type) && !isDocumentType(type)) return false;
    requireReading(document);
    const { filename, mediaType, options } = document;
    const reading = await this.stages.packedReading(document);
    const seen = { reading, filename, mediaType, industryHint: options.industry };
    await this.memories.keep({ type, source, documentId, ...(await this.learned(seen, own, type)) });
    return true;
  }

  /** An example of a category that is a text and no document. */
  async learnText(type: string, text: string): Promise<void> {
    const { own } = await this.ownTypes.current();
    const seen = { reading: await packReading(textReading(text)), filename: null, mediaType: 'text/plain' };
    await this.memories.keep({ type, source: 'example', documentId: null, ...(await this.learned(seen, own, type)) });
  }

  /** Throws `not_found` or `not_yet_read` where nothing can be learned from one of these documents. */
  async requireRead(documentIds: readonly string[]): Promise<void> {
    for (const id of documentIds) requireReading(await this.stages.document(id));
  }

  /** False where nothing was confirmed of the document. */
  forget(documentId: string): Promise<boolean> {
    return this.memories.forget(documentId);
  }

  /** What was confirmed of documents that are like one, of all but one of them; null where nothing is, or it is not clear. */
  async recall(fingerprint: Fingerprint, localType: string, except: string | null): Promise<Recollection | null> {
    const keys = lookupKeys(fingerprint);
    return keys.length === 0 ? null : recall(fingerprint, localType, await this.memories.alike(keys, except));
  }

  /** Whether a document that was classified at a moment may be classified otherwise now. */
  changedSince(tx: Transaction, documentId: string, since: Date): Promise<boolean> {
    return this.memories.changedSince(tx, documentId, since);
  }

  /** What is kept of a document or text: what it looks like, and for the tenant's own categories its terms. */
  private async learned(seen: Omit<LookTask, 'own' | 'traced'>, own: OwnTypes, type: string) {
    const { found, fingerprint, terms } = await this.looks.look({ ...seen, traced: true }, own);
    return { fingerprint, localType: found.type, terms: own.has(type) ? terms : null };
  }
}

function requireReading({ readingId }: DocumentRecord): void {
  if (readingId === null)
    throw new AppError('not_yet_read', 'conflict', { detail: 'The document has not been read, or could not be.' });
}

const textReading = (text: string): StoredReading => ({
  mediaType: 'text/plain',
  text,
  pages: [],
  email: null,
  metadata: {},
  hidden: [],
  receipt: {
    pages: { total: 0, read: 0, empty: 0, failed: 0 },
    ocrPages: 0,
    characters: text.length,
    childrenFound: 0,
    childrenSkipped: [],
    truncated: false,
    warnings: [],
  },
});
