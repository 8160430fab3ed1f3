import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { gatewayHarness, type GatewayHarness } from './gateway-harness.js';

/** A provider that answers whatever it was told, with status 200. */
let server: Server;
let body = '';
let harness: GatewayHarness;

const MAX_TOKENS = 100;
const PRICE = { input: 1, output: 4 };
const VALUE = '{"total":"1"}';
/** Nobody is asked twice: each case has a model, and with it a circuit, of its own. */
const MODELS = Array.from({ length: 12 }, (_, index) => `m${index}`);
let next = 0;

beforeAll(async () => {
  server = createServer((_, response) => response.setHeader('content-type', 'application/json').end(body));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const models = MODELS.map((name) => ({ name, structure: 'strict', price: PRICE }));
  harness = await gatewayHarness({
    providers: [
      { id: 'one', baseUrl, models },
      { id: 'two', kind: 'anthropic', baseUrl, models },
    ],
  });
});
afterAll(async () => {
  await harness.close();
  server.close();
});

async function asked(provider: string, answer: unknown) {
  body = typeof answer === 'string' ? answer : JSON.stringify(answer);
  const tenant = await harness.newTenant([`${provider}/${MODELS[next++]}`]);
  const result = await harness.as(tenant, () =>
    harness.gateway.ask({
      purpose: 'extract',
      instructions: 'Find the total.',
      content: [{ name: 'document', text: `Total 1` }],
      schema: z.object({ total: z.string() }),
      schemaName: 'fields',
      schemaVersion: 1,
      maxTokens: MAX_TOKENS,
      documentId: null,
      deadlineMs: 15_000,
    }),
  );
  const { rows } = await harness.owner.query<{ state: string; cost: string; tokens: number; reserved: string }>(
    `SELECT state, cost, tokens_out AS tokens, reserved_cost AS reserved FROM llm_calls WHERE tenant_id = $1`,
    [tenant],
  );
  return { result, rows };
}

const completion = (usage?: object) => ({
  model: 'm',
  choices: [{ message: { role: 'assistant', content: VALUE }, finish_reason: 'stop' }],
  usage,
});
const message = (usage?: object) => ({
  model: 'm',
  content: [{ type: 'text', text: VALUE }],
  stop_reason: 'end_turn',
  usage,
});

describe('answers of providers that keep to no rules', () => {
  it.each<[string, string, unknown]>([
    ['nothing', 'one', completion()],
    ['words for numbers', 'one', completion({ prompt_tokens: 'ten', completion_tokens: 'two' })],
    ['less than nothing', 'one', completion({ prompt_tokens: -5, completion_tokens: -5 })],
    ['only what was asked', 'one', completion({ prompt_tokens: 20 })],
    ['nothing', 'two', message()],
  ])('enters what was reserved where of the tokens is told %s (%s)', async (_, provider, answer) => {
    const { result, rows } = await asked(provider, answer);
    expect(result).toMatchObject({ kind: 'answer', value: { total: '1' } });
    expect(rows).toMatchObject([{ state: 'closed', tokens: MAX_TOKENS, cost: rows[0]?.reserved }]);
    expect(Number(rows[0]?.cost)).toBeGreaterThan(0);
  });

  it.each<[string, string, unknown]>([
    ['an empty object', 'one', {}],
    ['null', 'one', 'null'],
    ['an error with status 200', 'one', { error: { message: 'overloaded', code: 502 } }],
    ['parts for a text', 'one', { choices: [{ message: { content: [{ text: VALUE }] }, finish_reason: 'stop' }] }],
    ['an empty object', 'two', {}],
    ['null', 'two', 'null'],
  ])('has no answer where it is %s (%s)', async (_, provider, answer) => {
    const { result, rows } = await asked(provider, answer);
    expect(result).toMatchObject({ kind: 'none' });
    expect(rows.every(({ state, cost }) => state === 'closed' && Number(cost) > 0)).toBe(true);
  });
});
