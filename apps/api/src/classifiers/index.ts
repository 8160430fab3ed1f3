export type { LabelDefinition } from './domain/classifier.js';
export { classifiersConfig } from './classifiers.config.js';
export { ClassifiersModule } from './classifiers.module.js';
export { trainClassifierJob } from './jobs/train-classifier.job.js';
export { PredictionService } from './prediction.service.js';
