import { Global, Module } from '@nestjs/common';
import { ClassifierDirectory } from '../tenants/index.js';
import { ClassifiersService } from './classifiers.service.js';
import { ClassifiersRepository } from './data/classifiers.repository.js';
import { ExamplesRepository } from './data/examples.repository.js';
import { EncoderService } from './encoder.service.js';
import { ClassifiersController } from './http/classifiers.controller.js';
import { LoadedClassifiers } from './loaded-classifiers.js';
import { PredictionService } from './prediction.service.js';
import { TrainingComputation } from './training-computation.js';
import { TrainingService } from './training.service.js';

/** Global, because settings of tenants ask for classifiers by their port. */
@Global()
@Module({
  controllers: [ClassifiersController],
  providers: [
    ClassifiersRepository,
    ExamplesRepository,
    EncoderService,
    LoadedClassifiers,
    ClassifiersService,
    TrainingComputation,
    TrainingService,
    PredictionService,
    { provide: ClassifierDirectory, useExisting: PredictionService },
  ],
  exports: [TrainingService, PredictionService, ClassifierDirectory],
})
export class ClassifiersModule {}
