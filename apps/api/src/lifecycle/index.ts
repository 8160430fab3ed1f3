export { eraseSubjectJob } from './jobs/erase-subject.job.js';
export { exportSubjectJob } from './jobs/export-subject.job.js';
export { type LifecycleAct, LifecycleAudit } from './lifecycle-audit.js';
export { type Evidence, type Happened, LifecycleEvidence } from './lifecycle-evidence.service.js';
export { lifecycleConfig } from './lifecycle.config.js';
export { LifecycleModule } from './lifecycle.module.js';
