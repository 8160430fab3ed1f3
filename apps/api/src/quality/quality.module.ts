import { Module } from '@nestjs/common';
import { TenantsModule } from '../tenants/index.js';
import { AcceptanceService } from './acceptance.service.js';
import { Calibrations } from './calibrations.service.js';
import { VerdictsRepository } from './data/verdicts.repository.js';
import { QualityService } from './quality.service.js';
import { Verdicts } from './verdicts.service.js';

@Module({
  imports: [TenantsModule],
  providers: [AcceptanceService, Calibrations, QualityService, Verdicts, VerdictsRepository],
  exports: [AcceptanceService, Calibrations, QualityService, Verdicts],
})
export class QualityModule {}
