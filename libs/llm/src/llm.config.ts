import { type ConfigOf, defineConfig, setting, value } from '@app/config';
import { STRUCTURE_MODES } from './catalogue/model-spec.js';

/** No model is needed: without `LLM_CONFIG_FILE` and `LLM_BASE_URL` the local engines do everything. */
export const llmConfig = defineConfig('llm', {
  file: setting(
    'LLM_CONFIG_FILE',
    value.optionalText(),
    'JSON file of providers, models, prices and routes; see docs/models.md. Without it, the variables below name one model',
  ),
  baseUrl: setting(
    'LLM_BASE_URL',
    value.optionalText(),
    'Base URL of an OpenAI-compatible API, `https://api.openai.com/v1` for one; empty for no model',
  ),
  apiKeys: setting('LLM_API_KEY', value.list(), 'Key for that API, or several with commas', { secret: true }),
  model: setting('LLM_MODEL', value.optionalText(), 'Name of the model'),
  structure: setting(
    'LLM_STRUCTURE',
    value.choice(STRUCTURE_MODES, 'strict'),
    'How that model gives structured answers: strict (JSON schema), json-object, or prompt',
  ),
  inputPrice: setting('LLM_PRICE_INPUT', value.decimal(0, 0, 10_000), 'US dollars for a million tokens of input'),
  outputPrice: setting('LLM_PRICE_OUTPUT', value.decimal(0, 0, 10_000), 'US dollars for a million tokens of output'),
  timeoutMs: setting('LLM_TIMEOUT_MS', value.integer(60_000, 100, 600_000), 'Longest time of one call, milliseconds'),
  workSeconds: setting(
    'LLM_WORK_SECONDS',
    value.integer(60, 1, 3_600),
    'Longest time of one piece of work, waiting and all attempts together, seconds; then the local answer stands',
  ),
  cacheSeconds: setting(
    'LLM_CACHE_SECONDS',
    value.integer(7 * 86_400, 0),
    'Seconds that an answer is kept and given again for the same prompt of the same tenant',
  ),
  probeEveryMs: setting(
    'LLM_PROBE_EVERY_MS',
    value.integer(10_000, 100),
    'Milliseconds between probes of a model that is down',
  ),
});
export type LlmConfig = ConfigOf<typeof llmConfig>;
