import { Module } from '@nestjs/common';
import { Calibrations } from './calibrations.service.js';
import { VerdictsRepository } from './data/verdicts.repository.js';
import { Verdicts } from './verdicts.service.js';

@Module({
  providers: [Calibrations, VerdictsRepository, Verdicts],
  exports: [Calibrations, Verdicts],
})
export class QualityModule {}
