import { UsageRecorder } from '@app/llm';
import { Global, Module } from '@nestjs/common';
import { QualityModule } from '../quality/index.js';
import { TenantsModule } from '../tenants/index.js';
import { AnalyticsService } from './analytics.service.js';
import { BacklogService } from './backlog.service.js';
import { FiguresRepository } from './data/figures.repository.js';
import { UsageRepository } from './data/usage.repository.js';
import { AdminAnalyticsController } from './http/admin-analytics.controller.js';
import { AnalyticsController } from './http/analytics.controller.js';
import { QualityController } from './http/quality.controller.js';

/** Global, because rooms below write to the ledger through the port that libs/llm defines. */
@Global()
@Module({
  imports: [QualityModule, TenantsModule],
  controllers: [AnalyticsController, AdminAnalyticsController, QualityController],
  providers: [
    { provide: UsageRecorder, useClass: UsageRepository },
    FiguresRepository,
    AnalyticsService,
    BacklogService,
  ],
  exports: [UsageRecorder],
})
export class AnalyticsModule {}
