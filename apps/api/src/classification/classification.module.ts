import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { QualityModule } from '../quality/index.js';
import { SplittingModule } from '../splitting/index.js';
import { ClassificationService } from './classification.service.js';
import { ClassificationsController } from './http/classifications.controller.js';
import { IndustriesController } from './http/industries.controller.js';

@Module({
  imports: [DocumentsModule, QualityModule, SplittingModule],
  controllers: [ClassificationsController, IndustriesController],
  providers: [ClassificationService],
  exports: [ClassificationService],
})
export class ClassificationModule {}
