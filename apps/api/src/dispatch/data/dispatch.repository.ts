import { TenantDatabase, type Transaction } from '@app/database';
import { ClassifiedColumns } from '@app/encryption';
import { newUuid } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { Correction, CorrectionLesson, NewCorrection, PolicyVersion } from '../domain/correction.js';
import { type Lesson, MOST_LESSONS, type Weights } from '../domain/learned.js';
import { NO_POLICY, type Policy } from '../domain/policy.js';
import type { Precedent } from '../domain/precedents.js';

interface WaysRow {
  readonly policy_version: number | null;
  readonly definition: Policy | null;
  readonly created_at: Date | null;
  readonly model_version: number | null;
  readonly weights: Weights | null;
  readonly precedents: string;
}

interface CorrectionRow {
  readonly id: string;
  readonly document_id: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly corrected_by: string | null;
  readonly created_at: Date;
}

export interface StoredWays {
  readonly policy: PolicyVersion;
  readonly model: { readonly version: number; readonly weights: Weights };
  /** Another one where the precedents are others. */
  readonly precedents: string;
}

const MOST_PRECEDENTS = 500;
/** The number of the lock under which a tenant's policy or model gets its next version; no other lock of the service has it. */
const VERSIONING = 48;

/** Policies and learned weights by version, and the corrections that they are learned from. */
@Injectable()
export class DispatchRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly classified: ClassifiedColumns,
  ) {}

  async ways(): Promise<StoredWays> {
    const { rows } = await this.database.query<WaysRow>(
      `SELECT p.version AS policy_version, p.definition, p.created_at, l.version AS model_version, l.weights,
              (SELECT count(*) || ' ' || coalesce(max(id::text), '') FROM triage_corrections
                WHERE tenant_id = $1 AND lesson IS NOT NULL) AS precedents
         FROM (SELECT 1) AS one
         LEFT JOIN LATERAL (SELECT * FROM triage_policies WHERE tenant_id = $1 ORDER BY version DESC LIMIT 1) AS p ON true
         LEFT JOIN LATERAL (SELECT * FROM triage_lessons WHERE tenant_id = $1 ORDER BY version DESC LIMIT 1) AS l ON true`,
      [tenantContext().tenantId],
    );
    return storedWays(rows[0]);
  }

  /** One at a time of those that make a next version. */
  async lock(tx: Transaction): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, $2))', [tenantContext().tenantId, VERSIONING]);
  }

  async putPolicy(tx: Transaction, policy: Policy): Promise<void> {
    await tx.query(
      `INSERT INTO triage_policies (tenant_id, version, definition, created_by)
       SELECT $1, coalesce(max(version), 0) + 1, $2::jsonb, $3 FROM triage_policies WHERE tenant_id = $1`,
      [tenantContext().tenantId, JSON.stringify(policy), tenantContext().userId ?? null],
    );
  }

  async putWeights(tx: Transaction, weights: Weights, corrections: number): Promise<void> {
    await tx.query(
      `INSERT INTO triage_lessons (tenant_id, version, weights, corrections)
       SELECT $1, coalesce(max(version), 0) + 1, $2::jsonb, $3 FROM triage_lessons WHERE tenant_id = $1`,
      [tenantContext().tenantId, JSON.stringify(weights), corrections],
    );
  }

  /** A mail teaches by what was said of it last: earlier words of it do not count any more. */
  async addCorrection(tx: Transaction, { documentId, before, after, lesson }: NewCorrection): Promise<string> {
    const id = newUuid();
    const seals = await this.classified.of('triage_corrections');
    await tx.query('UPDATE triage_corrections SET lesson = NULL WHERE tenant_id = $1 AND document_id = $2', [
      tenantContext().tenantId,
      documentId,
    ]);
    await tx.query(
      `INSERT INTO triage_corrections (tenant_id, id, document_id, before, after, lesson, corrected_by)
       VALUES ($1, $2, $3, $4::jsonb, $5::jsonb, $6::jsonb, $7)`,
      [
        tenantContext().tenantId,
        id,
        documentId,
        seals.json('before', id, before),
        seals.json('after', id, after),
        seals.json('lesson', id, lesson),
        tenantContext().userId ?? null,
      ],
    );
    return id;
  }

  /** What people have said of a mail, the first first. */
  async corrections(documentId: string, tx?: Transaction): Promise<Correction[]> {
    const { rows } = await (tx ?? this.database).query<CorrectionRow>(
      'SELECT * FROM triage_corrections WHERE tenant_id = $1 AND document_id = $2 ORDER BY id',
      [tenantContext().tenantId, documentId],
    );
    const seals = await this.classified.of('triage_corrections');
    return rows.map(({ id, document_id, before, after, corrected_by, created_at }) => ({
      id,
      documentId: document_id,
      before: seals.openJson<Correction['before']>('before', id, before),
      after: seals.openJson<Correction['after']>('after', id, after),
      correctedBy: corrected_by,
      createdAt: created_at,
    }));
  }

  /** What corrections of priorities teach, the oldest first. */
  async lessons(tx: Transaction): Promise<Lesson[]> {
    const taught = await this.taught(tx, MOST_LESSONS);
    return taught.filter((lesson): lesson is Lesson => lesson.level !== undefined).toReversed();
  }

  /** Corrected mails, the latest first. They are read where they were said, so that what is erased with its mail teaches no more. */
  async precedents(): Promise<Precedent[]> {
    const taught = await this.taught(this.database, MOST_PRECEDENTS);
    return taught.filter((lesson): lesson is CorrectionLesson & Precedent => lesson.said !== undefined);
  }

  /** Of the last corrections that teach, the last one first. */
  private async taught(tx: Pick<Transaction, 'query'>, most: number): Promise<CorrectionLesson[]> {
    const { rows } = await tx.query<{ id: string; lesson: unknown }>(
      'SELECT id, lesson FROM triage_corrections WHERE tenant_id = $1 AND lesson IS NOT NULL ORDER BY id DESC LIMIT $2',
      [tenantContext().tenantId, most],
    );
    const seals = await this.classified.of('triage_corrections');
    return rows.map(({ id, lesson }) => seals.openJson<CorrectionLesson>('lesson', id, lesson));
  }

  /** Corrections stay as they were said; they teach nothing any more. */
  async forgetLessons(tx: Transaction): Promise<void> {
    await tx.query('UPDATE triage_corrections SET lesson = NULL WHERE tenant_id = $1 AND lesson IS NOT NULL', [
      tenantContext().tenantId,
    ]);
  }
}

const storedWays = (row: WaysRow | undefined): StoredWays => ({
  policy: policyOf(row),
  model: { version: row?.model_version ?? 0, weights: row?.weights ?? {} },
  precedents: row?.precedents ?? '',
});

const policyOf = (row: WaysRow | undefined): PolicyVersion => ({
  version: row?.policy_version ?? 0,
  policy: row?.definition ?? NO_POLICY,
  createdAt: row?.created_at ?? null,
});
