import { BatchStore, CallBook, PrivacyExit, TenantModelSettings } from '@app/llm';
import { PersonalData } from '@app/privacy';
import { Global, Module } from '@nestjs/common';
import { TenantsModule } from '../tenants/index.js';
import { BudgetsService } from './budgets.service.js';
import { PostgresCallBook } from './call-book.service.js';
import { BatchesRepository } from './data/batches.repository.js';
import { BudgetWarnings } from './data/budget-warnings.js';
import { BudgetsRepository } from './data/budgets.repository.js';
import { CallsRepository } from './data/calls.repository.js';
import { TenantKeysRepository } from './data/tenant-keys.repository.js';
import { DocumentModels } from './document-models.service.js';
import { BudgetsController } from './http/budgets.controller.js';
import { ModelKeysController } from './http/model-keys.controller.js';
import { MeteredCallBook } from './metered-call-book.service.js';
import { CacheMetrics, CallMetrics, MODELS_METRICS } from './models.metrics.js';
import { TenantPrivacyExit } from './privacy-exit.service.js';
import { TenantModelsService } from './tenant-models.service.js';

/** What the gateway to models stands on. Global, because libs/llm asks for it by its ports. */
@Global()
@Module({
  imports: [TenantsModule],
  controllers: [BudgetsController, ModelKeysController],
  providers: [
    BatchesRepository,
    BudgetsRepository,
    BudgetWarnings,
    CallsRepository,
    TenantKeysRepository,
    BudgetsService,
    DocumentModels,
    PostgresCallBook,
    MeteredCallBook,
    CallMetrics,
    CacheMetrics,
    ...MODELS_METRICS,
    PersonalData,
    TenantPrivacyExit,
    TenantModelsService,
    { provide: BatchStore, useExisting: BatchesRepository },
    { provide: CallBook, useExisting: MeteredCallBook },
    { provide: PrivacyExit, useExisting: TenantPrivacyExit },
    { provide: TenantModelSettings, useExisting: TenantModelsService },
  ],
  exports: [DocumentModels, BatchesRepository, BatchStore, CallBook, PrivacyExit, TenantModelSettings, CallsRepository],
})
export class ModelsModule {}
