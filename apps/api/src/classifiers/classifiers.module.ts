import { Module } from '@nestjs/common';
import { ClassifiersService } from './classifiers.service.js';
import { ClassifiersRepository } from './data/classifiers.repository.js';
import { ExamplesRepository } from './data/examples.repository.js';
import { EncoderService } from './encoder.service.js';
import { ClassifiersController } from './http/classifiers.controller.js';
import { LoadedClassifiers } from './loaded-classifiers.js';
import { PredictionService } from './prediction.service.js';
import { TrainingComputation } from './training-computation.js';
import { TrainingService } from './training.service.js';

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
  ],
  exports: [TrainingService, PredictionService],
})
export class ClassifiersModule {}
