import { Module } from '@nestjs/common';
import { VerdictsRepository } from './data/verdicts.repository.js';
import { Verdicts } from './verdicts.service.js';

@Module({
  providers: [VerdictsRepository, Verdicts],
  exports: [Verdicts],
})
export class QualityModule {}
