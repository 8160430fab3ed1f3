import type { Transaction } from '@app/database';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { Calibrations } from './calibrations.service.js';
import { VerdictsRepository } from './data/verdicts.repository.js';
import type { VerdictDraft } from './domain/verdict.js';

/** Where reviews write down what people have said of results. */
@Injectable()
export class Verdicts {
  constructor(
    private readonly verdicts: VerdictsRepository,
    private readonly calibrations: Calibrations,
  ) {}

  /** Ids are bare UUIDs, but for `schemaId`. They belong to the tenant of the context. */
  async record(tx: Transaction, drafts: readonly VerdictDraft[]): Promise<void> {
    await this.verdicts.insert(tx, drafts);
    this.refreshAfter(tx);
  }

  /** Takes back what a review has said, and answers how many verdicts that were; 0 where it was taken back before. */
  async withdraw(tx: Transaction, reviewId: string): Promise<number> {
    const count = await this.verdicts.withdraw(tx, reviewId);
    this.refreshAfter(tx);
    return count;
  }

  private refreshAfter(tx: Transaction): void {
    const { tenantId } = tenantContext();
    tx.afterCommit(() => this.calibrations.refresh(tenantId));
  }
}
