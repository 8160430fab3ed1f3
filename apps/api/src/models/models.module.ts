import { CallBook, PrivacyExit, TenantModelSettings } from '@app/llm';
import { Global, Module } from '@nestjs/common';
import { TenantsModule } from '../tenants/index.js';
import { BudgetsService } from './budgets.service.js';
import { PostgresCallBook } from './call-book.service.js';
import { BudgetsRepository } from './data/budgets.repository.js';
import { CallsRepository } from './data/calls.repository.js';
import { TenantKeysRepository } from './data/tenant-keys.repository.js';
import { BudgetsController } from './http/budgets.controller.js';
import { TenantPrivacyExit } from './privacy-exit.service.js';
import { TenantModelsService } from './tenant-models.service.js';

/** What the gateway to models stands on. Global, because libs/llm asks for it by its ports. */
@Global()
@Module({
  imports: [TenantsModule],
  controllers: [BudgetsController],
  providers: [
    BudgetsRepository,
    CallsRepository,
    TenantKeysRepository,
    BudgetsService,
    PostgresCallBook,
    TenantPrivacyExit,
    TenantModelsService,
    { provide: CallBook, useExisting: PostgresCallBook },
    { provide: PrivacyExit, useExisting: TenantPrivacyExit },
    { provide: TenantModelSettings, useExisting: TenantModelsService },
  ],
  exports: [CallBook, PrivacyExit, TenantModelSettings, CallsRepository],
})
export class ModelsModule {}
