import { TenantDatabase, type Transaction } from '@app/database';
import { AppError, type ErrorKind, isAppError } from '@app/kernel';
import { Log, traceIdOf, withLogContext } from '@app/observability';
import { runAsTenant, systemContext } from '@app/tenancy';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ClaimedJob, StaleClaimError } from './claimed-job.js';
import { Concurrency } from './concurrency.js';
import { backoffSeconds, type JobDefinition } from './job-definition.js';
import { type JobRow, JobStore } from './job-store.js';
import type { JobRequest, OutboxEvent } from './events.js';
import { type QueueConfig, queueConfig } from './queue.config.js';
import { WakeUps } from './wake-ups.js';

/** What a processor does with a job of its kind. */
export interface JobHandler<F = unknown> {
  readonly definition: JobDefinition;
  /** Must end in `job.finish(…)`. */
  process(job: ClaimedJob<F>): Promise<void>;
  /** The job has failed for good: says so on its subject. `dead` tells that it can be replayed. */
  giveUp(job: ClaimedJob<F>, error: AppError, dead: boolean): Promise<void>;
}

type Verdict = 'retry' | 'give-up';

/** A second try helps only against what may pass. */
const VERDICTS: Readonly<Record<ErrorKind, Verdict>> = {
  unavailable: 'retry',
  rate_limited: 'retry',
  insufficient_storage: 'retry',
  bug: 'retry',
  invalid: 'give-up',
  unauthenticated: 'give-up',
  forbidden: 'give-up',
  not_found: 'give-up',
  conflict: 'give-up',
  too_large: 'give-up',
  unsupported: 'give-up',
  unprocessable: 'give-up',
  payment_required: 'give-up',
};

const asAppError = (error: unknown): AppError =>
  isAppError(error)
    ? error
    : new AppError('internal_error', 'bug', { cause: error, detail: 'Something went wrong inside the service.' });

interface Running {
  readonly row: JobRow;
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

/** Turns wake-up calls into claimed work: claims, renews, gives back, buries. One for the whole process. */
@Injectable()
export class JobRuntime implements OnModuleInit, BeforeApplicationShutdown {
  private readonly handlers = new Map<string, JobHandler>();
  private readonly running = new Map<string, Running>();
  private heartbeat: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    private readonly store: JobStore,
    private readonly database: TenantDatabase,
    private readonly wakeUps: WakeUps,
    private readonly concurrency: Concurrency,
    private readonly log: Log,
    @Inject(queueConfig.token) private readonly config: QueueConfig,
  ) {}

  onModuleInit(): void {
    this.heartbeat = setInterval(() => void this.renew(), (this.config.leaseSeconds * 1000) / 3);
    this.heartbeat.unref();
  }

  register(handler: JobHandler): void {
    const { queue } = handler.definition;
    if (this.handlers.has(queue))
      throw new AppError('duplicate_processor', 'bug', { detail: `Two processors for ${queue}.` });
    this.handlers.set(queue, handler);
    this.concurrency.add(handler.definition);
  }

  get queues(): readonly string[] {
    return [...this.handlers.keys()];
  }

  /** Begins a job of this kind, if any is due. Ends as soon as there is a place for the next one. */
  async execute(handler: JobHandler): Promise<void> {
    if (this.stopping) return;
    const row = await this.store.claim(handler.definition.queue, this.config.leaseSeconds);
    if (!row) return;
    this.begin(handler, row, Promise.resolve());
    await this.concurrency.placesOf(handler.definition).take();
  }

  /**
   * Puts a job in, in the transaction of what it is about, and begins it as soon as that is committed and there is a place for it. False
   * where this process does not do such jobs, or has enough of them: then others are to be called.
   */
  async start(tx: Transaction, event: OutboxEvent, request: JobRequest): Promise<boolean> {
    const handler = request.job.atOnce && !this.stopping ? this.handlers.get(request.job.queue) : undefined;
    if (!handler) return false;
    const places = this.concurrency.placesOf(handler.definition);
    const place = places.join();
    if (!place) return false;
    tx.afterRollback(() => void place.then(() => places.give()));
    const row = await this.store.start(tx, event, request, this.config.leaseSeconds);
    tx.afterCommit(() => this.begin(handler, row, place));
    return true;
  }

  private begin(handler: JobHandler, row: JobRow, place: Promise<void>): void {
    const places = this.concurrency.placesOf(handler.definition);
    let started: number | undefined;
    const process = async (job: ClaimedJob): Promise<void> => {
      await place;
      started = performance.now();
      await handler.process(job);
    };
    void this.run(handler, row, process)
      .catch((error: unknown) => this.log.error('job.lost', { queue: row.queue, err: error }))
      .then(() => place)
      .then(() => places.give(started === undefined ? undefined : (performance.now() - started) / 1000));
  }

  /** Buries a job whose workers all died. */
  async buryHopeless(row: JobRow): Promise<void> {
    const handler = this.handlers.get(row.queue);
    if (!handler) return;
    await this.run(handler, row, () =>
      Promise.reject(new AppError('worker_died', 'bug', { detail: 'Each try ended with the death of its worker.' })),
    );
  }

  private async run(handler: JobHandler, row: JobRow, process: (job: ClaimedJob) => Promise<void>): Promise<void> {
    const controller = new AbortController();
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const key = `${row.tenant_id}:${row.id}:${row.generation}`;
    this.running.set(key, { row, controller, ended });
    const started = performance.now();
    const fields = {
      tenantId: row.tenant_id,
      jobId: row.id,
      queue: row.queue,
      subjectId: row.subject_id,
      traceId: traceIdOf(row.traceparent),
    };
    try {
      await runAsTenant(systemContext(row.tenant_id), () =>
        withLogContext(fields, async () => {
          const outcome = await this.attempt(handler, row, controller.signal, process);
          this.concurrency.ended(row.queue, outcome, (performance.now() - started) / 1000);
        }),
      );
    } finally {
      this.running.delete(key);
      resolve();
    }
  }

  private async attempt(
    handler: JobHandler,
    row: JobRow,
    signal: AbortSignal,
    process: (job: ClaimedJob) => Promise<void>,
  ): Promise<'done' | 'fenced' | 'retried' | 'failed' | 'dead'> {
    const facts = handler.definition.facts.safeParse(row.facts);
    const job = new ClaimedJob(row, facts.data as unknown, signal, this.database);
    try {
      if (!facts.success)
        throw new AppError('invalid_job', 'bug', { detail: 'The facts of this job do not have their form.' });
      await process(job);
      if (!job.finished)
        throw new AppError('unfinished_job', 'bug', { detail: 'The processor ended without finishing its job.' });
      return 'done';
    } catch (error) {
      if (error instanceof StaleClaimError || signal.aborted) return 'fenced';
      return this.settle(handler, row, job, asAppError(error));
    }
  }

  private async settle(
    handler: JobHandler,
    row: JobRow,
    job: ClaimedJob,
    error: AppError,
  ): Promise<'fenced' | 'retried' | 'failed' | 'dead'> {
    const level = error.kind === 'bug' ? 'error' : 'warn';
    try {
      if (VERDICTS[error.kind] === 'give-up') {
        await handler.giveUp(job, error, false);
        this.log.info('job.failed', { code: error.code, attempt: row.attempts });
        return 'failed';
      }
      if (row.attempts < row.max_attempts) {
        const delay = error.retryAfterSeconds ?? backoffSeconds(row.attempts);
        this.log[level]('job.retry', { code: error.code, attempt: row.attempts, delaySeconds: delay, err: error });
        if (await this.store.retryLater(row, delay, error.code)) this.wakeUps.later(row, delay);
        return 'retried';
      }
      await handler.giveUp(job, error, true);
      this.log.error('job.dead', { code: error.code, attempt: row.attempts, err: error });
      return 'dead';
    } catch (second) {
      // The claim runs out by itself and the sweeper takes it from there.
      this.log.warn('job.unsettled', { code: error.code, err: second });
      return 'fenced';
    }
  }

  private async renew(): Promise<void> {
    const claims = [...this.running.values()];
    if (claims.length === 0) return;
    try {
      const held = await this.store.renew(claims.map(claimOf), this.config.leaseSeconds);
      for (const { row, controller } of claims) if (!held.has(row.id)) controller.abort(new StaleClaimError());
    } catch (error) {
      this.log.warn('queue.renewal_failed', { err: error });
    }
  }

  /** Lets running work end for a moment, then gives the rest back untouched. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.concurrency.close();
    clearInterval(this.heartbeat);
    const all = Promise.all([...this.running.values()].map(({ ended }) => ended));
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([all, new Promise((resolve) => (timer = setTimeout(resolve, 5_000)))]);
    clearTimeout(timer);
    const left = [...this.running.values()];
    for (const { controller } of left) controller.abort(new StaleClaimError());
    await this.store
      .release(left.map(claimOf))
      .catch((error: unknown) => this.log.warn('queue.release_failed', { err: error }));
  }
}

const claimOf = ({ row }: Running) => ({ tenantId: row.tenant_id, id: row.id, generation: row.generation });
