export * from './chat-model.js';
export * from './llm.config.js';
export * from './llm.module.js';
export { OpenAiCompatibleModel } from './openai-compatible.provider.js';
export * from './usage-recorder.js';
