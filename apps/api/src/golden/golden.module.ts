import { Module } from '@nestjs/common';
import { ClassificationModule } from '../classification/index.js';
import { DocumentsModule } from '../documents/index.js';
import { ExtractionModule } from '../extraction/index.js';
import { SchemasModule } from '../schemas/index.js';
import { EvaluationsRepository } from './data/evaluations.repository.js';
import { GoldenSetsRepository } from './data/golden-sets.repository.js';
import { EvaluationRunner } from './evaluation-runner.service.js';
import { EvaluationsService } from './evaluations.service.js';
import { GoldenSetsService } from './golden-sets.service.js';
import { EvaluationsController } from './http/evaluations.controller.js';
import { GoldenSetsController } from './http/golden-sets.controller.js';
import { SchemaPlans } from './schema-plans.service.js';
import { TrialReader } from './trial-reader.service.js';

@Module({
  imports: [DocumentsModule, SchemasModule, ClassificationModule, ExtractionModule],
  controllers: [GoldenSetsController, EvaluationsController],
  providers: [
    GoldenSetsRepository,
    EvaluationsRepository,
    GoldenSetsService,
    EvaluationsService,
    SchemaPlans,
    TrialReader,
    EvaluationRunner,
  ],
  exports: [EvaluationRunner],
})
export class GoldenModule {}
