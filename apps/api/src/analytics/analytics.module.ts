import { UsageRecorder } from '@app/llm';
import { Global, Module } from '@nestjs/common';
import { TenantsModule } from '../tenants/index.js';
import { AnalyticsService } from './analytics.service.js';
import { CostsService } from './costs.service.js';
import { CostsRepository } from './data/costs.repository.js';
import { UsageRepository } from './data/usage.repository.js';
import { CostsController } from './http/costs.controller.js';
import { UsageController } from './http/usage.controller.js';

/** Global, because rooms below write to the ledger through the port that libs/llm defines. */
@Global()
@Module({
  imports: [TenantsModule],
  controllers: [UsageController, CostsController],
  providers: [
    UsageRepository,
    { provide: UsageRecorder, useExisting: UsageRepository },
    AnalyticsService,
    CostsRepository,
    CostsService,
  ],
  exports: [UsageRecorder],
})
export class AnalyticsModule {}
