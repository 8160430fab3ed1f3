import { LiveChannel } from '@app/cache';
import { TenantDatabase } from '@app/database';
import type { AppError } from '@app/kernel';
import type { ClaimedJob } from '@app/queue';
import { Injectable } from '@nestjs/common';
import { ErasuresRepository } from './data/erasures.repository.js';
import { ExportsRepository } from './data/exports.repository.js';
import type { Erasure } from './domain/erasure.js';
import type { Needle } from './domain/subject.js';
import { endOfErasure, erasureContext } from './erasures.service.js';
import { documentsUnderWay } from './lifecycle.errors.js';
import { Settlement } from './settlement.service.js';
import { SubjectFinder } from './subject-finder.service.js';
import { SubjectCaches } from './subject-caches.service.js';
import { SubjectDocuments } from './subject-documents.service.js';
import { SubjectRows } from './subject-rows.service.js';

/** What comes in while an erasure runs is found by the next look; more of them than this means that it comes in faster than it goes. */
const MOST_LOOKS = 5;
/** With pauses of up to a minute: half an hour. What is not read by then is told in the receipt. */
const TRIES_WAITING = 30;

/** How much one look has erased, and what it left because of holds. */
interface Look {
  removed: number;
  readonly held: Map<string, number>;
}

/** What one erasure does with what is found. */
@Injectable()
export class SubjectTraces {
  constructor(
    readonly documents: SubjectDocuments,
    readonly rows: SubjectRows,
    readonly caches: SubjectCaches,
    readonly exports: ExportsRepository,
  ) {}
}

/** Erases what is kept on a subject, wherever it is. It can die anywhere: what is gone is in the receipt, and the next try goes on. */
@Injectable()
export class SubjectErasure {
  constructor(
    private readonly database: TenantDatabase,
    private readonly erasures: ErasuresRepository,
    private readonly finder: SubjectFinder,
    private readonly traces: SubjectTraces,
    private readonly settlement: Settlement,
    private readonly live: LiveChannel,
  ) {}

  async run(job: ClaimedJob): Promise<void> {
    const erasure = await this.erasures.find(job.subjectId);
    if (erasure !== null && erasure.subject !== null) await this.erase(job, erasure, erasure.subject);
    await job.finish(() => Promise.resolve());
    this.live.publish(endOfErasure(job.subjectId));
  }

  /** Who it is about stays known, sealed, so that the dead letter can be replayed. */
  async fail(job: ClaimedJob, error: AppError): Promise<void> {
    await job.bury(error.code, (tx) => this.erasures.end(tx, job.subjectId, 'failed'));
    this.live.publish(endOfErasure(job.subjectId));
  }

  private async erase(job: ClaimedJob, erasure: Erasure, sealed: string): Promise<void> {
    const needles = this.traces.caches.needles(erasureContext(job.tenantId, erasure.id), sealed);
    const { underWay, unread } = await this.traces.rows.unread(erasure.createdAt);
    if (underWay > 0 && job.attempt <= TRIES_WAITING) throw documentsUnderWay();
    await this.erasures.start(erasure.id);
    const stays = { unread: unread + underWay, stays: await this.finder.staying(needles) };
    if (erasure.preview) return this.preview(erasure, needles, stays);
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      job.signal.throwIfAborted();
      const { removed, held } = await this.look(erasure.id, needles);
      await this.note(erasure.id, { ...stays, held: Object.fromEntries(held) });
      if (removed === 0) break;
    }
    if (erasure.subjectHash !== null) await this.traces.exports.withdrawSubject(erasure.subjectHash);
    await this.settlement.end(erasure, await this.traces.caches.erase(needles));
  }

  private async look(id: string, needles: readonly Needle[]): Promise<Look> {
    const look: Look = { removed: 0, held: new Map() };
    for await (const roots of this.finder.documents(needles)) {
      const { removed, held } = await this.traces.documents.erase(id, roots);
      look.removed += removed;
      for (const hold of held) look.held.set(hold, (look.held.get(hold) ?? 0) + 1);
    }
    for await (const found of this.finder.rows(needles)) look.removed += await this.traces.rows.erase(id, found);
    return look;
  }

  private async preview(
    { id }: Erasure,
    needles: readonly Needle[],
    stays: { readonly unread: number; readonly stays: Record<string, number> },
  ): Promise<void> {
    const documents = new Set<string>();
    for await (const roots of this.finder.documents(needles)) for (const root of roots) documents.add(root);
    const rows: Record<string, number> = {};
    for await (const found of this.finder.rows(needles))
      rows[found.table] = (rows[found.table] ?? 0) + found.rows.length;
    const held = await this.traces.documents.heldAmong([...documents]);
    const receipt = { ...stays, documents: documents.size, rows, held: Object.fromEntries(held) };
    await this.database.transaction(async (tx) => {
      await this.erasures.replace(tx, id, receipt);
      await this.erasures.end(tx, id, 'succeeded');
    });
  }

  private note(id: string, done: Parameters<ErasuresRepository['add']>[2]): Promise<void> {
    return this.database.transaction((tx) => this.erasures.add(tx, id, done));
  }
}
