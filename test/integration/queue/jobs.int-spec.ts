import { ConfigModule, redisConfig, runtimeConfig } from '@app/config';
import { databaseConfig, DatabaseModule, SystemDatabase, TenantDatabase } from '@app/database';
import { AppError, newUuid } from '@app/kernel';
import { PrometheusModule, register } from '@app/observability';
import { DeadLetters, JobStore, Outbox, queueConfig, QueueModule } from '@app/queue';
import { runAsTenant, systemContext } from '@app/tenancy';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { Counter } from 'prom-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownServices, type Services } from '../../support/database.js';
import { behaviour, effect, gaveUp, ShortProcessor, shortJob, SupportModule, workJob, WorkProcessor } from './work.js';

describe('jobs', () => {
  const tenantId = newUuid();
  let services: Services;
  let owner: pg.Client;
  let app: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>;

  beforeAll(async () => {
    const environment = { ...(await ownServices()), QUEUE_LEASE_SECONDS: '2', QUEUE_SWEEP_MS: '100' };
    services = environment;
    owner = new pg.Client({ connectionString: environment.DATABASE_OWNER_URL });
    await owner.connect();
    await owner.query('CREATE TABLE effects (subject uuid, attempt int); GRANT INSERT ON effects TO dossier_app');
    register.clear();
    @Module({
      imports: [
        ConfigModule.forRoot([databaseConfig, redisConfig, queueConfig, runtimeConfig], environment),
        // Its default metrics are those of the process, which a service in the same one registers too.
        PrometheusModule.register({ defaultMetrics: { enabled: false } }),
        SupportModule,
        DatabaseModule,
        QueueModule.forRoot([workJob, shortJob], { worker: true }),
      ],
      providers: [WorkProcessor, ShortProcessor],
    })
    class WorkModule {}
    app = await NestFactory.createApplicationContext(WorkModule, { logger: false, abortOnError: false });
  });

  afterAll(async () => {
    await app.close();
    await owner.end();
  });

  const inTenant = <T>(work: () => Promise<T>): Promise<T> => runAsTenant(systemContext(tenantId), work);

  const want = (subjectId = newUuid(), event = 'work.wanted', priority = 5): Promise<string> =>
    inTenant(() =>
      app.get(TenantDatabase).transaction(async (tx) => {
        await app.get(Outbox).append(tx, { event, subjectId, facts: {}, priority, traceparent: '' });
        return subjectId;
      }),
    );

  const effects = async (subject: string): Promise<number[]> =>
    (await owner.query<{ attempt: number }>('SELECT attempt FROM effects WHERE subject = $1', [subject])).rows.map(
      ({ attempt }) => attempt,
    );

  const jobsOf = async (subject: string) =>
    (await owner.query('SELECT * FROM jobs WHERE subject_id = $1', [subject])).rows;

  const eventually = (check: () => Promise<void>) =>
    expect
      .poll(
        () =>
          check().then(
            () => true,
            (error: unknown) => String(error),
          ),
        { timeout: 15_000 },
      )
      .toBe(true);

  it('does each once and leaves nothing behind', async () => {
    const subjects = await Promise.all(Array.from({ length: 50 }, () => want()));
    await eventually(async () => {
      for (const subject of subjects) expect(await effects(subject)).toEqual([1]);
    });
    expect((await owner.query('SELECT 1 FROM outbox_events')).rowCount).toBe(0);
    expect((await owner.query('SELECT 1 FROM jobs')).rowCount).toBe(0);
  });

  it('rolls the event back with the work that it tells of', async () => {
    const subjectId = newUuid();
    await expect(
      inTenant(() =>
        app.get(TenantDatabase).transaction(async (tx) => {
          await app
            .get(Outbox)
            .append(tx, { event: 'work.wanted', subjectId, facts: {}, priority: 5, traceparent: '' });
          throw new Error('after the event');
        }),
      ),
    ).rejects.toThrow('after the event');
    expect((await owner.query('SELECT 1 FROM outbox_events WHERE subject_id = $1', [subjectId])).rowCount).toBe(0);
  });

  it('tries again what may pass', async () => {
    const subject = newUuid();
    behaviour.set(subject, async (job) => {
      if (job.attempt < 3) throw new AppError('database_unavailable', 'unavailable', { retryAfterSeconds: 0.05 });
      await effect(job);
    });
    await want(subject);
    await eventually(async () => expect(await effects(subject)).toEqual([3]));
  });

  it('gives up at once on what will never pass', async () => {
    const subject = newUuid();
    behaviour.set(subject, () => Promise.reject(new AppError('encrypted_document', 'unprocessable')));
    await want(subject);
    await eventually(async () => expect(gaveUp).toContainEqual({ subject, code: 'encrypted_document', dead: false }));
    expect(await jobsOf(subject)).toEqual([]);
  });

  it('makes a dead letter after the last try, which can be replayed', async () => {
    const subject = newUuid();
    behaviour.set(subject, () => Promise.reject(new AppError('odd', 'bug', { retryAfterSeconds: 0.05 })));
    await want(subject);
    await eventually(async () =>
      expect((await jobsOf(subject))[0]).toMatchObject({ state: 'dead', attempts: 3, last_error_code: 'odd' }),
    );
    expect(gaveUp).toContainEqual({ subject, code: 'odd', dead: true });
    behaviour.delete(subject);
    const [letter] = await jobsOf(subject);
    await inTenant(() => app.get(DeadLetters).replay(letter.id, async () => {}));
    await eventually(async () => expect(await effects(subject)).toEqual([1]));
  });

  it('fences off a worker that lost its claim: a zombie writes nothing', async () => {
    const subject = newUuid();
    const { promise: stolen, resolve: steal } = Promise.withResolvers<void>();
    const outcomes: string[] = [];
    behaviour.set(subject, async (job) => {
      if (job.attempt > 1) return effect(job);
      await stolen;
      await effect(job).then(
        () => outcomes.push('wrote'),
        (error: AppError) => outcomes.push(error.code),
      );
    });
    await want(subject);
    await eventually(async () => expect((await jobsOf(subject))[0]).toMatchObject({ state: 'running', generation: 1 }));
    // The lease is made to have run out, as it does for a process that was stopped for a while.
    await owner.query(
      `UPDATE jobs SET lease_until = now() - interval '1 s', generation = generation + 1 WHERE subject_id = $1`,
      [subject],
    );
    await eventually(async () => expect(await effects(subject)).toEqual([2]));
    steal();
    await eventually(async () => expect(outcomes).toEqual(['stale_claim']));
    expect(await effects(subject)).toEqual([2]);
  });

  it('renews the claim of long work, also while other work is being ended for a long time', async () => {
    const [long, ending] = [newUuid(), newUuid()];
    const { promise: isDone, resolve: done } = Promise.withResolvers<void>();
    behaviour.set(long, async (job) => {
      await new Promise((resolve) => setTimeout(resolve, 3_500));
      await effect(job);
      done();
    });
    // Its row is locked from the first statement of the transaction on.
    behaviour.set(ending, (job) => job.finish(() => isDone));
    await Promise.all([want(long), want(ending)]);
    await eventually(async () => {
      expect(await effects(long)).toEqual([1]);
      expect(await jobsOf(ending)).toEqual([]);
    });
  });

  it('finds jobs for which no call is left in Redis', async () => {
    const subject = newUuid();
    const id = newUuid();
    await app
      .get(SystemDatabase)
      .query(
        `INSERT INTO jobs (tenant_id, id, queue, subject_id, max_attempts, woken_at) VALUES ($1, $2, $3, $4, 3, now() - interval '10 s')`,
        [tenantId, id, workJob.queue, subject],
      );
    await eventually(async () => expect(await effects(subject)).toEqual([1]));
  });

  it('buries a job whose workers all died, without running it again', async () => {
    const subject = newUuid();
    await app.get(SystemDatabase).query(
      `INSERT INTO jobs (tenant_id, id, queue, subject_id, max_attempts, attempts, state, generation, lease_until)
       VALUES ($1, $2, $3, $4, 3, 3, 'running', 3, now() - interval '1 s')`,
      [tenantId, newUuid(), workJob.queue, subject],
    );
    await eventually(async () => expect(gaveUp).toContainEqual({ subject, code: 'worker_died', dead: true }));
    expect(await effects(subject)).toEqual([]);
  });

  it('takes the most urgent first, and of those the oldest', async () => {
    const queue = 'testing.in-order';
    const insert = (priority: number, age: number) =>
      owner.query(
        `INSERT INTO jobs (tenant_id, id, queue, subject_id, max_attempts, priority, run_at)
         VALUES ($1, $2, $3, $2, 3, $4, now() - make_interval(secs => $5))`,
        [tenantId, newUuid(), queue, priority, age],
      );
    for (const [priority, age] of [
      [5, 90],
      [2, 10],
      [2, 30],
      [2, -60],
    ] as const)
      await insert(priority, age);
    const taken = [];
    for (let claimed; (claimed = await app.get(JobStore).claim(queue, 5));) taken.push(claimed);
    expect(taken.map(({ priority }) => priority)).toEqual([2, 2, 5]);
    const { rows } = await owner.query<{ id: string }>('SELECT id FROM jobs WHERE queue = $1 ORDER BY run_at', [queue]);
    expect(taken.map(({ id }) => id)).toEqual([1, 2, 0].map((place) => rows[place]?.id));
    await owner.query('DELETE FROM jobs WHERE queue = $1', [queue]);
  });

  describe('that are done at once', () => {
    const short = (subject?: string) => want(subject, 'work.short');
    /** Holds the work on a subject until it is released. */
    const held = () => {
      const subject = newUuid();
      const { promise, resolve } = Promise.withResolvers<void>();
      behaviour.set(subject, (job) => promise.then(() => effect(job)));
      return { subject, release: resolve };
    };

    it('need no event, and stand in the database as claimed until they are done', async () => {
      const { subject, release } = held();
      await short(subject);
      expect((await owner.query('SELECT 1 FROM outbox_events')).rowCount).toBe(0);
      expect(await jobsOf(subject)).toMatchObject([{ state: 'running', generation: 1, attempts: 1 }]);
      release();
      await eventually(async () => expect(await effects(subject)).toEqual([1]));
      expect(await jobsOf(subject)).toEqual([]);
    });

    it('go the way of all others where this process has enough of them, and each is done once', async () => {
      const all = Array.from({ length: 20 }, held);
      for (const { subject } of all) await short(subject);
      const states = async () => {
        const subjects = all.map(({ subject }) => subject);
        const { rows } = await owner.query<{ state: string }>(
          'SELECT state FROM jobs WHERE subject_id = ANY ($1::uuid[])',
          [subjects],
        );
        return rows.map(({ state }) => state);
      };
      await eventually(async () =>
        expect((await states()).filter((state) => state === 'ready').length).toBeGreaterThan(5),
      );
      for (const { release } of all) release();
      await eventually(async () => {
        for (const { subject } of all) expect(await effects(subject)).toEqual([1]);
      });
    });

    it('are not begun where their transaction does not last, and keep no place', async () => {
      for (let round = 0; round < 8; round++) {
        const failed = inTenant(() =>
          app.get(TenantDatabase).transaction(async (tx) => {
            const subjectId = newUuid();
            await app
              .get(Outbox)
              .append(tx, { event: 'work.short', subjectId, facts: {}, priority: 5, traceparent: '' });
            throw new Error('no');
          }),
        );
        await expect(failed).rejects.toThrow('no');
      }
      const { subject, release } = held();
      await short(subject);
      expect(await jobsOf(subject)).toMatchObject([{ state: 'running' }]);
      release();
      await eventually(async () => expect(await effects(subject)).toEqual([1]));
    });

    it('are found and done by another where their process is gone', async () => {
      const subject = newUuid();
      await owner.query(
        `INSERT INTO jobs (tenant_id, id, queue, subject_id, max_attempts, attempts, state, generation, lease_until)
         VALUES ($1, $2, $3, $4, 3, 1, 'running', 1, now() - interval '1 s')`,
        [tenantId, newUuid(), shortJob.queue, subject],
      );
      await eventually(async () => expect(await effects(subject)).toEqual([2]));
    });
  });

  it('lets one of many claimants have the job', async () => {
    const store = app.get(JobStore);
    const id = newUuid();
    await app
      .get(SystemDatabase)
      .query(
        `INSERT INTO jobs (tenant_id, id, queue, subject_id, max_attempts) VALUES ($1, $2, 'testing.nobody-else', $3, 3)`,
        [tenantId, id, newUuid()],
      );
    const claims = await Promise.all(Array.from({ length: 40 }, () => store.claim('testing.nobody-else', 5)));
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    expect(services.DATABASE_URL).toContain('dossier_app');
  });

  it('leaves work of tenants of other regions alone, and does not count it', async () => {
    const [foreign, subject, waiting] = [newUuid(), newUuid(), newUuid()];
    await owner.query(`INSERT INTO tenants (id, name, slug, region) VALUES ($1, 'us', $2, 'us')`, [
      foreign,
      `us-${subject}`,
    ]);
    const instance = (region: string) =>
      new JobStore(app.get(SystemDatabase), new Counter({ name: `relayed_${region}`, help: 'x' }), { region });
    const [eu, us] = [instance('eu'), instance('us')];
    const queue = 'testing.by-region';
    await owner.query(
      `INSERT INTO jobs (tenant_id, id, queue, subject_id, max_attempts, state, attempts, lease_until, run_at, woken_at)
       VALUES ($1, $2, $4, $5, 3, 'ready', 0, NULL, now() - interval '9 s', now() - interval '9 s'),
              ($1, $3, $4, $5, 3, 'running', 3, now() - interval '9 s', now() - interval '9 s', now() - interval '9 s')`,
      [foreign, waiting, newUuid(), queue, subject],
    );
    await owner.query(
      `INSERT INTO outbox_events (tenant_id, event, subject_id, facts, priority, traceparent)
       VALUES ($1, 'work.by-region', $2, '{}', 5, '')`,
      [foreign, subject],
    );
    expect(await eu.claim(queue, 5)).toBeNull();
    expect(await eu.claimHopeless([queue], 9, 5)).toEqual([]);
    expect((await eu.overdue(1)).get(queue)).toBeUndefined();
    expect(await eu.takeOverdue(queue, 9, 1)).toEqual([]);
    expect((await eu.backlog()).filter((row) => row.queue === queue)).toEqual([]);
    expect((await eu.relay(9, ['work.by-region'], () => [])).events).toBe(0);
    expect((await jobsOf(subject)).map(({ state, attempts }) => `${state} ${attempts}`).toSorted()).toEqual([
      'ready 0',
      'running 3',
    ]);
    expect((await us.overdue(1)).get(queue)).toBe(1);
    expect(await us.claim(queue, 5)).toMatchObject({ id: waiting, attempts: 1 });
    expect(await us.claimHopeless([queue], 9, 5)).toHaveLength(1);
    expect((await us.relay(9, ['work.by-region'], () => [])).events).toBe(1);
  });
});
