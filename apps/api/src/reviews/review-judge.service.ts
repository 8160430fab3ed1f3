import type { Transaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import { AcceptanceService } from '../quality/index.js';
import { SchemasService } from '../schemas/index.js';
import { TenantsService } from '../tenants/index.js';
import { type Needs, needsOf } from './domain/needs.js';
import type { Judgeable } from './domain/review-item.js';

/** Says of results whether they wait for a person, by the tenant's settings as they stand. */
@Injectable()
export class ReviewJudge {
  constructor(
    private readonly schemas: SchemasService,
    private readonly tenants: TenantsService,
    private readonly acceptance: AcceptanceService,
  ) {}

  /** What each of the results needs, in their order. */
  async needs(tx: Transaction, results: readonly Judgeable[]): Promise<Needs[]> {
    const { review } = await this.tenants.settingsNow(tx);
    const needs: Needs[] = [];
    for (const { answer, typeConfidence, split } of results) {
      const schema = (await this.schemas.version(answer.schemaId, answer.schemaVersion, tx)) ?? { fields: [] };
      const document = await this.acceptance.forSchema(tx, answer.schemaId, review.acceptAtError);
      const standing = { answer, schema, typeConfidence, isSplitProposed: split === 'proposed' };
      needs.push(needsOf(standing, { field: review.minConfidence, document }));
    }
    return needs;
  }
}
