export { type Acceptance, AcceptanceService } from './acceptance.service.js';
export { Calibrations } from './calibrations.service.js';
export type { Curves } from './domain/calibrator.js';
export type { Calibrator } from './domain/tenant-calibrator.js';
export { QUALITY_GROUPS, type QualityGroup, type QualityRow } from './domain/report.js';
export { VERDICT_KINDS, type VerdictDraft, type VerdictKind } from './domain/verdict.js';
export { QualityModule } from './quality.module.js';
export { type QualityReport, QualityService } from './quality.service.js';
export { Verdicts } from './verdicts.service.js';
