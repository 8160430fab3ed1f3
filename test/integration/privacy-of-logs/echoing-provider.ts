import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface EchoingProvider {
  readonly url: string;
  /** What it was sent. */
  readonly asked: string[];
  stop(): Promise<void>;
}

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};
const answer = (content: string, more: object = {}) => ({
  id: 'chatcmpl-echo',
  object: 'chat.completion',
  created: 0,
  model: 'small',
  choices: [{ index: 0, message: { role: 'assistant', content, refusal: null, ...more }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 9, completion_tokens: 9, total_tokens: 18 },
});

/** Ways to fail, each of which says again what it was asked. */
const FAILURES: readonly ((response: ServerResponse, prompt: string) => void)[] = [
  (response, prompt) =>
    json(response, 400, {
      error: { message: `Invalid value: '${prompt}'`, type: 'invalid_request_error', param: prompt, code: prompt },
    }),
  (response, prompt) => json(response, 200, answer(`I cannot help with "${prompt}"`)),
  (response, prompt) => json(response, 500, { error: { message: prompt, type: prompt, code: prompt } }),
  (response, prompt) => json(response, 200, answer(JSON.stringify({ [prompt]: prompt }))),
  (response, prompt) =>
    void response
      .writeHead(502, { 'content-type': 'text/html', 'x-echo': encodeURIComponent(prompt.slice(0, 2_000)) })
      .end(`<p>${prompt}`),
  (response, prompt) => json(response, 200, answer('', { refusal: prompt })),
  (response, prompt) => json(response, 200, { choices: prompt }),
  (response, prompt) => json(response, 429, { error: { message: prompt, code: 'rate_limit_exceeded' } }),
  (response, prompt) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write(`{"choices": "${prompt.slice(0, 200)}`);
    response.destroy();
  },
  // Until the deadline is over.
  () => undefined,
];

/** A provider of models that fails in turns, and quotes in each way what it was sent. */
export async function startEchoingProvider(): Promise<EchoingProvider> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => FAILURES[asked.push(text) % FAILURES.length]!(response, text));
    response.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
