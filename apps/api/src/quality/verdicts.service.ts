import type { Transaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import { VerdictsRepository } from './data/verdicts.repository.js';
import type { VerdictDraft } from './domain/verdict.js';

/** Where reviews write down what people have said of results. */
@Injectable()
export class Verdicts {
  constructor(private readonly verdicts: VerdictsRepository) {}

  /** Ids are bare UUIDs, but for `schemaId`. They belong to the tenant of the context. */
  async record(tx: Transaction, drafts: readonly VerdictDraft[]): Promise<void> {
    await this.verdicts.insert(tx, drafts);
  }

  /** Takes back what a review has said, and answers how many verdicts that were; 0 where it was taken back before. */
  withdraw(tx: Transaction, reviewId: string): Promise<number> {
    return this.verdicts.withdraw(tx, reviewId);
  }
}
