import { TenantDatabase, type Transaction } from '@app/database';
import { newUuid, notFound } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type {
  ClassifierMetrics,
  ClassifierRecord,
  ClassifierVersion,
  LabelDefinition,
  TrainingState,
} from '../domain/classifier.js';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly labels: readonly LabelDefinition[];
  readonly knows_unknown: boolean;
  readonly training: TrainingState | null;
  readonly error_code: string | null;
  readonly active_version: number | null;
  readonly latest_version: number;
  readonly created_at: Date;
  readonly examples: number;
  readonly metrics: ClassifierMetrics | null;
}

export interface NewClassifier {
  readonly name: string;
  readonly description: string | null;
  readonly labels: readonly LabelDefinition[];
  readonly unknown: boolean;
}

const SELECT = `SELECT c.id, c.name, c.description, c.labels, c.knows_unknown, c.training, c.error_code, c.active_version,
        c.latest_version, c.created_at, v.metrics,
        (SELECT count(*)::int FROM classifier_examples e WHERE e.tenant_id = c.tenant_id AND e.classifier_id = c.id) AS examples
   FROM classifiers c
   LEFT JOIN classifier_versions v
     ON v.tenant_id = c.tenant_id AND v.classifier_id = c.id AND v.version = c.active_version`;

const recordOf = (row: Row): ClassifierRecord => ({
  id: row.id,
  name: row.name,
  description: row.description,
  labels: row.labels,
  unknown: row.knows_unknown,
  training: row.training,
  errorCode: row.error_code,
  activeVersion: row.active_version,
  latestVersion: row.latest_version,
  createdAt: row.created_at,
  examples: row.examples,
  metrics: row.metrics,
});

/** Earlier versions that can be gone back to, the active one besides. */
const VERSIONS_KEPT = 10;

@Injectable()
export class ClassifiersRepository {
  constructor(private readonly database: TenantDatabase) {}

  async insert(classifier: NewClassifier): Promise<string> {
    const { tenantId, userId } = tenantContext();
    const id = newUuid();
    await this.database.query(
      `INSERT INTO classifiers (tenant_id, id, name, description, labels, knows_unknown, created_by)
       VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7)`,
      [
        tenantId,
        id,
        classifier.name,
        classifier.description,
        JSON.stringify(classifier.labels),
        classifier.unknown,
        userId,
      ],
    );
    return id;
  }

  async list(limit: number, before: string | null): Promise<ClassifierRecord[]> {
    const { rows } = await this.database.query<Row>(
      `${SELECT} WHERE $2::uuid IS NULL OR c.id < $2 ORDER BY c.id DESC LIMIT $1`,
      [limit, before],
    );
    return rows.map(recordOf);
  }

  /** Throws `not_found`. */
  async get(id: string): Promise<ClassifierRecord> {
    const row = await this.database.one<Row>(`${SELECT} WHERE c.id = $1`, [id]);
    if (!row) throw notFound();
    return recordOf(row);
  }

  async exists(id: string): Promise<boolean> {
    return (await this.database.one('SELECT 1 FROM classifiers WHERE id = $1', [id])) !== null;
  }

  /** What a prediction needs, without counting. Throws `not_found`. */
  async active(id: string): Promise<{ readonly labels: readonly LabelDefinition[]; readonly version: number | null }> {
    const row = await this.database.one<{ labels: readonly LabelDefinition[]; version: number | null }>(
      'SELECT labels, active_version AS version FROM classifiers WHERE id = $1',
      [id],
    );
    if (!row) throw notFound();
    return row;
  }

  async delete(id: string): Promise<void> {
    const { count } = await this.database.query('DELETE FROM classifiers WHERE id = $1', [id]);
    if (count === 0) throw notFound();
  }

  /** Locks the classifier until the transaction ends. Null where there is none. */
  lock(tx: Transaction, id: string) {
    return tx.one<{ training: TrainingState | null; labels: readonly LabelDefinition[]; latest_version: number }>(
      'SELECT training, labels, latest_version FROM classifiers WHERE id = $1 FOR UPDATE',
      [id],
    );
  }

  async setTraining(tx: Transaction, id: string, training: TrainingState | null, errorCode: string | null = null) {
    await tx.query('UPDATE classifiers SET training = $2, error_code = $3 WHERE id = $1', [id, training, errorCode]);
  }

  /** Writes a version and makes it the active one. The oldest ones go. */
  async addVersion(tx: Transaction, id: string, version: number, model: Uint8Array, metrics: ClassifierMetrics) {
    await tx.query(
      `INSERT INTO classifier_versions (tenant_id, classifier_id, version, model, metrics)
       VALUES ($1, $2, $3, $4, $5::jsonb)`,
      [tenantContext().tenantId, id, version, model, JSON.stringify(metrics)],
    );
    await tx.query('UPDATE classifiers SET active_version = $2, latest_version = $2 WHERE id = $1', [id, version]);
    await tx.query('DELETE FROM classifier_versions WHERE classifier_id = $1 AND version <= $2', [
      id,
      version - VERSIONS_KEPT,
    ]);
  }

  async versions(id: string): Promise<ClassifierVersion[]> {
    const { rows } = await this.database.query<{
      version: number;
      active: boolean;
      metrics: ClassifierMetrics;
      created_at: Date;
    }>(
      `SELECT v.version, v.version = c.active_version AS active, v.metrics, v.created_at
         FROM classifier_versions v JOIN classifiers c ON c.tenant_id = v.tenant_id AND c.id = v.classifier_id
        WHERE v.classifier_id = $1 ORDER BY v.version DESC`,
      [id],
    );
    return rows.map(({ created_at: createdAt, ...row }) => ({ ...row, createdAt }));
  }

  /** False where there is no such version. */
  async activate(id: string, version: number): Promise<boolean> {
    const { count } = await this.database.query(
      `UPDATE classifiers c SET active_version = $2
        WHERE c.id = $1 AND EXISTS (SELECT 1 FROM classifier_versions v
                                     WHERE v.tenant_id = c.tenant_id AND v.classifier_id = c.id AND v.version = $2)`,
      [id, version],
    );
    return count === 1;
  }

  async model(id: string, version: number): Promise<Uint8Array | null> {
    const row = await this.database.one<{ model: Uint8Array }>(
      'SELECT model FROM classifier_versions WHERE classifier_id = $1 AND version = $2',
      [id, version],
    );
    return row?.model ?? null;
  }
}
