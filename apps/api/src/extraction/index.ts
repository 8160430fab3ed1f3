export { extractionConfig } from './extraction.config.js';
export { ExtractionModule } from './extraction.module.js';
export { ExtractionService } from './extraction.service.js';
export { extractFieldsJob } from './jobs/extract-fields.job.js';
export { gatherFieldsJob } from './jobs/gather-fields.job.js';
export { replayRunJob } from './jobs/replay-run.job.js';
export { WholeReader } from './whole-reader.service.js';
export {
  type ExtractedField,
  type ExtractionAnswer,
  type ExtractionResult,
  type Grounding,
  VERDICTS,
} from './domain/field-model.js';
export { isFilled, wantedFields } from './domain/fill-rate.js';
export { LessonsService } from './learning/lessons.service.js';
export type { GivenVerdict } from './revision/judgements.js';
export type { FieldChange } from './revision/revise-value.js';
export { type RevisedRun, Revisions } from './revision/revisions.service.js';
