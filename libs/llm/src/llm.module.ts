import { REDIS, type RedisClient, TieredCache } from '@app/cache';
import { Clock } from '@app/kernel';
import { Global, Injectable, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { loadCatalogue } from './catalogue/load-catalogue.js';
import type { Catalogue } from './catalogue/model-spec.js';
import { ModelGateway } from './gateway/model-gateway.js';
import { ProviderDoors } from './gateway/provider-doors.js';
import { type LlmConfig, llmConfig } from './llm.config.js';
import { CallBook, PrivacyExit, TenantModelSettings } from './ports.js';
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

type GatewayNeeds = [Catalogue, LlmConfig, ProviderDoors, CallBook, PrivacyExit, TenantModelSettings, TieredCache];

/** The gateway. Who imports it provides `CallBook`, `PrivacyExit` and `TenantModelSettings` (globally). */
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
      inject: [llmConfig.token, RedisRestBoard, Clock],
      useFactory: ({ probeEveryMs }: LlmConfig, board: RedisRestBoard, clock: Clock) =>
        new ProviderDoors({ probeEveryMs, board, now: () => clock.now() }),
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
      ],
      useFactory: (...[catalogue, { cacheSeconds }, doors, book, exit, settings, cache]: GatewayNeeds) =>
        new ModelGateway({ catalogue, doors, book, exit, settings, cache, cacheSeconds, random: Math.random }),
    },
  ],
  exports: [MODEL_CATALOGUE, ModelGateway, ProviderDoors],
})
export class LlmModule {}
