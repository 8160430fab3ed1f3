import type { TenantDatabase, Transaction } from '@app/database';
import { AppError } from '@app/kernel';
import type { JobRow } from './job-store.js';

/** The claim has passed to somebody else: whatever this worker still holds must not be written. */
export class StaleClaimError extends AppError {
  constructor() {
    super('stale_claim', 'conflict', { detail: 'This claim is no longer valid.' });
  }
}

/** A job that this worker holds until it is finished, given back, or lost. */
export class ClaimedJob<F = unknown> {
  private done = false;

  constructor(
    private readonly row: JobRow,
    readonly facts: F,
    /** Aborts when the claim is lost or the process stops. */
    readonly signal: AbortSignal,
    private readonly database: TenantDatabase,
  ) {}

  get tenantId(): string {
    return this.row.tenant_id;
  }

  get id(): string {
    return this.row.id;
  }

  get subjectId(): string {
    return this.row.subject_id;
  }

  get traceparent(): string {
    return this.row.traceparent;
  }

  get priority(): number {
    return this.row.priority;
  }

  /** From 1. */
  get attempt(): number {
    return this.row.attempts;
  }

  get finished(): boolean {
    return this.done;
  }

  /**
   * Ends the job and writes its results in one transaction. The job's row goes first: where the claim has passed to
   * somebody else it is not ours to remove, and nothing is written.
   */
  async finish<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const result = await this.database.transaction(async (tx) => {
      const { count } = await tx.query(
        `DELETE FROM jobs WHERE tenant_id = $1 AND id = $2 AND generation = $3 AND state = 'running'`,
        [this.row.tenant_id, this.row.id, this.row.generation],
      );
      if (count !== 1) throw new StaleClaimError();
      return work(tx);
    });
    this.done = true;
    return result;
  }

  /** As `finish`, but the job stays, visible, as a dead letter that can be replayed. */
  async bury(errorCode: string, work: (tx: Transaction) => Promise<void>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { count } = await tx.query(
        `UPDATE jobs SET state = 'dead', lease_until = NULL, last_error_code = $4
          WHERE tenant_id = $1 AND id = $2 AND generation = $3 AND state = 'running'`,
        [this.row.tenant_id, this.row.id, this.row.generation, errorCode],
      );
      if (count !== 1) throw new StaleClaimError();
      await work(tx);
    });
    this.done = true;
  }
}
