import { REDIS, type RedisClient, TieredCache } from '@app/cache';
import { Clock } from '@app/kernel';
import { Global, Injectable, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { BatchRunner } from './batch/batch-runner.js';
import { BatchStore } from './batch/batch-store.js';
import { loadCatalogue } from './catalogue/load-catalogue.js';
import type { Catalogue } from './catalogue/model-spec.js';
import { ModelGateway } from './gateway/model-gateway.js';
import { ProviderDoors } from './gateway/provider-doors.js';
import { type LlmConfig, llmConfig } from './llm.config.js';
import { CallBook, PrivacyExit, TenantModelSettings } from './ports.js';
import { RedisRates } from './routing/redis-rates.js';
import { RedisRestBoard } from './routing/redis-rest-board.js';

/** Injection token of the configured providers, models and routes; empty where there is none. */
export const MODEL_CATALOGUE = Symbol.for('dossier.model-catalogue');

@Injectable()
class RestBoardLife implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(private readonly board: RedisRestBoard) {}

  onApplicationBootstrap(): void {
    this.board.start();
  }

  onApplicationShutdown(): void {
    this.board.stop();
  }
}

type RunnerNeeds = [Catalogue, LlmConfig, CallBook, TenantModelSettings, TieredCache, BatchStore];
type GatewayNeeds = [
  Catalogue,
  LlmConfig,
  ProviderDoors,
  CallBook,
  PrivacyExit,
  TenantModelSettings,
  TieredCache,
  BatchStore,
];

/** The gateway. Who imports it provides `BatchStore`, `CallBook`, `PrivacyExit` and `TenantModelSettings` (globally). */
@Global()
@Module({
  providers: [
    { provide: MODEL_CATALOGUE, inject: [llmConfig.token], useFactory: (config: LlmConfig) => loadCatalogue(config) },
    {
      provide: RedisRestBoard,
      inject: [REDIS, Clock],
      useFactory: (redis: RedisClient, clock: Clock) => new RedisRestBoard(redis, () => clock.now()),
    },
    RestBoardLife,
    {
      provide: ProviderDoors,
      inject: [llmConfig.token, RedisRestBoard, REDIS, Clock],
      useFactory: ({ probeEveryMs }: LlmConfig, board: RedisRestBoard, redis: RedisClient, clock: Clock) =>
        new ProviderDoors({ probeEveryMs, board, rates: new RedisRates(redis), now: () => clock.now() }),
    },
    {
      provide: ModelGateway,
      inject: [
        MODEL_CATALOGUE,
        llmConfig.token,
        ProviderDoors,
        CallBook,
        PrivacyExit,
        TenantModelSettings,
        TieredCache,
        BatchStore,
      ],
      useFactory: (...[catalogue, { cacheSeconds }, doors, book, exit, settings, cache, batches]: GatewayNeeds) =>
        new ModelGateway({ catalogue, doors, book, exit, settings, cache, batches, cacheSeconds, random: Math.random }),
    },
    {
      provide: BatchRunner,
      inject: [MODEL_CATALOGUE, llmConfig.token, CallBook, TenantModelSettings, TieredCache, BatchStore],
      useFactory: (...[catalogue, { cacheSeconds }, book, settings, cache, store]: RunnerNeeds) =>
        new BatchRunner({ catalogue, book, settings, cache, cacheSeconds, store }),
    },
  ],
  exports: [MODEL_CATALOGUE, BatchRunner, ModelGateway, ProviderDoors],
})
export class LlmModule {}
