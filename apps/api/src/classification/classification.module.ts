import { Module } from '@nestjs/common';
import { ClassifiersModule } from '../classifiers/index.js';
import { DocumentsModule } from '../documents/index.js';
import { QualityModule } from '../quality/index.js';
import { SplittingModule } from '../splitting/index.js';
import { TenantsModule } from '../tenants/index.js';
import { Cascade } from './cascade.service.js';
import { ClassificationService } from './classification.service.js';
import { OwnTypesRepository } from './data/own-types.repository.js';
import { TypeMemoriesRepository } from './data/type-memories.repository.js';
import { Looks } from './looks.service.js';
import { ClassificationsController } from './http/classifications.controller.js';
import { IndustriesController } from './http/industries.controller.js';
import { TypeMemory } from './memory/type-memory.service.js';
import { OwnClassifier } from './own-types/own-classifier.service.js';
import { OwnTypesService } from './own-types/own-types.service.js';
import { TaxonomyService } from './own-types/taxonomy.service.js';

@Module({
  imports: [ClassifiersModule, DocumentsModule, QualityModule, SplittingModule, TenantsModule],
  controllers: [ClassificationsController, IndustriesController],
  providers: [
    Cascade,
    ClassificationService,
    Looks,
    OwnClassifier,
    OwnTypesRepository,
    OwnTypesService,
    TaxonomyService,
    TypeMemoriesRepository,
    TypeMemory,
  ],
  exports: [ClassificationService, TypeMemory],
})
export class ClassificationModule {}
