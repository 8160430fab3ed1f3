import { Injectable } from '@nestjs/common';
import { AcceptanceService, type Acceptance } from './acceptance.service.js';
import { VerdictsRepository } from './data/verdicts.repository.js';
import { type QualityRow, type Question, rowsOf } from './domain/report.js';

/** How far confidences can be believed, as verdicts show it. */
export interface QualityReport {
  readonly rows: readonly QualityRow[];
  readonly documents: {
    /** Documents that people have looked at. */
    readonly reviewed: number;
    /** Those of them that something was wrong with. */
    readonly corrected: number;
    readonly correctedShare: number | null;
  };
  /** From which confidence on documents are accepted, by schema; empty where the tenant has set no error. */
  readonly acceptance: readonly Acceptance[];
}

@Injectable()
export class QualityService {
  constructor(
    private readonly verdicts: VerdictsRepository,
    private readonly acceptance: AcceptanceService,
  ) {}

  async report(question: Question): Promise<QualityReport> {
    const [sums, documents, acceptance] = await Promise.all([
      this.verdicts.sums(question),
      this.verdicts.documents(question),
      this.acceptance.all(),
    ]);
    const { reviewed, corrected } = documents;
    const correctedShare = reviewed === 0 ? null : Math.round((corrected / reviewed) * 10_000) / 10_000;
    return { rows: rowsOf(sums), documents: { reviewed, corrected, correctedShare }, acceptance };
  }
}
