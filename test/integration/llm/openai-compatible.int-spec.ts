import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OpenAiCompatibleModel } from '@app/llm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly hang?: boolean;
}

const completion = (content: string, more: object = {}): Reply => ({
  body: {
    id: 'c1',
    object: 'chat.completion',
    created: 1,
    model: 'small-1',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content, refusal: null }, ...more }],
    usage: { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 },
  },
});

describe('a model behind an OpenAI-compatible API', () => {
  let server: Server;
  let reply: Reply;
  let seen: { authorization?: string; body: Record<string, unknown> };

  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        seen = { authorization: request.headers.authorization, body: JSON.parse(text) as Record<string, unknown> };
        if (reply.hang) return;
        response
          .writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers })
          .end(JSON.stringify(reply.body ?? {}));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const ask = (answer: Reply) => {
    reply = answer;
    const { port } = server.address() as AddressInfo;
    const model = new OpenAiCompatibleModel({
      baseUrl: `http://127.0.0.1:${port}/v1`,
      apiKey: 'k',
      model: 'small',
      timeoutMs: 300,
    });
    return model.complete({
      purpose: 'classify',
      system: 's',
      user: 'u',
      schema: z.object({ type: z.enum(['invoice', 'receipt']) }),
      schemaName: 'type',
      maxTokens: 10,
      signal: new AbortController().signal,
    });
  };

  it('gives an answer of the asked shape, with what it used', async () => {
    expect(await ask(completion('{"type":"invoice"}'))).toMatchObject({
      value: { type: 'invoice' },
      model: 'small-1',
      tokensIn: 12,
      tokensOut: 3,
    });
    expect(seen.authorization).toBe('Bearer k');
    expect(seen.body).toMatchObject({
      model: 'small',
      response_format: { type: 'json_schema', json_schema: { name: 'type', strict: true } },
    });
  });

  it.each([
    ['no JSON', completion('It is an invoice.'), 'model_answer_invalid', 'unprocessable'],
    ['another shape', completion('{"type":"letter"}'), 'model_answer_invalid', 'unprocessable'],
    ['an answer cut off', completion('{"type":', { finish_reason: 'length' }), 'model_truncated', 'unprocessable'],
    [
      'a refusal',
      completion('', { message: { role: 'assistant', content: null, refusal: 'No.' } }),
      'model_refused',
      'unprocessable',
    ],
    ['a filter', completion('', { finish_reason: 'content_filter' }), 'model_refused', 'unprocessable'],
    ['a fault', { status: 500 }, 'model_unavailable', 'unavailable'],
    ['an overload', { status: 529 }, 'model_unavailable', 'unavailable'],
    ['a wrong key', { status: 401 }, 'model_rejected_request', 'invalid'],
    ['silence', { hang: true }, 'model_unavailable', 'unavailable'],
  ])('tells %s from the others', async (_, answer, code, kind) => {
    await expect(ask(answer)).rejects.toMatchObject({ code, kind });
  });

  it('passes on how long to wait', async () => {
    await expect(ask({ status: 429, headers: { 'retry-after': '7' } })).rejects.toMatchObject({
      code: 'model_rate_limited',
      retryAfterSeconds: 7,
    });
  });
});
