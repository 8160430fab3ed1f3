import type { Transaction } from '@app/database';
import { Outbox } from '@app/queue';
import { Injectable } from '@nestjs/common';
import { DocumentsRepository } from './data/documents.repository.js';
import { PartsRepository } from './data/parts.repository.js';
import type { DocumentRecord, Status } from './domain/document.js';
import { routingFacts } from './domain/stages.js';

const FOLLOWS: ReadonlySet<Status> = new Set<Status>(['processing', 'succeeded', 'partial']);

/**
 * Who waits for whom in an e-mail. Its fields are found once it is triaged and all its parts have ended, and anew whenever a part
 * changes later. Each of these transactions looks under one lock, so the last of them, whichever it is, sees all the others.
 */
@Injectable()
export class MailParts {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly parts: PartsRepository,
    private readonly outbox: Outbox,
  ) {}

  /** The parts of an e-mail in its order, or null while some are under way. Within `tx` nothing about them changes any more. */
  async settled(mailId: string, tx: Transaction): Promise<readonly DocumentRecord[] | null> {
    await this.parts.lock(tx, mailId);
    return (await this.parts.areUnderWay(tx, mailId)) ? null : this.parts.of(mailId, tx);
  }

  of(mailId: string): Promise<readonly DocumentRecord[]> {
    return this.parts.of(mailId);
  }

  /** A document has ended, was given another result or is gone: the e-mail that it came with may have waited for that. */
  async changed(tx: Transaction, document: Pick<DocumentRecord, 'id' | 'parentId' | 'role'>): Promise<void> {
    const mailId = await this.parts.mailOf(tx, document);
    if (mailId === null) return;
    await this.parts.lock(tx, mailId);
    const mail = await this.documents.find(mailId, tx);
    if (mail?.gathers && FOLLOWS.has(mail.status)) await this.gather(tx, mail);
  }

  /** Has the fields of a triaged e-mail found, unless a part is under way, whose end will do so. Must hold the e-mail's lock. */
  async gather(tx: Transaction, mail: DocumentRecord): Promise<void> {
    if (await this.parts.areUnderWay(tx, mail.id)) return;
    await this.announce(tx, 'document.gathered', mail);
  }

  /** Writes down what has happened to a document. */
  announce(tx: Transaction, event: string, document: DocumentRecord): Promise<void> {
    const { id: subjectId, priority, traceparent } = document;
    return this.outbox.append(tx, { event, subjectId, facts: routingFacts(document), priority, traceparent });
  }

  /** The e-mail is triaged; from now on its fields follow its parts. */
  async triaged(tx: Transaction, mail: DocumentRecord): Promise<void> {
    await this.parts.lock(tx, mail.id);
    await this.gather(tx, mail);
  }
}
