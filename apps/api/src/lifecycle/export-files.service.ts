import { Clock } from '@app/kernel';
import { runAsTenant, systemContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { DocumentContents } from '../documents/index.js';
import { ExportsRepository } from './data/exports.repository.js';

/** Takes away the archives of exports that are over. All of it may be done twice. */
@Injectable()
export class ExportFiles {
  constructor(
    private readonly exports: ExportsRepository,
    private readonly contents: DocumentContents,
    private readonly clock: Clock,
  ) {}

  /** Ends exports whose time is over, and removes what was left behind by processes that have died. */
  async turn(): Promise<void> {
    const now = this.clock.date();
    for (const tenantId of await this.exports.tenantsDue(now))
      await runAsTenant(systemContext(tenantId), async () => {
        await this.exports.expire(now);
        await this.removeLeft();
      });
  }

  /** Of the running tenant. */
  async removeLeft(): Promise<void> {
    for (const { id, sha256 } of await this.exports.filesLeft()) {
      await this.contents.removeUnused(sha256);
      await this.exports.fileRemoved(id);
    }
  }
}
