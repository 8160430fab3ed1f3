import { TenantRateSource } from '@app/http';
import { Module } from '@nestjs/common';
import { TenantsRepository } from './data/tenants.repository.js';
import { AdminTenantsController } from './http/admin-tenants.controller.js';
import { TenantController } from './http/tenant.controller.js';
import { SettingsCheck } from './settings-check.js';
import { TenantDeletion } from './tenant-deletion.service.js';
import { TenantRegions } from './tenant-regions.js';
import { TenantsService } from './tenants.service.js';

@Module({
  controllers: [TenantController, AdminTenantsController],
  providers: [
    TenantsRepository,
    SettingsCheck,
    TenantRegions,
    TenantsService,
    TenantDeletion,
    { provide: TenantRateSource, useExisting: TenantsService },
  ],
  exports: [TenantsService, TenantDeletion, TenantRateSource],
})
export class TenantsModule {}
