import { REDIS, type RedisClient } from '@app/cache';
import { TenantDatabase } from '@app/database';
import { withDeadline } from '@app/kernel';
import { type Catalogue, MODEL_CATALOGUE, ProviderDoors } from '@app/llm';
import { JobStore } from '@app/queue';
import { ObjectStore } from '@app/storage';
import { Inject, Injectable } from '@nestjs/common';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { type HealthConfig, healthConfig } from './health.config.js';

/** A dependency that does not answer in this time counts as down: probes ask every second or two. */
const DEADLINE_MS = 1_000;

/** What the service cannot work without. */
@Injectable()
export class Dependencies {
  constructor(
    readonly database: TenantDatabase,
    readonly jobs: JobStore,
    readonly store: ObjectStore,
    @Inject(REDIS) readonly redis: RedisClient,
  ) {}
}

/** One check for each thing that the service cannot work without. */
@Injectable()
export class HealthService {
  constructor(
    private readonly indicators: HealthIndicatorService,
    private readonly needs: Dependencies,
    @Inject(MODEL_CATALOGUE) private readonly catalogue: Catalogue,
    private readonly doors: ProviderDoors,
    @Inject(healthConfig.token) private readonly config: HealthConfig,
  ) {}

  readonly database = (): Promise<HealthIndicatorResult> =>
    this.check('database', () => this.needs.database.source.query('SELECT 1'));

  readonly cache = (): Promise<HealthIndicatorResult> => this.check('redis', () => this.needs.redis.ping());

  readonly storage = (): Promise<HealthIndicatorResult> => this.check('storage', () => this.needs.store.check());

  /** Lag is told, but does not make an instance unready: taking it out would only make the lag longer. */
  readonly queue = async (): Promise<HealthIndicatorResult> => {
    const indicator = this.indicators.check('queue');
    try {
      const backlog = await withDeadline(DEADLINE_MS, 'queue', this.needs.jobs.backlog());
      const lag = Math.max(
        0,
        ...backlog.filter(({ state }) => state === 'ready').map(({ oldestSeconds }) => oldestSeconds),
      );
      const dead = backlog.filter(({ state }) => state === 'dead').reduce((sum, { count }) => sum + count, 0);
      return indicator.up({
        lagSeconds: Math.round(lag),
        deadLetters: dead,
        degraded: lag > this.config.queueLagSeconds,
      });
    } catch {
      return indicator.down();
    }
  };

  /** No model provider is needed: the local engine always answers. How each stands is told by what calls have met, asking none. */
  readonly providers = (): HealthIndicatorResult => {
    const states = this.catalogue.providers.map((spec) => [spec.id, this.doors.statusOf(spec).state] as const);
    return this.indicators.check('providers').up({ local: 'ready', configured: Object.fromEntries(states) });
  };

  private async check(name: string, work: () => Promise<unknown>): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check(name);
    try {
      await withDeadline(DEADLINE_MS, name, work());
      return indicator.up();
    } catch {
      // Why it is down stands in the log of what failed; a probe's answer is public.
      return indicator.down();
    }
  }
}
