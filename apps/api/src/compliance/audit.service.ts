import { Injectable } from '@nestjs/common';
import { AuditVerification, type Verification } from './audit-verification.service.js';
import { AuditKeys } from './audit-keys.js';
import { AuditEntriesRepository, type AuditFilter, type ListedEntry } from './data/audit-entries.repository.js';

export type { AuditFilter, ListedEntry } from './data/audit-entries.repository.js';

/** A verification with the public keys that its signatures can be checked with, by id. */
export interface VerifiedTrail extends Verification {
  readonly key: ReturnType<AuditKeys['publicKey']>;
}

/** The trail as the tenant's administrator reads it. */
@Injectable()
export class AuditService {
  constructor(
    private readonly entries: AuditEntriesRepository,
    private readonly verification: AuditVerification,
    private readonly keys: AuditKeys,
  ) {}

  /** The newest first; `after` is the id of the last entry of the page before. */
  list(filter: AuditFilter, after: string | null, limit: number): Promise<ListedEntry[]> {
    return this.entries.list(filter, after, limit);
  }

  async verify(): Promise<VerifiedTrail> {
    const verified = await this.verification.verify();
    return { ...verified, key: verified.head && this.keys.publicKey(verified.head.keyId) };
  }
}
