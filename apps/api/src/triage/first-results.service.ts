import type { Transaction } from '@app/database';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { MailPlace } from '../conversations/index.js';
import { DocumentRuns } from '../documents/index.js';
import { TenantsService } from '../tenants/index.js';
import type { FirstResult } from './domain/adopted.js';
import type { Triage } from './domain/triage-model.js';

/** What the first of several mails that say the same was found to be, with what people have said of it. */
@Injectable()
export class FirstResults {
  constructor(
    private readonly runs: DocumentRuns,
    private readonly tenants: TenantsService,
  ) {}

  /** Null where there is none, where another classifier was asked, and where the tenant wants each file looked at for itself. */
  async of(duplicate: MailPlace['duplicate'], tx?: Transaction): Promise<FirstResult | null> {
    if (duplicate === null || duplicate.kind === 'exact') return null;
    const { duplicates, triage: wanted } = await this.tenants.settingsOf(tenantContext().tenantId);
    if (duplicates === 'process' || duplicate.triageRun === null) return null;
    const { result } = await this.runs.get(duplicate.triageRun, tx);
    const triage = result as unknown as Triage;
    // It was said before the tenant chose who says of which category mails are.
    if (triage.origin.category.classifierId !== wanted.classifierId) return null;
    return { kind: duplicate.kind, triage };
  }
}
