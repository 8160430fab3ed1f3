import { CacheModule, cacheConfig, REDIS, type RedisClient, TieredCache } from '@app/cache';
import { ConfigModule, redisConfig, runtimeConfig, storageConfig } from '@app/config';
import { databaseConfig, DatabaseModule, SystemDatabase, TenantDatabase } from '@app/database';
import { ClassifiedColumns, encryptionConfig, EncryptionModule } from '@app/encryption';
import { newUuid } from '@app/kernel';
import {
  BatchRunner,
  ModelGateway,
  PrivacyExit,
  ProviderDoors,
  PURPOSES,
  TenantModelSettings,
  loadCatalogue,
} from '@app/llm';
import { Log } from '@app/observability';
import { runAsTenant, systemContext, tenantContext } from '@app/tenancy';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { RedisRates } from '../../../libs/llm/src/routing/redis-rates.js';
import { RedisRestBoard } from '../../../libs/llm/src/routing/redis-rest-board.js';
import { ModelBatches } from '../../../apps/api/src/models/batches.service.js';
import { PostgresCallBook } from '../../../apps/api/src/models/call-book.service.js';
import { BatchesRepository } from '../../../apps/api/src/models/data/batches.repository.js';
import type { JobRuntime } from '../../../libs/queue/src/job-runtime.js';
import type { EventRouter } from '../../../libs/queue/src/events.js';
import { Outbox, RelaySignal } from '../../../libs/queue/src/outbox.js';
import { BudgetWarnings } from '../../../apps/api/src/models/data/budget-warnings.js';
import { BudgetsRepository } from '../../../apps/api/src/models/data/budgets.repository.js';
import { CallsRepository } from '../../../apps/api/src/models/data/calls.repository.js';
import { ownServices } from '../../support/database.js';

const log = new Log({ level: 'error', pretty: false }, { write: () => undefined });

@Global()
@Module({ providers: [{ provide: Log, useValue: log }], exports: [Log] })
class LogModule {}

/** What leaves, as is; the rule is tested on its own. */
class OpenExit extends PrivacyExit {
  override prepare = async (_: unknown, parts: Parameters<PrivacyExit['prepare']>[1]) => ({
    kind: 'allowed' as const,
    parts,
    restore: <T>(value: T): T => value,
  });
}

/** Routes of tenants that have their own for all purposes. */
class RoutesOfTenants extends TenantModelSettings {
  readonly routes = new Map<string, readonly string[]>();
  readonly regions = new Map<string, ReadonlySet<string>>();
  override current = async () => {
    const own = this.routes.get(tenantContext().tenantId);
    return {
      routes: new Map(own === undefined ? [] : PURPOSES.map((purpose) => [purpose, own] as const)),
      keys: new Map(),
      regions: this.regions.get(tenantContext().tenantId) ?? null,
    };
  };
}

export interface GatewayHarness {
  readonly gateway: ModelGateway;
  readonly batches: ModelBatches;
  readonly doors: ProviderDoors;
  readonly calls: CallsRepository;
  readonly budgets: BudgetsRepository;
  readonly cache: TieredCache;
  readonly owner: pg.Client;
  /** Runs work for a tenant that was made for the test. */
  as<T>(tenantId: string, work: () => Promise<T>): Promise<T>;
  /** `route`: models that it asks for all purposes; those of the catalogue where absent. `regions`: where its texts may go. */
  newTenant(route?: readonly string[], regions?: readonly string[]): Promise<string>;
  /** Another instance of the service: a gateway with its own memory on the same Postgres and Redis. */
  twin(): Promise<ModelGateway>;
  close(): Promise<void>;
}

/** A gateway on real Postgres and Redis with the providers of a catalogue file. */
export async function gatewayHarness(catalogueFile: object, probeEveryMs = 300): Promise<GatewayHarness> {
  const environment = { ...(await ownServices()) };
  const file = join(await mkdtemp(join(tmpdir(), 'dossier-models-')), 'models.json');
  await writeFile(file, JSON.stringify(catalogueFile));
  const owner = new pg.Client({ connectionString: environment.DATABASE_OWNER_URL });
  await owner.connect();
  const closers: (() => Promise<void>)[] = [];
  const settings = new RoutesOfTenants();

  const instance = async () => {
    @Module({
      imports: [
        ConfigModule.forRoot(
          [databaseConfig, redisConfig, cacheConfig, runtimeConfig, storageConfig, encryptionConfig],
          environment,
        ),
        LogModule,
        DatabaseModule,
        EncryptionModule,
        CacheModule,
      ],
    })
    class Parts {}
    const app = await NestFactory.createApplicationContext(Parts, { logger: false, abortOnError: false });
    closers.push(() => app.close());
    const database = app.get(TenantDatabase);
    const calls = new CallsRepository(
      database,
      app.get(SystemDatabase),
      new BudgetWarnings(
        new Outbox(new RelaySignal(), { route: () => [] } as unknown as EventRouter, {} as JobRuntime),
      ),
    );
    const redis = app.get<RedisClient>(REDIS);
    const board = new RedisRestBoard(redis, Date.now);
    board.start();
    closers.push(async () => board.stop());
    const doors = new ProviderDoors({ probeEveryMs, board, rates: new RedisRates(redis), now: Date.now });
    const cache = app.get(TieredCache);
    const catalogue = loadCatalogue({ file } as Parameters<typeof loadCatalogue>[0]);
    const book = new PostgresCallBook(calls, { callLifeSeconds: 60 }, log);
    const store = new BatchesRepository(database, app.get(SystemDatabase), app.get(ClassifiedColumns), {
      region: undefined,
    });
    const gateway = new ModelGateway({
      catalogue,
      doors,
      book,
      exit: new OpenExit(),
      settings,
      cache,
      batches: store,
      cacheSeconds: 600,
      random: Math.random,
    });
    const batches = new ModelBatches(
      new BatchRunner({ catalogue, book, settings, cache, cacheSeconds: 600, store }),
      store,
      { batchGatherSeconds: 0, batchRequests: 100 },
      log,
    );
    return { gateway, batches, doors, calls, cache, budgets: new BudgetsRepository(database) };
  };

  const first = await instance();
  return {
    ...first,
    owner,
    as: (tenantId, work) => runAsTenant(systemContext(tenantId), work),
    newTenant: async (route, regions) => {
      const id = newUuid();
      if (route !== undefined) settings.routes.set(id, route);
      if (regions !== undefined) settings.regions.set(id, new Set(regions));
      await owner.query(`INSERT INTO tenants (id, name, slug) VALUES ($1, $2, $3)`, [id, 'Tenant', `t-${id}`]);
      return id;
    },
    twin: async () => (await instance()).gateway,
    close: async () => {
      for (const close of closers) await close();
      await owner.end();
    },
  };
}
