export { ClassificationModule } from './classification.module.js';
export { classifyDocumentJob } from './jobs/classify-document.job.js';
