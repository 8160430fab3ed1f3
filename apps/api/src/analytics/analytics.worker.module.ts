import { Module } from '@nestjs/common';
import { RollUpsRepository } from './data/rollups.repository.js';
import { RollUps } from './rollups.service.js';

/** The schedule is that of the pipeline's worker module: a second one would run everything twice. */
@Module({ providers: [RollUpsRepository, RollUps] })
export class AnalyticsWorkerModule {}
