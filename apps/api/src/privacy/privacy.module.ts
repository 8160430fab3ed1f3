import { Module } from '@nestjs/common';
import { TenantsModule } from '../tenants/index.js';
import { PrivacyEvidenceRepository } from './data/privacy-evidence.repository.js';
import { PrivacyStatusController } from './http/privacy-status.controller.js';
import { InstanceFacts } from './instance-facts.js';
import { ModelPlaces } from './model-places.js';
import { PrivacyStatusService } from './privacy-status.service.js';
import { TrailWatch } from './trail-watch.js';

@Module({
  imports: [TenantsModule],
  controllers: [PrivacyStatusController],
  providers: [PrivacyEvidenceRepository, InstanceFacts, ModelPlaces, TrailWatch, PrivacyStatusService],
})
export class PrivacyModule {}
