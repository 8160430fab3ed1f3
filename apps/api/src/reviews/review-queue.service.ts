import type { Transaction } from '@app/database';
import { Outbox } from '@app/queue';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { type DocumentRecord, ResultWatch } from '../documents/index.js';
import type { ExtractionAnswer } from '../fields/index.js';
import { AcceptanceService } from '../quality/index.js';
import { SchemasService } from '../schemas/index.js';
import { TenantsService } from '../tenants/index.js';
import { ReviewItemsRepository } from './data/review-items.repository.js';
import { needsOf } from './domain/needs.js';
import type { Place, ReviewItem } from './domain/review-item.js';

/** Knows which documents wait for a person: each result is looked at in the transaction that makes it one. */
@Injectable()
export class ReviewQueue extends ResultWatch {
  constructor(
    private readonly items: ReviewItemsRepository,
    private readonly schemas: SchemasService,
    private readonly tenants: TenantsService,
    private readonly acceptance: AcceptanceService,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  async resulted(
    tx: Transaction,
    document: DocumentRecord,
    run: Parameters<ResultWatch['resulted']>[2],
  ): Promise<void> {
    // What of a file that was split waits for a person are its parts.
    if (document.split === 'split') return this.items.remove(tx, document.id);
    if (run.kind !== 'extract') return;
    const answer = run.result as unknown as ExtractionAnswer;
    const schema = await this.schemas.version(answer.schemaId, answer.schemaVersion, tx);
    const typeConfidence = await this.items.typeConfidence(tx, document.runs.classify);
    const standing = {
      answer,
      schema: schema ?? { fields: [] },
      typeConfidence,
      isSplitProposed: document.split === 'proposed',
    };
    const { review } = await this.tenants.settingsOf(tenantContext().tenantId);
    const demand = { field: review.minConfidence, document: await this.acceptance.forSchema(answer.schemaId) };
    const needs = needsOf(standing, demand);
    await this.items.put(tx, { documentId: document.id, runId: run.id, confidence: answer.confidence, ...needs });
    if (needs.reasons.length === 0 || run.engine === 'person') return;
    await this.outbox.append(tx, {
      event: 'review.needed',
      subjectId: document.id,
      facts: {},
      priority: document.priority,
      traceparent: document.traceparent,
    });
  }

  /** Somebody has looked at the document. */
  leave(tx: Transaction, documentId: string): Promise<void> {
    return this.items.remove(tx, documentId);
  }

  /** Most urgent first: those that wait for a person, or, with a bound, all that are at or below it. */
  list(maxConfidence: number | null, limit: number, after: Place | null): Promise<ReviewItem[]> {
    return this.items.list(maxConfidence, limit, after);
  }
}
