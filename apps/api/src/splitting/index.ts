export type { PartView } from './domain/batch-result.js';
export { SplittingModule } from './splitting.module.js';
export { SplittingService } from './splitting.service.js';
