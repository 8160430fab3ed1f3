export { sealingConfig } from './sealing.config.js';
export { type SealingFacts, SealingEvidence } from './sealing-evidence.service.js';
export { SealingModule } from './sealing.module.js';
