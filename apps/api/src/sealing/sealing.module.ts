import { Module } from '@nestjs/common';
import { SealingRepository } from './data/sealing.repository.js';
import { Resealing } from './resealing.service.js';
import { SealingEvidence } from './sealing-evidence.service.js';
import { SEALING_METRICS, SealingMetrics } from './sealing.metrics.js';

@Module({
  providers: [SealingRepository, Resealing, SealingEvidence, SealingMetrics, ...SEALING_METRICS],
  exports: [Resealing, SealingEvidence, SealingMetrics],
})
export class SealingModule {}
