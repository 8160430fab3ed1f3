export type { VerdictDraft, VerdictKind } from './domain/verdict.js';
export { Calibrations, type Calibrator } from './calibrations.service.js';
export { QualityModule } from './quality.module.js';
export { Verdicts } from './verdicts.service.js';
