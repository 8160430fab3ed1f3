export { ClassificationModule } from './classification.module.js';
export { ClassificationService } from './classification.service.js';
export { classifyDocumentJob } from './jobs/classify-document.job.js';
