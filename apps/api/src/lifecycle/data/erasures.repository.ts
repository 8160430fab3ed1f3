import { type RuntimeConfig, runtimeConfig } from '@app/config';
import { servedTenants, SystemDatabase, TenantDatabase, type Transaction } from '@app/database';
import { AppError, newUuid } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Inject, Injectable } from '@nestjs/common';
import { type Cause, type Erasure, type ErasureState, NOTHING_PENDING, type Pending } from '../domain/erasure.js';
import { addTo, NO_RECEIPT, type Receipt } from '../domain/receipt.js';

export interface NewErasure {
  readonly cause: Cause;
  readonly state: ErasureState;
  readonly id?: string;
  readonly preview?: boolean;
  readonly subject?: string;
  readonly subjectHash?: string;
  readonly receipt?: Receipt;
  readonly pending?: Pending;
}

interface ErasureRow {
  readonly id: string;
  readonly cause: Cause;
  readonly state: ErasureState;
  readonly preview: boolean;
  readonly subject: string | null;
  readonly subject_hash: string | null;
  readonly receipt: Partial<Receipt>;
  readonly pending: Partial<Pending>;
  readonly created_at: Date;
  readonly completed_at: Date | null;
}

const COLUMNS = 'id, cause, state, preview, subject, subject_hash, receipt, pending, created_at, completed_at';

const erasureOf = (row: ErasureRow): Erasure => ({
  id: row.id,
  cause: row.cause,
  state: row.state,
  preview: row.preview,
  subject: row.subject,
  subjectHash: row.subject_hash,
  receipt: { ...NO_RECEIPT, ...row.receipt },
  pending: { ...NOTHING_PENDING, ...row.pending },
  createdAt: row.created_at,
  completedAt: row.completed_at,
});

/** Every erasure with its receipt, whatever caused it. */
@Injectable()
export class ErasuresRepository {
  private readonly region: string | null;

  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
    @Inject(runtimeConfig.token) { region }: Pick<RuntimeConfig, 'region'>,
  ) {
    this.region = region ?? null;
  }

  async insert(tx: Transaction, erasure: NewErasure): Promise<string> {
    const { tenantId, userId } = tenantContext();
    const id = erasure.id ?? newUuid();
    await tx.query(
      `INSERT INTO erasures (tenant_id, id, cause, state, preview, subject, subject_hash, requested_by, receipt, pending, completed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, CASE WHEN $4 = 'succeeded' THEN clock_timestamp() END)`,
      [
        tenantId,
        id,
        erasure.cause,
        erasure.state,
        erasure.preview ?? false,
        erasure.subject ?? null,
        erasure.subjectHash ?? null,
        userId,
        JSON.stringify(erasure.receipt ?? NO_RECEIPT),
        JSON.stringify(erasure.pending ?? NOTHING_PENDING),
      ],
    );
    return id;
  }

  async find(id: string, tx?: Transaction): Promise<Erasure | null> {
    const row = await (tx ?? this.database).one<ErasureRow>(`SELECT ${COLUMNS} FROM erasures WHERE id = $1`, [id]);
    return row && erasureOf(row);
  }

  async list(cause: Cause | null, limit: number, before: string | null): Promise<Erasure[]> {
    const { rows } = await this.database.query<ErasureRow>(
      `SELECT ${COLUMNS} FROM erasures
        WHERE ($1::text IS NULL OR cause = $1) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [cause, before, limit],
    );
    return rows.map(erasureOf);
  }

  async start(id: string): Promise<void> {
    await this.database.query(
      `UPDATE erasures SET state = 'running', changed_at = clock_timestamp() WHERE id = $1 AND state <> 'succeeded'`,
      [id],
    );
  }

  /** Adds to the receipt, in the transaction of the work itself: it tells what is committed, no more and no less. */
  async add(tx: Transaction, id: string, done: Partial<Receipt>, pending: Pending = NOTHING_PENDING): Promise<void> {
    const row = await tx.one<Pick<ErasureRow, 'receipt' | 'pending'>>(
      'SELECT receipt, pending FROM erasures WHERE id = $1 FOR UPDATE',
      [id],
    );
    if (!row) throw new AppError('erasure_missing', 'bug');
    const before = { ...NOTHING_PENDING, ...row.pending };
    await tx.query(
      'UPDATE erasures SET receipt = $2::jsonb, pending = $3::jsonb, changed_at = clock_timestamp() WHERE id = $1',
      [
        id,
        JSON.stringify(addTo({ ...NO_RECEIPT, ...row.receipt }, done)),
        JSON.stringify({
          files: [...before.files, ...pending.files],
          promptHashes: [...before.promptHashes, ...pending.promptHashes],
        }),
      ],
    );
  }

  /** Sets what a preview has found; done twice, it is not counted twice. */
  async replace(tx: Transaction, id: string, receipt: Partial<Receipt>): Promise<void> {
    await tx.query('UPDATE erasures SET receipt = $2::jsonb, changed_at = clock_timestamp() WHERE id = $1', [
      id,
      JSON.stringify({ ...NO_RECEIPT, ...receipt }),
    ]);
  }

  async nothingPending(id: string): Promise<void> {
    await this.database.query(`UPDATE erasures SET pending = '{}' WHERE id = $1`, [id]);
  }

  /** Ends it: who it was about is not known to anybody from here on. */
  async end(tx: Transaction, id: string, state: 'succeeded' | 'failed'): Promise<void> {
    await tx.query(
      `UPDATE erasures SET state = $2, pending = '{}', subject = CASE WHEN $2 = 'failed' THEN subject END,
              changed_at = clock_timestamp(), completed_at = clock_timestamp() WHERE id = $1 AND state <> 'succeeded'`,
      [id, state],
    );
  }

  /** Erasures whose rows are gone, and whose process may have died before the rest was done. */
  async unsettled(seconds: number): Promise<{ tenantId: string; id: string }[]> {
    const { rows } = await this.system.query<{ tenant_id: string; id: string }>(
      `SELECT tenant_id, id FROM erasures
        WHERE state = 'running' AND cause IN ('document', 'retention', 'restored-backup')
          AND changed_at < clock_timestamp() - make_interval(secs => $1) AND ${servedTenants(2)} ORDER BY changed_at LIMIT 1000`,
      [seconds, this.region],
    );
    return rows.map(({ tenant_id: tenantId, id }) => ({ tenantId, id }));
  }

  /** Tenants of which something was erased within the last seconds. */
  async erasedWithin(seconds: number): Promise<string[]> {
    const { rows } = await this.system.query<{ tenant_id: string }>(
      'SELECT DISTINCT tenant_id FROM erasures WHERE changed_at > clock_timestamp() - make_interval(secs => $1)',
      [seconds],
    );
    return rows.map(({ tenant_id: tenantId }) => tenantId);
  }
}
