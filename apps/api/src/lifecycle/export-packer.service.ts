import { isAppError } from '@app/kernel';
import { ObjectStore, type StoredObject, zipStream } from '@app/storage';
import { tenantContext } from '@app/tenancy';
import { Inject, Injectable } from '@nestjs/common';
import { DocumentContents } from '../documents/index.js';
import type { ArchiveTask, Packed } from './domain/archive.js';
import { exportTooLarge } from './domain/subject-export.js';
import { type LifecycleConfig, lifecycleConfig } from './lifecycle.config.js';
import { SubjectArchive } from './subject-archive.service.js';

/** Packs an archive into the store. */
@Injectable()
export class ExportPacker {
  private readonly maxBytes: number;

  constructor(
    private readonly archive: SubjectArchive,
    private readonly store: ObjectStore,
    private readonly contents: DocumentContents,
    @Inject(lifecycleConfig.token) { exportMaxBytes }: LifecycleConfig,
  ) {
    this.maxBytes = exportMaxBytes;
  }

  /** `note` is called with what the archive will be found by, before it is in the store. Throws `export_too_large`. */
  async pack(task: ArchiveTask, packed: Packed, note: (sha256: string) => Promise<void>): Promise<StoredObject> {
    try {
      const staged = await this.store.stage(zipStream(this.archive.members(task, packed)), this.maxBytes);
      try {
        await note(staged.sha256);
        return await staged.commit(tenantContext().tenantId);
      } finally {
        await staged.discard();
      }
    } catch (error) {
      throw isAppError(error) && error.code === 'document_too_large' ? exportTooLarge() : error;
    }
  }

  /** Throws away an archive that is not wanted any more. */
  async discard({ sha256 }: Pick<StoredObject, 'sha256'>): Promise<void> {
    await this.contents.removeUnused(sha256);
  }
}
