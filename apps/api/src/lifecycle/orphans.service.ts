import { ObjectStore } from '@app/storage';
import { runAsTenant, systemContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { DocumentContents } from '../documents/index.js';
import { ServedRepository } from './data/served.repository.js';
import { StoredFilesRepository } from './data/stored-files.repository.js';
import { LifecycleMetrics } from './lifecycle.metrics.js';

/** Removes bytes that no row refers to: of uploads that were never committed, of erasures that died, and of restored backups of files. */
@Injectable()
export class Orphans {
  constructor(
    private readonly store: ObjectStore,
    private readonly files: StoredFilesRepository,
    private readonly contents: DocumentContents,
    private readonly served: ServedRepository,
    private readonly metrics: LifecycleMetrics,
  ) {}

  async turn(): Promise<void> {
    await this.store.sweepStaged();
    for await (const { tenantId, hashes } of this.store.list()) {
      if (!(await this.served.among([tenantId])).has(tenantId)) continue;
      await runAsTenant(systemContext(tenantId), async () => {
        for (const sha256 of await this.files.unknown(hashes)) {
          // Looks once more, under the lock that an upload of the same bytes holds.
          await this.contents.removeUnused(sha256);
          this.metrics.orphans.inc();
        }
      });
    }
  }
}
