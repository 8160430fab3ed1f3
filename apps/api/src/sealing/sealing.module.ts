import { Module } from '@nestjs/common';
import { TenantsModule } from '../tenants/index.js';
import { DataKeyRotation } from './data-key-rotation.service.js';
import { SealingRepository } from './data/sealing.repository.js';
import { DataKeysController } from './http/data-keys.controller.js';
import { Resealing } from './resealing.service.js';
import { SealingEvidence } from './sealing-evidence.service.js';
import { SEALING_METRICS, SealingMetrics } from './sealing.metrics.js';

@Module({
  imports: [TenantsModule],
  controllers: [DataKeysController],
  providers: [SealingRepository, DataKeyRotation, Resealing, SealingEvidence, SealingMetrics, ...SEALING_METRICS],
  exports: [Resealing, SealingEvidence, SealingMetrics],
})
export class SealingModule {}
