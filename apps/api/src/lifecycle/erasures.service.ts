import { LiveChannel } from '@app/cache';
import { TenantDatabase } from '@app/database';
import { newUuid, notFound } from '@app/kernel';
import { Outbox } from '@app/queue';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { ErasuresRepository } from './data/erasures.repository.js';
import type { Cause, Erasure } from './domain/erasure.js';
import { needlesOf } from './domain/subject.js';
import { SubjectSeal } from './subject-seal.js';

/** Work on documents goes first; a person who waits for an answer by law has days. */
const PRIORITY = 7;

export const endOfErasure = (id: string): string => `erasure:${id}`;
export const erasureContext = (tenantId: string, id: string): string => `${tenantId}/erasures/subject/${id}`;

/** Erasures as they are asked for and looked at. */
@Injectable()
export class Erasures {
  constructor(
    private readonly database: TenantDatabase,
    private readonly erasures: ErasuresRepository,
    private readonly outbox: Outbox,
    private readonly seal: SubjectSeal,
    private readonly live: LiveChannel,
  ) {}

  /** Throws `subject_too_short`. Answers its id. */
  async request(identifiers: readonly string[], preview: boolean, traceparent: string): Promise<string> {
    needlesOf(identifiers);
    const { tenantId } = tenantContext();
    const id = newUuid();
    await this.database.transaction(async (tx) => {
      await this.erasures.insert(tx, {
        id,
        cause: 'request',
        state: 'queued',
        preview,
        subject: this.seal.seal(identifiers, erasureContext(tenantId, id)),
        subjectHash: this.seal.hash(tenantId, identifiers),
      });
      const event = 'privacy.erasure-requested';
      await this.outbox.append(tx, { event, subjectId: id, facts: {}, priority: PRIORITY, traceparent });
    });
    return id;
  }

  async get(id: string): Promise<Erasure> {
    const erasure = await this.erasures.find(id);
    if (!erasure) throw notFound();
    return erasure;
  }

  /** The erasure as soon as it has ended, or as it stands after `seconds`. */
  waitFor(id: string, seconds: number): Promise<Erasure> {
    return this.live.seen(
      endOfErasure(id),
      seconds,
      () => this.get(id),
      ({ completedAt }) => completedAt !== null,
    );
  }

  list(cause: Cause | null, limit: number, before: string | null): Promise<Erasure[]> {
    return this.erasures.list(cause, limit, before);
  }
}
