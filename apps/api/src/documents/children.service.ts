import type { Transaction } from '@app/database';
import { newUuid } from '@app/kernel';
import { type FoundFile, isReadable, sniffMediaType } from '@app/reading';
import { ObjectStore, type StagedObject } from '@app/storage';
import { tenantContext } from '@app/tenancy';
import { Inject, Injectable } from '@nestjs/common';
import { DocumentsRepository, type NewDocument } from './data/documents.repository.js';
import { type DocumentsConfig, documentsConfig } from './documents.config.js';
import { cleanFilename, optionsHashOf } from './domain/admission.js';
import {
  type Allowance,
  allowanceOf,
  type ChildDecision,
  decideChildren,
  type FoundChild,
  type TreePlace,
} from './domain/children.js';
import type { DocumentRecord, ProcessingOptions } from './domain/document.js';
import { SubmissionService } from './submission.service.js';

export interface StagedChild extends FoundChild {
  readonly role: FoundFile['role'];
  readonly staged: StagedObject;
}

/** Files inside files: staged as the reader finds them, made documents in the transaction that ends the reading. */
@Injectable()
export class ChildrenService {
  constructor(
    private readonly store: ObjectStore,
    private readonly documents: DocumentsRepository,
    private readonly submission: SubmissionService,
    @Inject(documentsConfig.token) private readonly config: DocumentsConfig,
  ) {}

  async stage({ name, role, content }: FoundFile): Promise<StagedChild> {
    const staged = await this.store.stage(content, this.config.maxBytes);
    const { sha256, sizeBytes, head } = staged;
    const mediaType = await sniffMediaType(head, name);
    return { name, role, staged, sha256, sizeBytes, mediaType, readable: mediaType !== null && isReadable(mediaType) };
  }

  /** How much may be taken out of a document, as the tree stands now. */
  async allowance(document: DocumentRecord): Promise<Allowance> {
    const { children, bytes, reason } = allowanceOf(await this.placeOf(document), this.config);
    return { children, bytes: Math.min(bytes, this.config.maxBytes), reason };
  }

  /** What becomes of the children. Until the end of the transaction nobody else adds to the tree. */
  async decide(
    tx: Transaction,
    parent: DocumentRecord,
    children: readonly StagedChild[],
  ): Promise<readonly ChildDecision[]> {
    return children.length === 0 ? [] : decideChildren(children, await this.placeOf(parent, tx), this.config);
  }

  async create(
    tx: Transaction,
    parent: DocumentRecord,
    children: readonly StagedChild[],
    decisions: readonly ChildDecision[],
  ): Promise<void> {
    // A document that is read again has its children already; they are read again on their own.
    if (children.length === 0 || (await this.documents.children(parent.id, tx)).length > 0) return;
    const kept = children.flatMap((child, index) => (decisions[index]?.kept ? [{ child, ...decisions[index] }] : []));
    // Two archives with the same members wait for each other in one order.
    for (const sha256 of new Set(kept.map(({ child }) => child.sha256).toSorted()))
      await this.documents.lockContent(tx, sha256);
    for (const { child, reason } of kept) {
      await child.staged.commit(tenantContext().tenantId);
      const document = childOf(parent, child);
      if (reason === null) await this.submission.create(tx, document);
      else await this.keepUnread(tx, document, reason);
    }
  }

  private async placeOf(document: DocumentRecord, tx?: Transaction): Promise<TreePlace> {
    const { id, depth, sha256 } = document;
    if (depth === 0) return { depth, lineage: new Set([sha256]), documents: 0, bytes: 0 };
    const lineage = await this.documents.lineage(id, tx);
    const root = lineage.at(-1)?.id ?? id;
    if (tx) await this.documents.lockTree(tx, root);
    const { documents, bytes } = await this.documents.volumeBelow(root, id, tx);
    return { depth, lineage: new Set(lineage.map((each) => each.sha256)), documents, bytes };
  }

  private async keepUnread(tx: Transaction, document: NewDocument, code: string): Promise<void> {
    await this.documents.insert(tx, document);
    await this.documents.change(
      tx,
      document.id,
      { status: 'failed', error: { code, detail: 'This file is kept, but it cannot be read.' }, completed: true },
      1,
    );
  }
}

function childOf(parent: DocumentRecord, child: StagedChild): NewDocument {
  const options = childOptions(parent.options);
  return {
    id: newUuid(),
    parentId: parent.id,
    role: child.role,
    depth: parent.depth + 1,
    // A member is called by its path in the archive, which its reader has cleaned.
    filename: child.role === 'member' ? child.name : cleanFilename(child.name),
    mediaType: child.mediaType ?? 'application/octet-stream',
    sizeBytes: child.sizeBytes,
    sha256: child.sha256,
    options,
    optionsHash: optionsHashOf(options),
    priority: parent.priority,
    metadata: {},
    traceparent: parent.traceparent,
  };
}

/** A type or schema that was asked for belongs to the file that was sent, not to what lies inside it. */
const childOptions = ({ pipeline, industry, language }: ProcessingOptions): ProcessingOptions => ({
  pipeline,
  ...(industry !== undefined && { industry }),
  ...(language !== undefined && { language }),
});
