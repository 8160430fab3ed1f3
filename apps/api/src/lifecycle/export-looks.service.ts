import type { ClaimedJob } from '@app/queue';
import { Injectable } from '@nestjs/common';
import { TenantsService } from '../tenants/index.js';
import { SubjectRecordsRepository } from './data/subject-records.repository.js';
import type { ArchiveTask } from './domain/archive.js';
import { type ExportCounts, NO_COUNTS, type SubjectExport } from './domain/subject-export.js';
import { exportContext } from './exports.service.js';
import { documentsUnderWay } from './lifecycle.errors.js';
import { RetentionPlan } from './retention-plan.service.js';
import { SubjectCaches } from './subject-caches.service.js';
import { SubjectFinder } from './subject-finder.service.js';
import { SubjectRows } from './subject-rows.service.js';

/** As for erasures: half an hour. What is not read by then is told in the counts. */
const TRIES_WAITING = 30;

/** What an export needs to know of the subject and its documents. */
@Injectable()
export class ExportLooks {
  constructor(
    private readonly finder: SubjectFinder,
    private readonly rows: SubjectRows,
    private readonly records: SubjectRecordsRepository,
    private readonly caches: SubjectCaches,
    private readonly plan: RetentionPlan,
    private readonly tenants: TenantsService,
  ) {}

  /** Throws `documents_under_way` where documents that came before are still being read and there is time to wait. */
  async task(wanted: SubjectExport, sealed: string, job: ClaimedJob, builtAt: Date): Promise<ArchiveTask> {
    const { tenantId } = job;
    const context = exportContext(tenantId, wanted.id);
    const needles = this.caches.needles(context, sealed);
    const { underWay, unread } = await this.rows.unread(wanted.createdAt);
    if (underWay > 0 && job.attempt <= TRIES_WAITING) throw documentsUnderWay();
    const roots = new Set<string>();
    for await (const ids of this.finder.documents(needles)) {
      job.signal.throwIfAborted();
      for (const id of ids) roots.add(id);
    }
    return {
      id: wanted.id,
      createdAt: wanted.createdAt,
      builtAt,
      identifiers: this.caches.identifiers(context, sealed),
      needles,
      documentIds: await this.records.families([...roots]),
      unread: unread + underWay,
      rules: await this.plan.rulesOf(tenantId, await this.tenants.regionOf(tenantId)),
      signal: job.signal,
    };
  }

  /** What the export would hold. */
  async counts({ documentIds, needles, unread }: ArchiveTask): Promise<ExportCounts> {
    const rows: Record<string, number> = {};
    const add = (table: string, count: number): void => {
      if (count > 0) rows[table] = (rows[table] ?? 0) + count;
    };
    for (const table of await this.records.tablesOfDocuments())
      add(table, await this.records.countOfDocuments(table, documentIds));
    for (const table of [...(await this.finder.tablesBeside()), ...(await this.finder.tablesStaying())])
      for await (const found of this.finder.rowsIn(table, needles)) add(table, found.rows.length);
    const { files, bytes } = await this.records.originals(documentIds);
    return { ...NO_COUNTS, documents: documentIds.length, files, fileBytes: bytes, rows, unread };
  }

  originals(documentIds: readonly string[]): Promise<{ readonly files: number; readonly bytes: number }> {
    return this.records.originals(documentIds);
  }
}
