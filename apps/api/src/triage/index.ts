export { TriageAttachments } from './attachments.service.js';
export { triageEmailJob } from './jobs/triage-email.job.js';
export type { Triage } from './domain/triage-model.js';
export { TriageModule } from './triage.module.js';
export { TriageService } from './triage.service.js';
