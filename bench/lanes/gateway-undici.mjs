// The least that a call can cost: one request, its answer parsed.
import { Agent, request } from 'undici';
import { bodyOf, requireAnswer } from './gateway-request.mjs';

export async function open({ providerUrl }) {
  const dispatcher = new Agent({ connections: 512 });
  return {
    async call(id) {
      const { body } = await request(`${providerUrl}/v1/chat/completions`, {
        dispatcher,
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer key' },
        body: JSON.stringify(bodyOf(id)),
      });
      requireAnswer((await body.json()).choices[0].message.content);
    },
    close: () => dispatcher.destroy(),
  };
}
