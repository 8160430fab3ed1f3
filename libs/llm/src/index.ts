export { type BatchBody, batchBodySchema } from './batch/batch-body.js';
export { BatchRunner } from './batch/batch-runner.js';
export { type BatchDraft, BatchStore, type SentBatch, type SentRequest, type TakenBatch } from './batch/batch-store.js';
export { keyOf, loadCatalogue } from './catalogue/load-catalogue.js';
export {
  type Catalogue,
  type ModelSpec,
  type ProviderKey,
  type ProviderSpec,
  type Purpose,
  PURPOSES,
} from './catalogue/model-spec.js';
export { routeProblems } from './catalogue/route-problems.js';
export { costOf, fromDollars, type NanoUsd, NO_TOKENS, toDollars, type TokenUsage } from './catalogue/money.js';
export { checkModels, type ModelCheck } from './check/check-models.js';
export { ModelGateway, type GatewayParts } from './gateway/model-gateway.js';
export type { AnswerOrigin, ModelAnswer, ModelRequest, NoAnswer, NoAnswerReason } from './gateway/model-request.js';
export { type ModelSpending, spendingOf } from './gateway/model-spending.js';
export { PROVIDER_STATES, ProviderDoors, type ProviderState, type ProviderStatus } from './gateway/provider-doors.js';
export { type LlmConfig, llmConfig } from './llm.config.js';
export { LlmModule, MODEL_CATALOGUE } from './llm.module.js';
export * from './ports.js';
export { estimateTokens } from './prompt/token-estimate.js';
export type { ContentPart } from './prompt/wrap-content.js';
export { type Priority, PRIORITIES } from './routing/lanes.js';
export * from './usage-recorder.js';
