import type { Readable } from 'node:stream';
import { LiveChannel } from '@app/cache';
import { TenantDatabase } from '@app/database';
import { newUuid, notFound } from '@app/kernel';
import { Outbox } from '@app/queue';
import { ObjectStore } from '@app/storage';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { ExportsRepository } from './data/exports.repository.js';
import { needlesOf } from './domain/subject.js';
import type { SubjectExport } from './domain/subject-export.js';
import { ExportFiles } from './export-files.service.js';
import { exportGone, exportNotReady, tooManyExports } from './lifecycle.errors.js';
import { SubjectSeal } from './subject-seal.js';

/** As for erasures. */
const PRIORITY = 7;
/** Each is read from all documents of the tenant, and kept on its disk for days. */
const MOST_OPEN = 3;

export const endOfExport = (id: string): string => `export:${id}`;
export const exportContext = (tenantId: string, id: string): string => `${tenantId}/subject_exports/subject/${id}`;

export interface OpenArchive {
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly content: Readable;
}

/** The archives of exports. */
@Injectable()
export class ExportArchives {
  constructor(
    private readonly store: ObjectStore,
    private readonly files: ExportFiles,
  ) {}

  /** Throws `export_not_ready`, `export_gone`. */
  async open({ state, sha256, sizeBytes }: SubjectExport): Promise<OpenArchive> {
    // An archive that is being made, or was never finished, has no size yet.
    if (state !== 'succeeded' && sizeBytes !== null) throw exportGone();
    if (sha256 === null || sizeBytes === null) throw exportNotReady();
    return { sha256, sizeBytes, content: await this.store.open(tenantContext().tenantId, sha256) };
  }

  removeLeft(): Promise<void> {
    return this.files.removeLeft();
  }
}

/** Exports as they are asked for, looked at and handed out. */
@Injectable()
export class Exports {
  constructor(
    private readonly database: TenantDatabase,
    private readonly exports: ExportsRepository,
    private readonly outbox: Outbox,
    private readonly seal: SubjectSeal,
    private readonly live: LiveChannel,
    private readonly archives: ExportArchives,
  ) {}

  /** Throws `subject_too_short`, `too_many_exports`. Answers its id. */
  async request(identifiers: readonly string[], preview: boolean, traceparent: string): Promise<string> {
    needlesOf(identifiers);
    const { tenantId } = tenantContext();
    const id = newUuid();
    await this.database.transaction(async (tx) => {
      if ((await this.exports.lockOpen(tx)) >= MOST_OPEN) throw tooManyExports(MOST_OPEN);
      await this.exports.insert(tx, {
        id,
        preview,
        subject: this.seal.seal(identifiers, exportContext(tenantId, id)),
        subjectHash: this.seal.hash(tenantId, identifiers),
      });
      const event = 'privacy.export-requested';
      await this.outbox.append(tx, { event, subjectId: id, facts: {}, priority: PRIORITY, traceparent });
    });
    return id;
  }

  async get(id: string): Promise<SubjectExport> {
    const found = await this.exports.find(id);
    if (!found) throw notFound();
    return found;
  }

  /** The export as soon as it has ended, or as it stands after `seconds`. */
  waitFor(id: string, seconds: number): Promise<SubjectExport> {
    return this.live.seen(
      endOfExport(id),
      seconds,
      () => this.get(id),
      ({ completedAt }) => completedAt !== null,
    );
  }

  list(limit: number, before: string | null): Promise<SubjectExport[]> {
    return this.exports.list(limit, before);
  }

  /** The archive. Throws `not_found`, `export_not_ready`, `export_gone`. */
  async open(id: string): Promise<OpenArchive> {
    return this.archives.open(await this.get(id));
  }

  /** Takes the archive away; that there was one stays in the list. Throws `not_found`. */
  async delete(id: string): Promise<void> {
    if (!(await this.exports.delete(id))) throw notFound();
    await this.archives.removeLeft();
  }
}
