export { DocumentStages, type StageOutcome } from './document-stages.service.js';
export { documentsConfig } from './documents.config.js';
export { DocumentsModule } from './documents.module.js';
export { DocumentContents, DocumentsService } from './documents.service.js';
export type { DocumentRecord, RunDraft } from './domain/document.js';
export { uploadOf } from './http/upload.js';
export { readChildJob, readDocumentJob } from './jobs/read-document.job.js';
export { LiveDocuments } from './live.service.js';
export { SubmissionService } from './submission.service.js';
