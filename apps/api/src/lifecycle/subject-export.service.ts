import { LiveChannel } from '@app/cache';
import { type AppError, Clock, publicId } from '@app/kernel';
import type { ClaimedJob } from '@app/queue';
import type { StoredObject } from '@app/storage';
import { Inject, Injectable } from '@nestjs/common';
import { lockAgainstErasing } from './data/catalogue.repository.js';
import { ExportsRepository } from './data/exports.repository.js';
import { type ArchiveTask, Packed } from './domain/archive.js';
import type { ExportCounts } from './domain/subject-export.js';
import { ExportLooks } from './export-looks.service.js';
import { ExportPacker } from './export-packer.service.js';
import { endOfExport } from './exports.service.js';
import { LifecycleAudit } from './lifecycle-audit.js';
import { type LifecycleConfig, lifecycleConfig } from './lifecycle.config.js';
import { erasedMeanwhile } from './lifecycle.errors.js';
import { Tombstones } from './tombstones.service.js';

/** What was made of a task. */
interface Made {
  readonly task: ArchiveTask;
  readonly packed: Packed;
  readonly counts: ExportCounts;
  /** The archive. */
  readonly object: StoredObject;
}

/** The ends of an export, each in one transaction with the end of its job. */
@Injectable()
export class ExportEndings {
  private readonly days: number;

  constructor(
    private readonly exports: ExportsRepository,
    private readonly tombstones: Tombstones,
    private readonly audit: LifecycleAudit,
    private readonly live: LiveChannel,
    @Inject(lifecycleConfig.token) { exportDays }: LifecycleConfig,
  ) {
    this.days = exportDays;
  }

  /** Nobody wants it any more. */
  async forget(job: ClaimedJob): Promise<void> {
    await job.finish(() => Promise.resolve());
    this.live.publish(endOfExport(job.subjectId));
  }

  async preview(job: ClaimedJob, counts: ExportCounts): Promise<void> {
    await job.finish((tx) => this.exports.succeed(tx, job.subjectId, counts, null));
    this.live.publish(endOfExport(job.subjectId));
  }

  /** False where nobody wants it any more. Throws `erased_meanwhile` where something in it was erased since it was packed. */
  async succeed(job: ClaimedJob, { task, packed, counts, object }: Made): Promise<boolean> {
    const made = { object, documentIds: task.documentIds, days: this.days };
    const isWanted = await job.finish(async (tx) => {
      // Nothing is being erased from here on: what is erased later finds this export and takes it back.
      await lockAgainstErasing(tx, job.tenantId);
      let isWhole = await this.exports.areThere(tx, task.documentIds);
      for (const [table, keys] of packed.keys) isWhole = isWhole && !(await this.tombstones.hasBuried(tx, table, keys));
      if (!isWhole) throw erasedMeanwhile();
      return this.exports.succeed(tx, task.id, counts, made);
    });
    if (isWanted) await this.tell(task.id, 'succeeded', counts);
    this.live.publish(endOfExport(task.id));
    return isWanted;
  }

  async fail(job: ClaimedJob, { code }: AppError): Promise<void> {
    await job.bury(code, (tx) => this.exports.fail(tx, job.subjectId, code));
    await this.tell(job.subjectId, 'failed', { code });
    this.live.publish(endOfExport(job.subjectId));
  }

  private tell(id: string, outcome: 'succeeded' | 'failed', detail: object): Promise<void> {
    return this.audit.record({
      action: 'privacy.request.export',
      resourceType: 'exports',
      resourceId: publicId('subjectExport', id),
      outcome,
      detail: { ...detail },
    });
  }
}

/**
 * Makes an export. It can die anywhere: its row names the archive before that is in the store, so the next try takes away what the
 * first one has left, and makes it anew.
 */
@Injectable()
export class SubjectExports {
  constructor(
    private readonly exports: ExportsRepository,
    private readonly looks: ExportLooks,
    private readonly packer: ExportPacker,
    private readonly endings: ExportEndings,
    private readonly clock: Clock,
  ) {}

  async run(job: ClaimedJob): Promise<void> {
    // A dead letter that is replayed.
    await this.exports.revive(job.subjectId);
    const wanted = await this.exports.find(job.subjectId);
    if (wanted === null || wanted.subject === null || !(await this.exports.start(wanted.id)))
      return this.endings.forget(job);
    if (wanted.sha256 !== null) await this.packer.discard({ sha256: wanted.sha256 });
    const task = await this.looks.task(wanted, wanted.subject, job, this.clock.date());
    if (wanted.preview) return this.endings.preview(job, await this.looks.counts(task));
    const { files, bytes } = await this.looks.originals(task.documentIds);
    const packed = new Packed();
    const object = await this.packer.pack(task, packed, (sha256) => this.exports.packing(wanted.id, sha256));
    const { rows, missing } = packed;
    const found = { documents: task.documentIds.length, files, fileBytes: bytes, rows };
    const counts = { ...found, unread: task.unread, missing: missing.length };
    await this.end(job, { task, packed, counts, object });
  }

  fail(job: ClaimedJob, error: AppError): Promise<void> {
    return this.endings.fail(job, error);
  }

  private async end(job: ClaimedJob, made: Made): Promise<void> {
    let isKept = false;
    try {
      isKept = await this.endings.succeed(job, made);
    } finally {
      if (!isKept) await this.packer.discard(made.object);
    }
  }
}
