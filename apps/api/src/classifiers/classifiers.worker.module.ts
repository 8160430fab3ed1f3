import { Module } from '@nestjs/common';
import { ClassifiersModule } from './classifiers.module.js';
import { TrainClassifierProcessor } from './jobs/train-classifier.processor.js';

@Module({ imports: [ClassifiersModule], providers: [TrainClassifierProcessor] })
export class ClassifiersWorkerModule {}
