export { ClassificationModule } from './classification.module.js';
export { ClassificationService } from './classification.service.js';
export type { ClassificationResult } from './domain/classification-result.js';
export { typeByPerson } from './domain/type-by-person.js';
export { classifyDocumentJob } from './jobs/classify-document.job.js';
export { TypeMemory } from './memory/type-memory.service.js';
