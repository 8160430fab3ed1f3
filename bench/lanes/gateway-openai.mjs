// The openai SDK, with its own fetch or with ours.
import { join } from 'node:path';
import OpenAI from 'openai';
import { root } from '../../scripts/prepare.mjs';
import { bodyOf, requireAnswer } from './gateway-request.mjs';

export async function open({ providerUrl }, { transport }) {
  const ours = transport === 'undici' && (await import(join(root, 'dist/libs/llm/src/providers/undici-fetch.js')));
  const client = new OpenAI({
    baseURL: `${providerUrl}/v1`,
    apiKey: 'key',
    maxRetries: 0,
    ...(ours && { fetch: ours.undiciFetch }),
  });
  return {
    async call(id) {
      requireAnswer((await client.chat.completions.create(bodyOf(id))).choices[0].message.content);
    },
    close: async () => {},
  };
}
