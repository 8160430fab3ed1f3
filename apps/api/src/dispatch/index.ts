export { Dispatch } from './dispatch.service.js';
export { DispatchModule } from './dispatch.module.js';
export type { Corrected, NewCorrection } from './domain/correction.js';
export type { DecidedMail, Decision, LevelScale, TenantWays } from './domain/decision.js';
export { LEVELS as DISPATCH_LEVELS, TYPES as DISPATCH_TYPES } from './domain/policy.js';
