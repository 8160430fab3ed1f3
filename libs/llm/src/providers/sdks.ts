import { createRequire } from 'node:module';

// Each is some hundred modules. They come with the first provider that speaks through them, and without `await`: who asks for
// a provider gets it at once.
const require = createRequire(import.meta.url);

/** OpenAI's SDK. */
export const openAiSdk = (): typeof import('openai') => require('openai') as typeof import('openai');

/** Anthropic's SDK. */
export const anthropicSdk = (): typeof import('@anthropic-ai/sdk') =>
  require('@anthropic-ai/sdk') as typeof import('@anthropic-ai/sdk');
