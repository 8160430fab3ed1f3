export { DOCUMENT_JOBS } from './document-pipeline.js';
export { PipelineModule } from './pipeline.module.js';
