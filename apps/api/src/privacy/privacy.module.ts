import { Module } from '@nestjs/common';
import { LifecycleModule } from '../lifecycle/index.js';
import { SealingModule } from '../sealing/index.js';
import { TenantsModule } from '../tenants/index.js';
import { PrivacyEvidenceRepository } from './data/privacy-evidence.repository.js';
import { PrivacyStatusController } from './http/privacy-status.controller.js';
import { InstanceFacts } from './instance-facts.js';
import { ModelPlaces } from './model-places.js';
import { PrivacyStatusService } from './privacy-status.service.js';
import { TenantFacts } from './tenant-facts.js';
import { TrailWatch } from './trail-watch.js';

@Module({
  imports: [LifecycleModule, SealingModule, TenantsModule],
  controllers: [PrivacyStatusController],
  providers: [PrivacyEvidenceRepository, InstanceFacts, ModelPlaces, TrailWatch, PrivacyStatusService, TenantFacts],
})
export class PrivacyModule {}
