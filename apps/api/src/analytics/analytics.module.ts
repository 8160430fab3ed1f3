import { UsageRecorder } from '@app/llm';
import { Global, Module } from '@nestjs/common';
import { TenantsModule } from '../tenants/index.js';
import { AnalyticsService } from './analytics.service.js';
import { UsageRepository } from './data/usage.repository.js';
import { UsageController } from './http/usage.controller.js';

/** Global, because rooms below write to the ledger through the port that libs/llm defines. */
@Global()
@Module({
  imports: [TenantsModule],
  controllers: [UsageController],
  providers: [UsageRepository, { provide: UsageRecorder, useExisting: UsageRepository }, AnalyticsService],
  exports: [UsageRecorder],
})
export class AnalyticsModule {}
