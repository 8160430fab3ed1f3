import { TenantDatabase, type Transaction } from '@app/database';
import { ClassifiedColumns } from '@app/encryption';
import { newUuid } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type {
  Evaluation,
  EvaluationPlan,
  EvaluationResult,
  Outcome,
  OutcomeScores,
  Progress,
} from '../domain/evaluation.js';
import type { FieldScore } from '../domain/score.js';

interface Row {
  readonly id: string;
  readonly set_id: string;
  readonly schema_key: string;
  readonly plan: EvaluationPlan;
  readonly status: Evaluation['status'];
  readonly error_code: string | null;
  readonly result: EvaluationResult | null;
  readonly created_by: string | null;
  readonly created_at: Date;
  readonly completed_at: Date | null;
}

const evaluationOf = (row: Row): Evaluation => ({
  id: row.id,
  setId: row.set_id,
  schemaKey: row.schema_key,
  plan: row.plan,
  status: row.status,
  errorCode: row.error_code,
  result: row.result,
  createdBy: row.created_by,
  createdAt: row.created_at,
  completedAt: row.completed_at,
});

@Injectable()
export class EvaluationsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly classified: ClassifiedColumns,
  ) {}

  async insert(tx: Transaction, setId: string, schemaKey: string, plan: EvaluationPlan): Promise<string> {
    const { tenantId, userId } = tenantContext();
    const id = newUuid();
    await tx.query(
      `INSERT INTO golden_evaluations (tenant_id, id, set_id, schema_key, plan, created_by)
       VALUES ($1, $2, $3, $4, $5::jsonb, $6)`,
      [tenantId, id, setId, schemaKey, JSON.stringify(plan), userId],
    );
    return id;
  }

  async find(id: string): Promise<Evaluation | null> {
    const row = await this.database.one<Row>('SELECT * FROM golden_evaluations WHERE id = $1', [id]);
    return row && evaluationOf(row);
  }

  /** The newest first. */
  async list(setId: string, limit: number, before: string | null): Promise<Evaluation[]> {
    const { rows } = await this.database.query<Row>(
      `SELECT * FROM golden_evaluations WHERE set_id = $1 AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $2`,
      [setId, limit, before],
    );
    return rows.map(evaluationOf);
  }

  /** The last one of a set and a schema's key that has succeeded. */
  async lastOf(setId: string, schemaKey: string): Promise<string | null> {
    const row = await this.database.one<{ id: string }>(
      `SELECT id FROM golden_evaluations WHERE set_id = $1 AND schema_key = $2 AND status = 'succeeded' ORDER BY id DESC LIMIT 1`,
      [setId, schemaKey],
    );
    return row?.id ?? null;
  }

  async start(id: string): Promise<void> {
    await this.database.query(`UPDATE golden_evaluations SET status = 'running' WHERE id = $1 AND status = 'queued'`, [
      id,
    ]);
  }

  async end(tx: Transaction, id: string, result: EvaluationResult | null, errorCode: string | null): Promise<void> {
    await tx.query(
      `UPDATE golden_evaluations SET status = $2, error_code = $3, result = $4::jsonb, completed_at = clock_timestamp() WHERE id = $1`,
      [id, errorCode === null ? 'succeeded' : 'failed', errorCode, result && JSON.stringify(result)],
    );
  }

  /** Keeps what came of a document. What is there already stays, and nothing is kept of what has gone meanwhile. */
  async addOutcome(evaluationId: string, outcome: Outcome): Promise<void> {
    const seals = await this.classified.of('golden_outcomes');
    const key = [evaluationId, outcome.documentId];
    await this.database.query(
      `INSERT INTO golden_outcomes (tenant_id, evaluation_id, document_id, scores, baseline, regressed, improved, tokens_in, tokens_out, cost)
       SELECT $1, e.id, d.id, $4::jsonb, $5::jsonb, $6, $7, $8, $9, $10
         FROM golden_evaluations e JOIN documents d ON d.tenant_id = e.tenant_id
        WHERE e.tenant_id = $1 AND e.id = $2 AND d.id = $3 FOR KEY SHARE
       ON CONFLICT DO NOTHING`,
      [
        tenantContext().tenantId,
        evaluationId,
        outcome.documentId,
        seals.json('scores', key, outcome.scores),
        outcome.baseline && seals.json('baseline', key, outcome.baseline),
        outcome.regressed,
        outcome.improved,
        outcome.tokensIn,
        outcome.tokensOut,
        outcome.cost,
      ],
    );
  }

  /** Documents that need not be read once more. */
  async done(evaluationId: string): Promise<Set<string>> {
    const { rows } = await this.database.query<{ document_id: string }>(
      'SELECT document_id FROM golden_outcomes WHERE evaluation_id = $1',
      [evaluationId],
    );
    return new Set(rows.map(({ document_id: id }) => id));
  }

  /** How an evaluation has scored a document; null where it has not. */
  async scoresOf(evaluationId: string, documentId: string): Promise<readonly FieldScore[] | null> {
    const row = await this.database.one<{ scores: unknown }>(
      'SELECT scores FROM golden_outcomes WHERE evaluation_id = $1 AND document_id = $2',
      [evaluationId, documentId],
    );
    if (!row) return null;
    const seals = await this.classified.of('golden_outcomes');
    return seals.openJson<readonly FieldScore[]>('scores', [evaluationId, documentId], row.scores);
  }

  /** In the order of the documents' ids. */
  async outcomes(evaluationId: string, limit: number, after: string | null): Promise<OutcomeScores[]> {
    const { rows } = await this.database.query<{
      document_id: string;
      scores: unknown;
      baseline: unknown;
    }>(
      `SELECT document_id, scores, baseline FROM golden_outcomes
        WHERE evaluation_id = $1 AND ($3::uuid IS NULL OR document_id > $3) ORDER BY document_id LIMIT $2`,
      [evaluationId, limit, after],
    );
    const seals = await this.classified.of('golden_outcomes');
    return rows.map(({ document_id: documentId, scores, baseline }) => ({
      documentId,
      scores: seals.openJson<Outcome['scores']>('scores', [evaluationId, documentId], scores),
      baseline: seals.openJson<Outcome['baseline']>('baseline', [evaluationId, documentId], baseline),
    }));
  }

  async progress(evaluationId: string): Promise<Progress> {
    const sums = await this.database.one<{ documents: number; tokens_in: number; tokens_out: number; cost: string }>(
      `SELECT count(*)::int AS documents, coalesce(sum(tokens_in), 0)::int AS tokens_in,
              coalesce(sum(tokens_out), 0)::int AS tokens_out, coalesce(sum(cost), 0)::text AS cost
         FROM golden_outcomes WHERE evaluation_id = $1`,
      [evaluationId],
    );
    const { rows } = await this.database.query<{ document_id: string; regressed: string[]; improved: string[] }>(
      `SELECT document_id, regressed, improved FROM golden_outcomes
        WHERE evaluation_id = $1 AND cardinality(regressed) + cardinality(improved) > 0 ORDER BY document_id`,
      [evaluationId],
    );
    return {
      documents: sums?.documents ?? 0,
      tokensIn: sums?.tokens_in ?? 0,
      tokensOut: sums?.tokens_out ?? 0,
      cost: sums?.cost ?? '0',
      changed: rows.map(({ document_id: documentId, ...row }) => ({ documentId, ...row })),
    };
  }
}
