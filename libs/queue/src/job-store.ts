import { type RuntimeConfig, runtimeConfig } from '@app/config';
import { bulkInsert, servedTenants, SystemDatabase, type Transaction } from '@app/database';
import { newUuid } from '@app/kernel';
import { type Counter, InjectMetric } from '@app/observability';
import { Inject, Injectable } from '@nestjs/common';
import type { WakeUp } from './job-definition.js';
import type { JobRequest, OutboxEvent } from './events.js';

export interface JobRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly queue: string;
  readonly subject_id: string;
  readonly facts: unknown;
  readonly generation: number;
  readonly attempts: number;
  readonly max_attempts: number;
  readonly traceparent: string;
  readonly priority: number;
}

/** A wake-up call and the queue it belongs to. */
export interface QueuedWakeUp extends WakeUp {
  readonly queue: string;
}

/**
 * Added to the condition of a statement, it lets the commit not wait for the disk. A claim, a renewal or a relayed event
 * that a crash of Postgres takes back is simply made again, and whatever is committed after it to last takes it along.
 */
const WITHOUT_WAITING = `(SELECT set_config('synchronous_commit', 'off', true)) IS NOT NULL`;

const COLUMNS = 'tenant_id, id, queue, subject_id, facts, generation, attempts, max_attempts, traceparent, priority';

const wakeUpOf = (row: Pick<JobRow, 'tenant_id' | 'id' | 'queue' | 'traceparent'>): QueuedWakeUp => ({
  tenantId: row.tenant_id,
  jobId: row.id,
  queue: row.queue,
  traceparent: row.traceparent,
});

/** The truth about jobs: who claimed what, until when, for the how manieth time. Those of tenants of other regions are left alone. */
@Injectable()
export class JobStore {
  private readonly region: string | null;

  constructor(
    private readonly system: SystemDatabase,
    @InjectMetric('dossier_queue_events_relayed_total') private readonly relayed: Counter,
    @Inject(runtimeConfig.token) { region }: Pick<RuntimeConfig, 'region'>,
  ) {
    this.region = region ?? null;
  }

  /** Without a region there is nothing to look up, and Postgres keeps its plan: with the look-up it makes one at each call. */
  private served(parameter: number): string {
    return this.region === null ? `$${parameter}::text IS NULL` : servedTenants(parameter);
  }

  /** Takes events out of the outbox and puts their jobs in, in one transaction: each event becomes its jobs exactly once. */
  relay(
    limit: number,
    known: readonly string[],
    route: (event: OutboxEvent) => readonly JobRequest[],
  ): Promise<{ events: number; wakeUps: QueuedWakeUp[] }> {
    return this.system.transaction(async (tx) => {
      const { rows } = await tx.query<EventRow>(
        `DELETE FROM outbox_events o USING (
           SELECT tenant_id, id FROM outbox_events WHERE event = ANY ($2::text[]) AND ${this.served(3)} ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED
         ) taken WHERE o.tenant_id = taken.tenant_id AND o.id = taken.id AND ${WITHOUT_WAITING}
         RETURNING o.tenant_id, o.event, o.subject_id, o.facts, o.priority, o.traceparent`,
        [limit, known, this.region],
      );
      const jobs = rows.flatMap((row) => {
        const event = eventOf(row);
        return route(event).map((request) => ({ event, request, id: newUuid() }));
      });
      await insertJobs(tx, jobs);
      const wakeUps = jobs.map(({ event, request, id }) => ({
        tenantId: event.tenantId,
        jobId: id,
        queue: request.job.queue,
        traceparent: event.traceparent,
      }));
      if (rows.length > 0) tx.afterCommit(() => this.relayed.inc(rows.length));
      return { events: rows.length, wakeUps };
    });
  }

  /**
   * Claims the most urgent job of a queue that is due, of those the one that has been due for the longest. Null where there is nothing
   * to do. Calls come in any order and may be lost; which of them brings a worker to a job does not matter.
   */
  claim(queue: string, leaseSeconds: number): Promise<JobRow | null> {
    return this.system.one<JobRow>(
      `UPDATE jobs SET state = 'running', generation = generation + 1, attempts = attempts + 1,
                       lease_until = now() + make_interval(secs => $2)
        WHERE (tenant_id, id) = (
          SELECT tenant_id, id FROM jobs
           WHERE queue = $1 AND state = 'ready' AND run_at <= now() AND attempts < max_attempts AND ${this.served(3)}
           ORDER BY priority, run_at LIMIT 1 FOR UPDATE SKIP LOCKED)
          AND ${WITHOUT_WAITING}
       RETURNING ${COLUMNS}`,
      [queue, leaseSeconds, this.region],
    );
  }

  /** Puts a job in that this process does itself: claimed from the beginning, it is found as any other if the process dies. */
  async start(tx: Transaction, event: OutboxEvent, { job, facts }: JobRequest, leaseSeconds: number): Promise<JobRow> {
    const row: JobRow = {
      tenant_id: event.tenantId,
      id: newUuid(),
      queue: job.queue,
      subject_id: event.subjectId,
      facts,
      generation: 1,
      attempts: 1,
      max_attempts: job.maxAttempts,
      traceparent: event.traceparent,
      priority: event.priority,
    };
    await tx.write(
      `INSERT INTO jobs (tenant_id, id, queue, subject_id, facts, generation, attempts, max_attempts, traceparent, priority, state, lease_until)
       VALUES ($1, $2, $3, $4, $5::jsonb, 1, 1, $6, $7, $8, 'running', clock_timestamp() + make_interval(secs => $9))`,
      [
        row.tenant_id,
        row.id,
        row.queue,
        row.subject_id,
        JSON.stringify(facts),
        row.max_attempts,
        row.traceparent,
        row.priority,
        leaseSeconds,
      ],
    );
    return row;
  }

  /**
   * Renews many claims in one statement. Answers the ids of those that still hold. A job that is being ended just now is locked: it
   * holds until that is done and needs no renewal, and waiting for it would keep the others from ending.
   */
  async renew(
    claims: readonly { tenantId: string; id: string; generation: number }[],
    leaseSeconds: number,
  ): Promise<Set<string>> {
    const { rows } = await this.system.query<{ id: string }>(
      `WITH held AS MATERIALIZED (
         SELECT j.tenant_id, j.id, j.generation FROM jobs j JOIN unnest($1::uuid[], $2::uuid[], $3::int[]) AS c (tenant_id, id, generation)
             ON j.tenant_id = c.tenant_id AND j.id = c.id AND j.generation = c.generation
          WHERE j.state = 'running'),
       free AS MATERIALIZED (
         SELECT j.tenant_id, j.id FROM jobs j JOIN held h USING (tenant_id, id, generation)
            FOR UPDATE OF j SKIP LOCKED),
       renewed AS (
         UPDATE jobs j SET lease_until = now() + make_interval(secs => $4) FROM free f
          WHERE j.tenant_id = f.tenant_id AND j.id = f.id AND j.state = 'running' AND ${WITHOUT_WAITING})
       SELECT id FROM held`,
      [claims.map((c) => c.tenantId), claims.map((c) => c.id), claims.map((c) => c.generation), leaseSeconds],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** Gives a claim back for another try later. False where it was no longer ours. */
  async retryLater(row: JobRow, delaySeconds: number, errorCode: string): Promise<boolean> {
    const { count } = await this.system.query(
      `UPDATE jobs SET state = 'ready', lease_until = NULL, last_error_code = $4,
                       run_at = now() + make_interval(secs => $5), woken_at = now()
        WHERE tenant_id = $1 AND id = $2 AND generation = $3 AND state = 'running'`,
      [row.tenant_id, row.id, row.generation, errorCode, delaySeconds],
    );
    return count === 1;
  }

  /** Gives claims back untouched, when the process stops: the try does not count. */
  async release(claims: readonly { tenantId: string; id: string; generation: number }[]): Promise<void> {
    if (claims.length === 0) return;
    await this.system.query(
      `UPDATE jobs j SET state = 'ready', attempts = attempts - 1, generation = j.generation + 1, lease_until = NULL,
                         run_at = now(), woken_at = now() - interval '1 hour'
         FROM unnest($1::uuid[], $2::uuid[], $3::int[]) AS c (tenant_id, id, generation)
        WHERE j.tenant_id = c.tenant_id AND j.id = c.id AND j.generation = c.generation AND j.state = 'running'`,
      [claims.map((c) => c.tenantId), claims.map((c) => c.id), claims.map((c) => c.generation)],
    );
  }

  /** Jobs whose worker died at the last permitted try. They are claimed once more, only to be buried. */
  async claimHopeless(queues: readonly string[], limit: number, leaseSeconds: number): Promise<JobRow[]> {
    const { rows } = await this.system.query<JobRow>(
      `UPDATE jobs SET generation = generation + 1, lease_until = now() + make_interval(secs => $2)
        WHERE (tenant_id, id) IN (
          SELECT tenant_id, id FROM jobs
           WHERE state = 'running' AND lease_until < now() AND attempts >= max_attempts AND queue = ANY ($3::text[])
             AND ${this.served(4)}
           LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING ${COLUMNS}`,
      [limit, leaseSeconds, queues, this.region],
    );
    return rows;
  }

  /** Claims that have run out and may be tried again are no claims any more: their jobs are due. */
  async takeExpired(queues: readonly string[], limit: number): Promise<QueuedWakeUp[]> {
    const { rows } = await this.system.query<JobRow>(
      `UPDATE jobs SET state = 'ready', generation = generation + 1, lease_until = NULL, woken_at = now() WHERE (tenant_id, id) IN (
         SELECT tenant_id, id FROM jobs
          WHERE state = 'running' AND lease_until < now() AND attempts < max_attempts AND queue = ANY ($2::text[]) AND ${this.served(3)}
          ORDER BY priority, run_at LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING ${COLUMNS}`,
      [limit, queues, this.region],
    );
    return rows.map(wakeUpOf);
  }

  /** How many due jobs each queue has whose wake-up call is older than `ageSeconds`. */
  async overdue(ageSeconds: number): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.system.query<{ queue: string; n: number }>(
      `SELECT queue, count(*)::int AS n FROM jobs
        WHERE state = 'ready' AND run_at <= now() AND woken_at < now() - make_interval(secs => $1)
          AND ${this.served(2)} GROUP BY queue`,
      [ageSeconds, this.region],
    );
    return new Map(rows.map(({ queue, n }) => [queue, n]));
  }

  /** Due jobs of a queue whose call is older than `ageSeconds`; each is handed out once in that time. */
  async takeOverdue(queue: string, limit: number, ageSeconds: number): Promise<QueuedWakeUp[]> {
    const { rows } = await this.system.query<JobRow>(
      `UPDATE jobs SET woken_at = now() WHERE (tenant_id, id) IN (
         SELECT tenant_id, id FROM jobs
          WHERE state = 'ready' AND run_at <= now() AND woken_at < now() - make_interval(secs => $2) AND queue = $3 AND ${this.served(4)}
          ORDER BY priority, woken_at LIMIT $1 FOR UPDATE SKIP LOCKED)
         AND ${WITHOUT_WAITING}
       RETURNING ${COLUMNS}`,
      [limit, ageSeconds, queue, this.region],
    );
    return rows.map(wakeUpOf);
  }

  /** Jobs by queue and state, and the age of the oldest due one in seconds. */
  async backlog(): Promise<{ queue: string; state: string; count: number; oldestSeconds: number }[]> {
    const { rows } = await this.system.query<{ queue: string; state: string; count: number; oldest: number }>(
      `SELECT queue, state, count(*)::int AS count,
              coalesce(extract(epoch FROM now() - min(run_at)), 0)::float AS oldest FROM jobs
        WHERE ${this.served(1)} GROUP BY queue, state`,
      [this.region],
    );
    return rows.map(({ queue, state, count, oldest }) => ({ queue, state, count, oldestSeconds: Math.max(0, oldest) }));
  }
}

interface EventRow {
  readonly tenant_id: string;
  readonly event: string;
  readonly subject_id: string;
  readonly facts: OutboxEvent['facts'];
  readonly priority: number;
  readonly traceparent: string;
}

const eventOf = (row: EventRow): OutboxEvent => ({
  event: row.event,
  tenantId: row.tenant_id,
  subjectId: row.subject_id,
  facts: row.facts,
  priority: row.priority,
  traceparent: row.traceparent,
});

const insertJobs = (
  tx: Transaction,
  jobs: readonly { event: OutboxEvent; request: JobRequest; id: string }[],
): Promise<void> =>
  bulkInsert(
    tx,
    'jobs',
    {
      tenant_id: 'uuid',
      id: 'uuid',
      queue: 'text',
      subject_id: 'uuid',
      facts: 'jsonb',
      priority: 'smallint',
      traceparent: 'text',
      max_attempts: 'int',
    },
    jobs.map(({ event, request, id }) => [
      event.tenantId,
      id,
      request.job.queue,
      event.subjectId,
      JSON.stringify(request.facts),
      event.priority,
      event.traceparent,
      request.job.maxAttempts,
    ]),
  );
