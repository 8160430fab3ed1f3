import { type RuntimeConfig, runtimeConfig } from '@app/config';
import { servedTenants, SystemDatabase, TenantDatabase, type Transaction } from '@app/database';
import { AppError } from '@app/kernel';
import type { StoredObject } from '@app/storage';
import { tenantContext } from '@app/tenancy';
import { Inject, Injectable } from '@nestjs/common';
import { type ExportCounts, type ExportState, NO_COUNTS, type SubjectExport } from '../domain/subject-export.js';

export interface NewExport {
  readonly id: string;
  readonly preview: boolean;
  readonly subject: string;
  readonly subjectHash: string;
}

interface ExportRow {
  readonly id: string;
  readonly state: ExportState;
  readonly preview: boolean;
  readonly subject: string | null;
  readonly subject_hash: string;
  readonly receipt: Partial<ExportCounts>;
  readonly error_code: string | null;
  readonly sha256: string | null;
  readonly size_bytes: string | null;
  readonly created_at: Date;
  readonly completed_at: Date | null;
  readonly expires_at: Date | null;
}

const COLUMNS =
  'id, state, preview, subject, subject_hash, receipt, error_code, sha256, size_bytes, created_at, completed_at, expires_at';

const exportOf = (row: ExportRow): SubjectExport => ({
  id: row.id,
  state: row.state,
  preview: row.preview,
  subject: row.subject,
  subjectHash: row.subject_hash,
  counts: { ...NO_COUNTS, ...row.receipt },
  errorCode: row.error_code,
  sha256: row.sha256,
  sizeBytes: row.size_bytes === null ? null : Number(row.size_bytes),
  createdAt: row.created_at,
  completedAt: row.completed_at,
  expiresAt: row.expires_at,
});

/** What a standing export becomes: nobody needs to know any more who it is about. */
const END = `completed_at = coalesce(completed_at, clock_timestamp()), subject = NULL`;

/** Of an export that is over, and of one that is being made its next try takes the archive away. */
const LEFT = `state NOT IN ('queued', 'running', 'succeeded')`;

/** Exports as they are asked for, made and taken away again. */
@Injectable()
export class ExportsRepository {
  private readonly region: string | null;

  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
    @Inject(runtimeConfig.token) { region }: Pick<RuntimeConfig, 'region'>,
  ) {
    this.region = region ?? null;
  }

  async insert(tx: Transaction, wanted: NewExport): Promise<void> {
    const { tenantId, userId } = tenantContext();
    await tx.query(
      `INSERT INTO subject_exports (tenant_id, id, state, preview, subject, subject_hash, requested_by)
       VALUES ($1, $2, 'queued', $3, $4, $5, $6)`,
      [tenantId, wanted.id, wanted.preview, wanted.subject, wanted.subjectHash, userId],
    );
  }

  /** How many have not ended; nobody else asks for one until the transaction ends. */
  async lockOpen(tx: Transaction): Promise<number> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 44))', [tenantContext().tenantId]);
    const row = await tx.one<{ open: number }>(
      `SELECT count(*)::int AS open FROM subject_exports WHERE state IN ('queued', 'running')`,
    );
    return row?.open ?? 0;
  }

  async find(id: string): Promise<SubjectExport | null> {
    const row = await this.database.one<ExportRow>(`SELECT ${COLUMNS} FROM subject_exports WHERE id = $1`, [id]);
    return row && exportOf(row);
  }

  async list(limit: number, before: string | null): Promise<SubjectExport[]> {
    const { rows } = await this.database.query<ExportRow>(
      `SELECT ${COLUMNS} FROM subject_exports WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [before, limit],
    );
    return rows.map(exportOf);
  }

  /** False where it is not wanted any more. */
  async start(id: string): Promise<boolean> {
    const { count } = await this.database.query(
      `UPDATE subject_exports SET state = 'running' WHERE id = $1 AND state IN ('queued', 'running')`,
      [id],
    );
    return count === 1;
  }

  /**
   * Names the archive that is about to be in the store. Where the export is not wanted any more, whoever ended it may have looked for a
   * file already: so it is named there too, and the next turn takes it away.
   */
  async packing(id: string, sha256: string): Promise<void> {
    await this.database.query('UPDATE subject_exports SET sha256 = $2, file_removed_at = NULL WHERE id = $1', [
      id,
      sha256,
    ]);
  }

  /** False where it is not wanted any more. */
  async succeed(
    tx: Transaction,
    id: string,
    counts: ExportCounts,
    made: { readonly object: StoredObject; readonly documentIds: readonly string[]; readonly days: number } | null,
  ): Promise<boolean> {
    const { count } = await tx.query(
      `UPDATE subject_exports SET state = 'succeeded', receipt = $2::jsonb, sha256 = $3, size_bytes = $4, file_removed_at = NULL, document_ids = $5::uuid[],
              expires_at = clock_timestamp() + make_interval(days => $6), ${END}
        WHERE id = $1 AND state = 'running'`,
      [
        id,
        JSON.stringify(counts),
        made?.object.sha256 ?? null,
        made?.object.sizeBytes ?? null,
        made?.documentIds ?? [],
        made?.days ?? null,
      ],
    );
    return count === 1;
  }

  /** Who it is about stays known, sealed, so that the dead letter can be replayed. */
  async fail(tx: Transaction, id: string, code: string): Promise<void> {
    await tx.query(
      `UPDATE subject_exports SET state = 'failed', error_code = $2, completed_at = clock_timestamp()
        WHERE id = $1 AND state IN ('queued', 'running')`,
      [id, code],
    );
  }

  /** A dead letter that is replayed. */
  async revive(id: string): Promise<void> {
    await this.database.query(
      `UPDATE subject_exports SET state = 'queued', error_code = NULL, completed_at = NULL
        WHERE id = $1 AND state = 'failed' AND subject IS NOT NULL`,
      [id],
    );
  }

  /** False where there is none. Its file is still to be removed. */
  async delete(id: string): Promise<boolean> {
    const { count } = await this.database.query(
      `UPDATE subject_exports SET state = 'deleted', ${END} WHERE id = $1 AND state <> 'deleted'`,
      [id],
    );
    return count === 1;
  }

  /** Takes back those that hold one of these documents. */
  async withdrawDocuments(tx: Transaction, documentIds: readonly string[]): Promise<void> {
    await tx.query(
      `UPDATE subject_exports SET state = 'withdrawn', ${END} WHERE state = 'succeeded' AND document_ids && $1::uuid[]`,
      [documentIds],
    );
  }

  /** Takes back those that hold rows of a table; which ones they hold is not kept. */
  async withdrawTable(tx: Transaction, table: string): Promise<void> {
    await tx.query(
      `UPDATE subject_exports SET state = 'withdrawn', ${END}
        WHERE state = 'succeeded' AND receipt -> 'rows' ? $1`,
      [table],
    );
  }

  /** Takes back those about a subject, also those that are still being made. */
  async withdrawSubject(subjectHash: string): Promise<void> {
    await this.database.query(
      `UPDATE subject_exports SET state = 'withdrawn', ${END}
        WHERE subject_hash = $1 AND NOT preview AND state IN ('queued', 'running', 'succeeded')`,
      [subjectHash],
    );
  }

  /** Ends those whose time is over at `now`, of the running tenant. */
  async expire(now: Date): Promise<void> {
    await this.database.query(
      `UPDATE subject_exports SET state = 'expired', ${END} WHERE state = 'succeeded' AND expires_at <= $1`,
      [now],
    );
  }

  /** Archives of the running tenant that have no export any more. */
  async filesLeft(): Promise<{ id: string; sha256: string }[]> {
    const { rows } = await this.database.query<{ id: string; sha256: string }>(
      `SELECT id, sha256 FROM subject_exports
        WHERE sha256 IS NOT NULL AND file_removed_at IS NULL AND ${LEFT} ORDER BY id LIMIT 1000`,
    );
    return rows;
  }

  async fileRemoved(id: string): Promise<void> {
    await this.database.query('UPDATE subject_exports SET file_removed_at = clock_timestamp() WHERE id = $1', [id]);
  }

  /** Tenants with an archive that has to go at `now`. */
  async tenantsDue(now: Date): Promise<string[]> {
    const { rows } = await this.system.query<{ tenant_id: string }>(
      `SELECT DISTINCT tenant_id FROM subject_exports
        WHERE ((sha256 IS NOT NULL AND file_removed_at IS NULL AND ${LEFT}) OR (state = 'succeeded' AND expires_at <= $1))
          AND ${servedTenants(2)}`,
      [now, this.region],
    );
    return rows.map(({ tenant_id: tenantId }) => tenantId);
  }

  /** Whether all of these documents are there. */
  async areThere(tx: Transaction, documentIds: readonly string[]): Promise<boolean> {
    const row = await tx.one<{ count: number }>(
      'SELECT count(*)::int AS count FROM documents WHERE id = ANY ($1::uuid[])',
      [documentIds],
    );
    if (!row) throw new AppError('no_count', 'bug');
    return row.count === documentIds.length;
  }
}
