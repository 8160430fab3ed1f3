import { CacheModule } from '@app/cache';
import { ConfigModule } from '@app/config';
import { DatabaseModule } from '@app/database';
import { EncryptionModule } from '@app/encryption';
import { HttpModule } from '@app/http';
import { Clock, SystemClock } from '@app/kernel';
import { LlmModule } from '@app/llm';
import { Log, PrometheusModule } from '@app/observability';
import { QueueModule } from '@app/queue';
import { StorageModule } from '@app/storage';
import { ThreadsModule } from '@app/threads';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { AnalyticsModule } from './analytics/index.js';
import { AnalyticsWorkerModule } from './analytics/analytics.worker.module.js';
import { type AppConfig, appConfig } from './app.config.js';
import { AuthModule } from './auth/index.js';
import { ClassificationModule } from './classification/index.js';
import { ClassificationWorkerModule } from './classification/classification.worker.module.js';
import { ClassifiersModule } from './classifiers/index.js';
import { ClassifiersWorkerModule } from './classifiers/classifiers.worker.module.js';
import { ComplianceModule } from './compliance/index.js';
import { ComplianceWorkerModule } from './compliance/compliance.worker.module.js';
import { CONFIG_DEFINITIONS } from './config-definitions.js';
import { ConversationsModule } from './conversations/index.js';
import { DispatchModule } from './dispatch/index.js';
import { DocumentsModule } from './documents/index.js';
import { DocumentsWorkerModule } from './documents/documents.worker.module.js';
import { ExtractionModule } from './extraction/index.js';
import { ExtractionWorkerModule } from './extraction/extraction.worker.module.js';
import { GoldenModule } from './golden/index.js';
import { GoldenWorkerModule } from './golden/golden.worker.module.js';
import { HealthModule, MetricsController } from './health/index.js';
import { LifecycleModule } from './lifecycle/index.js';
import { LifecycleWorkerModule } from './lifecycle/lifecycle.worker.module.js';
import { ModelsModule } from './models/index.js';
import { ModelsWorkerModule } from './models/models.worker.module.js';
import { DOCUMENT_JOBS, PipelineModule } from './pipeline/index.js';
import { PipelineWorkerModule } from './pipeline/pipeline.worker.module.js';
import { PrivacyModule } from './privacy/index.js';
import { type ProcessRole, runsWorkers } from './process-role.js';
import { PseudonymsModule } from './pseudonyms/index.js';
import { QualityModule } from './quality/index.js';
import { QueriesModule } from './queries/index.js';
import { QueriesWorkerModule } from './queries/queries.worker.module.js';
import { ReviewsModule } from './reviews/index.js';
import { ReviewsWorkerModule } from './reviews/reviews.worker.module.js';
import { SchemasModule } from './schemas/index.js';
import { SealingModule } from './sealing/index.js';
import { SealingWorkerModule } from './sealing/sealing.worker.module.js';
import { SplittingModule } from './splitting/index.js';
import { TenantsModule } from './tenants/index.js';
import { TriageModule } from './triage/index.js';
import { TriageWorkerModule } from './triage/triage.worker.module.js';

/** What is one for the whole process: the log and the clock. */
@Global()
@Module({
  imports: [PrometheusModule.register({ controller: MetricsController })],
  providers: [
    {
      provide: Log,
      inject: [appConfig.token],
      useFactory: (config: AppConfig) => new Log({ level: config.logLevel, pretty: false }),
    },
    { provide: Clock, useClass: SystemClock },
  ],
  exports: [Log, Clock],
})
class ProcessModule {}

const ROOMS = [
  TenantsModule,
  AuthModule,
  ModelsModule,
  DocumentsModule,
  ConversationsModule,
  DispatchModule,
  PseudonymsModule,
  QualityModule,
  SplittingModule,
  SchemasModule,
  ClassificationModule,
  ClassifiersModule,
  QueriesModule,
  TriageModule,
  ExtractionModule,
  GoldenModule,
  ReviewsModule,
  LifecycleModule,
  SealingModule,
  AnalyticsModule,
  ComplianceModule,
  PrivacyModule,
  PipelineModule,
  HealthModule,
];

const WORKERS = [
  ModelsWorkerModule,
  DocumentsWorkerModule,
  ClassificationWorkerModule,
  ClassifiersWorkerModule,
  QueriesWorkerModule,
  TriageWorkerModule,
  ExtractionWorkerModule,
  GoldenWorkerModule,
  ReviewsWorkerModule,
  LifecycleWorkerModule,
  SealingWorkerModule,
  AnalyticsWorkerModule,
  ComplianceWorkerModule,
  PipelineWorkerModule,
];

@Module({})
export class AppModule {
  /** The whole service. A role without workers leaves the processors out: `@nestjs/bull` starts every one that it finds. */
  static forRole(role: ProcessRole): DynamicModule {
    const worker = runsWorkers(role);
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(CONFIG_DEFINITIONS),
        ProcessModule,
        DatabaseModule,
        EncryptionModule,
        StorageModule,
        ThreadsModule,
        LlmModule,
        CacheModule,
        HttpModule,
        QueueModule.forRoot(DOCUMENT_JOBS, { worker }),
        ...ROOMS,
        ...(worker ? WORKERS : []),
      ],
    };
  }
}
