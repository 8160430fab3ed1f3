import { DocumentReader, type LimitOverrides, type ReadResult, type TakeChild } from '@app/reading';
import { ObjectStore } from '@app/storage';
import { Injectable } from '@nestjs/common';
import { TenantsService } from '../tenants/index.js';
import type { DocumentRecord } from './domain/document.js';

/** Reads the bytes of a document within what its tenant may have read; the service's own limits hold besides. */
@Injectable()
export class TenantReader {
  constructor(
    private readonly reader: DocumentReader,
    private readonly store: ObjectStore,
    private readonly tenants: TenantsService,
  ) {}

  async read(
    { tenantId, sha256, mediaType, filename, options }: DocumentRecord,
    limits: LimitOverrides,
    onChild: TakeChild,
    signal?: AbortSignal,
  ): Promise<ReadResult> {
    const { maxPages, maxOcrPages } = await this.tenants.settingsOf(tenantId);
    const stored = await this.store.content(tenantId, sha256);
    return this.reader.readInto(
      {
        stored,
        mediaType,
        filename,
        owner: tenantId,
        ...(options.language !== undefined && { language: options.language }),
        limits: { ...limits, maxPages: maxPages ?? undefined, maxOcrPages: maxOcrPages ?? undefined },
      },
      onChild,
      signal,
    );
  }
}
