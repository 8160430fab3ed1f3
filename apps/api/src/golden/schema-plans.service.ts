import type { Transaction } from '@app/database';
import { publicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type ExtractionSchema, SchemasService } from '../schemas/index.js';
import type { EvaluationPlan, Publication, SchemaVersion } from './domain/evaluation.js';
import { unknownVersion } from './golden.errors.js';

/** Schemas that an evaluation reads by. */
export interface PlannedSchemas {
  readonly candidate: ExtractionSchema;
  /** Null where there is none, or where the scores of an earlier evaluation stand in for it. */
  readonly baseline: ExtractionSchema | null;
}

/** The schemas that a plan names. */
@Injectable()
export class SchemaPlans {
  constructor(private readonly schemas: SchemasService) {}

  async of({ candidate, baseline }: EvaluationPlan): Promise<PlannedSchemas> {
    return {
      candidate:
        'definition' in candidate
          ? (await this.schemas.draft(candidate.definition)).schema
          : await this.version(candidate),
      baseline: baseline && 'schemaId' in baseline ? await this.version(baseline) : null,
    };
  }

  /** Publishes the candidate. Throws `schema_changed` where something else was published since it was planned. */
  async publish(tx: Transaction, { candidate, baseline }: EvaluationPlan): Promise<Publication | null> {
    if (!('definition' in candidate)) return null;
    const latest = baseline && 'version' in baseline ? baseline.version : null;
    const { id, version } = await this.schemas.publishAfter(tx, candidate.definition, latest);
    return { status: 'published', schemaId: publicId('schema', id), version };
  }

  private async version({ schemaId, version }: SchemaVersion): Promise<ExtractionSchema> {
    const schema = await this.schemas.version(schemaId, version);
    if (schema === null) throw unknownVersion();
    return schema;
  }
}
