export { ExtractionModule } from './extraction.module.js';
export { ExtractionService } from './extraction.service.js';
export { extractFieldsJob } from './jobs/extract-fields.job.js';
export { gatherFieldsJob } from './jobs/gather-fields.job.js';
export { replayRunJob } from './jobs/replay-run.job.js';
export type { ExtractedField, ExtractionResult, Grounding } from './domain/field-model.js';
export { WholeReader } from './whole-reader.service.js';
