import type { Transaction } from '@app/database';
import { Outbox } from '@app/queue';
import { Injectable } from '@nestjs/common';
import { ChildrenService } from './children.service.js';
import { DocumentsRepository, type NewDocument } from './data/documents.repository.js';
import { DocumentErasure } from './document-erasure.service.js';
import { optionsHashOf } from './domain/admission.js';
import type { DocumentRecord, PageRange, ProcessingOptions } from './domain/document.js';
import { partFilename } from './domain/file-parts.js';
import { routingFacts } from './domain/stages.js';
import { SearchCopies } from './search-copies.js';

/** A document among several in one file, before it is one of its own. */
export interface NewPart {
  readonly id: string;
  readonly pages: PageRange;
  /** What a person says it is; its own classification says it otherwise. */
  readonly type?: string | undefined;
}

/** Parts of files as documents: children that have some of the pages of their file, and its bytes. */
@Injectable()
export class FileParts {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly erasure: DocumentErasure,
    private readonly children: ChildrenService,
    private readonly outbox: Outbox,
    private readonly search: SearchCopies,
  ) {}

  /** In the order of their pages. */
  of(documentId: string, tx?: Transaction): Promise<DocumentRecord[]> {
    return this.documents.parts(documentId, tx);
  }

  /** Whether so many documents may be taken out of this one. */
  async fit(document: DocumentRecord, count: number): Promise<boolean> {
    return (await this.children.allowance(document)).children >= count;
  }

  /** Makes the parts documents that are processed on their own; what was searchable of the whole file goes. */
  async create(tx: Transaction, parent: DocumentRecord, parts: readonly NewPart[]): Promise<void> {
    await this.search.remove(tx, parent.id);
    // A file that is processed again has its parts already; they are processed again on their own.
    if ((await this.documents.parts(parent.id, tx)).length > 0) return;
    for (const part of parts) {
      const document = documentOf(parent, part);
      await this.documents.insert(tx, document);
      await this.outbox.append(tx, {
        event: 'document.received',
        subjectId: document.id,
        facts: routingFacts({ ...document, email: null }),
        priority: document.priority,
        traceparent: document.traceparent,
      });
    }
  }

  /** Removes the parts with all that was found in them. */
  async remove(tx: Transaction, documentId: string): Promise<void> {
    const parts = await this.documents.parts(documentId, tx);
    await this.erasure.eraseIn(
      tx,
      parts.map(({ id }) => id),
    );
  }
}

function documentOf(parent: DocumentRecord, { id, pages, type }: NewPart): NewDocument {
  const options = optionsOf(parent.options, type);
  return {
    id,
    parentId: parent.id,
    role: 'part',
    depth: parent.depth + 1,
    pages,
    filename: partFilename(parent.filename, pages),
    mediaType: parent.mediaType,
    sizeBytes: parent.sizeBytes,
    sha256: parent.sha256,
    options,
    optionsHash: optionsHashOf(options),
    priority: parent.priority,
    metadata: {},
    traceparent: parent.traceparent,
  };
}

/** A schema that was asked for is for the file as a whole. */
const optionsOf = (
  { pipeline, industry, language }: ProcessingOptions,
  type: string | undefined,
): ProcessingOptions => ({
  pipeline,
  ...(industry !== undefined && { industry }),
  ...(language !== undefined && { language }),
  ...(type !== undefined && { type }),
});
