import { type ConfigOf, defineConfig, setting, value } from '@app/config';

/** No model is needed: without `LLM_BASE_URL` and `LLM_MODEL` the local engines do everything. */
export const llmConfig = defineConfig('llm', {
  baseUrl: setting(
    'LLM_BASE_URL',
    value.optionalText(),
    'Base URL of an OpenAI-compatible API, `https://api.openai.com/v1` for one; empty for no model',
  ),
  apiKey: setting('LLM_API_KEY', value.optionalText(), 'Key for that API', { secret: true }),
  model: setting('LLM_MODEL', value.optionalText(), 'Name of the model'),
  timeoutMs: setting('LLM_TIMEOUT_MS', value.integer(60_000, 100, 600_000), 'Longest time of one call, milliseconds'),
});
export type LlmConfig = ConfigOf<typeof llmConfig>;
