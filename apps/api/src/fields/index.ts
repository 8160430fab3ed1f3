export { calibratedResult } from './domain/calibrated-result.js';
export { thousandths } from './domain/conclusion.js';
export { MODEL_SCORE } from './domain/confidence.js';
export { breaking, heardOn, sameValue, statementOf } from './domain/disagreement.js';
export { documentConfidence } from './domain/document-confidence.js';
export { amountsIn, type DocumentView, within } from './domain/document-view.js';
export { isEinvoice } from './domain/einvoice.js';
export {
  type AgentResult,
  type Candidate,
  type CandidateRow,
  type Disagreement,
  type Evidence,
  type ExtractedField,
  type ExtractionAnswer,
  type ExtractionResult,
  type Grounding,
  type ListCandidate,
  type Verdict,
  VERDICTS,
} from './domain/field-model.js';
export { fillRateOf, isFilled, wantedFields } from './domain/fill-rate.js';
export { matchOf } from './domain/grounding.js';
export { checkRules, noLists } from './domain/rules.js';
export { fold } from './domain/tokens.js';
export { cents, findDatesOnce, moneyString } from './domain/values.js';
export { type DraftField, draftFields, type Sample, sampleOf } from './drafts/draft-schema.js';
export {
  concludeFields,
  type EmbeddedFile,
  extractFields,
  type ExtractionInput,
  findFields,
  type Findings,
} from './extract-fields.js';
export { FEATURES_VERSION } from './learning/features.js';
export { isTeachable, lessonOf, type Ranker, withLearned } from './learning/learned-candidates.js';
export { decodeLesson, encodeLesson } from './learning/lesson-codec.js';
export { train, type Weights } from './learning/ranker.js';
export { keyOf, spansOf } from './learning/spans.js';
export { taughtValues } from './learning/taught-values.js';
export {
  decodeTable,
  encodeTable,
  type GivenRow,
  givenRows,
  type TableLesson,
} from './learning/tables/table-lesson.js';
export { saysRows, tableLessonOf } from './learning/tables/learn-table.js';
export { withTables } from './learning/tables/with-tables.js';
