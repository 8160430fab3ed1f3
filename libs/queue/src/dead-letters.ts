import { TenantDatabase, type Transaction } from '@app/database';
import { notFound, publicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { QueuedWakeUp } from './job-store.js';
import { WakeUps } from './wake-ups.js';

export interface DeadLetter {
  readonly id: string;
  readonly queue: string;
  /** Of the document that the work is about, as nearly all work is. */
  readonly documentId: string;
  readonly attempts: number;
  readonly errorCode: string | null;
  readonly createdAt: string;
}

interface DeadRow {
  readonly id: string;
  readonly queue: string;
  readonly subject_id: string;
  readonly attempts: number;
  readonly last_error_code: string | null;
  readonly created_at: Date;
}

/** Jobs of the tenant that were given up after their last try, and their second chance. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly database: TenantDatabase,
    private readonly wakeUps: WakeUps,
  ) {}

  async list(limit: number, before: string | null): Promise<DeadLetter[]> {
    const { rows } = await this.database.query<DeadRow>(
      `SELECT id, queue, subject_id, attempts, last_error_code, created_at FROM jobs
        WHERE state = 'dead' AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $1`,
      [limit, before],
    );
    return rows.map((row) => ({
      id: publicId('deadLetter', row.id),
      queue: row.queue,
      documentId: publicId('document', row.subject_id),
      attempts: row.attempts,
      errorCode: row.last_error_code,
      createdAt: row.created_at.toISOString(),
    }));
  }

  /** Puts a dead job back to work with all its tries; `onReplay` may change its subject in the same transaction. */
  async replay(
    jobId: string,
    onReplay: (tx: Transaction, subjectId: string, queue: string) => Promise<void>,
  ): Promise<void> {
    const call = await this.database.transaction(async (tx): Promise<QueuedWakeUp> => {
      const row = await tx.one<{
        tenant_id: string;
        queue: string;
        subject_id: string;
        traceparent: string;
      }>(
        `UPDATE jobs SET state = 'ready', attempts = 0, run_at = now(), woken_at = now()
          WHERE id = $1 AND state = 'dead' RETURNING tenant_id, queue, subject_id, traceparent`,
        [jobId],
      );
      if (!row) throw notFound();
      await onReplay(tx, row.subject_id, row.queue);
      return { tenantId: row.tenant_id, jobId, queue: row.queue, traceparent: row.traceparent };
    });
    await this.wakeUps.send([call]);
  }
}
