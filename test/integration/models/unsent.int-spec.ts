import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { ModelRequest } from '@app/llm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { gatewayHarness, type GatewayHarness } from './gateway-harness.js';

const schema = z.object({ total: z.string() });
const WIRES = ['openai-compatible', 'anthropic'] as const;
const PRICE = { input: 3, output: 15 };

const servers: Server[] = [];
const sockets: Socket[] = [];

/** Something that listens and is no provider. Answers its port. */
async function listen(meet: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    sockets.push(socket);
    meet(socket);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Nothing listens there any more. */
async function deadPort(): Promise<number> {
  const port = await listen(() => undefined);
  await new Promise((resolve) => servers.pop()?.close(resolve));
  return port;
}

let harness: GatewayHarness;
beforeAll(async () => {
  const urls = {
    refused: `http://127.0.0.1:${await deadPort()}/v1`,
    // A connection is not one before its handshake: nothing of a request goes out.
    reset: `https://127.0.0.1:${await listen((socket) => socket.resetAndDestroy())}/v1`,
    silent: `https://127.0.0.1:${await listen(() => undefined)}/v1`,
    // Whoever has read a request may have begun to answer it.
    read: `http://127.0.0.1:${await listen((socket) => socket.once('data', () => socket.resetAndDestroy()))}/v1`,
  };
  harness = await gatewayHarness({
    providers: Object.entries(urls).flatMap(([id, baseUrl]) =>
      WIRES.map((kind) => ({
        id: `${id}-${kind}`,
        kind,
        baseUrl,
        timeoutMs: 1_200,
        models: [{ name: 'm', structure: 'strict', price: PRICE }],
      })),
    ),
  });
});
afterAll(async () => {
  await harness?.close();
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
});

const request = (deadlineMs: number): ModelRequest<typeof schema> => ({
  purpose: 'extract',
  instructions: 'Find the total.',
  content: [{ name: 'document', text: 'Total 12.50' }],
  schema,
  schemaName: 'fields',
  schemaVersion: 1,
  maxTokens: 50,
  documentId: null,
  deadlineMs,
});

const ledger = async (tenant: string) =>
  (
    await harness.owner.query<{ outcome: string; state: string; cost: number; reserved: number; latency: number }>(
      'SELECT outcome, state, cost::float8, reserved_cost::float8 AS reserved, latency_ms AS latency FROM llm_calls WHERE tenant_id = $1',
      [tenant],
    )
  ).rows;

describe.each(WIRES)('%s', (kind) => {
  it.each([
    ['refused', 'connection', false],
    ['reset', 'connection', false],
    ['read', 'cut', true],
  ] as const)('a connection that is %s is entered as %s; at what was reserved: %s', async (id, outcome, isReserved) => {
    const tenant = await harness.newTenant([`${id}-${kind}/m`]);
    const answer = await harness.as(tenant, () => harness.gateway.ask(request(20_000)));
    expect(answer).toMatchObject({ kind: 'none', reason: 'unavailable' });
    const rows = await ledger(tenant);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      expect(row).toMatchObject({ outcome, state: 'closed', cost: isReserved ? row.reserved : 0 });
  });

  it('work ends at its deadline though no connection comes about, and does not wait for the end of that', async () => {
    const tenant = await harness.newTenant([`silent-${kind}/m`]);
    const answer = await harness.as(tenant, () => harness.gateway.ask(request(1_800)));
    expect(answer).toMatchObject({ kind: 'none', reason: 'deadline' });
    // undici gives up a connection after ten seconds.
    for (const { latency } of await ledger(tenant)) expect(latency).toBeLessThan(9_000);
  });
});

it('a call that ran out of time before it had a connection cost nothing', async () => {
  const tenant = await harness.newTenant(['silent-openai-compatible/m']);
  await harness.as(tenant, () => harness.gateway.ask(request(1_800)));
  const [first] = await ledger(tenant);
  expect(first).toMatchObject({ outcome: 'timeout', cost: 0 });
});
