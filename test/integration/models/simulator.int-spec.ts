import { execFile } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type Simulator, startSimulator } from '../../support/simulator/simulator.mjs';
import { gatewayHarness, type GatewayHarness } from './gateway-harness.js';

const WIRES = ['openai-compatible', 'anthropic'] as const;
const MODES = ['strict', 'json-object', 'prompt'] as const;
const schema = z.object({ total: z.string(), rows: z.array(z.object({ name: z.string() })).min(1) });

let simulator: Simulator;
let harness: GatewayHarness;
beforeAll(async () => {
  simulator = await startSimulator({
    limits: { vectors: { tokensPerMinute: 4 } },
    prices: { cut: { input: 1, output: 0 } },
  });
  const baseUrl = `${simulator.url}/v1`;
  harness = await gatewayHarness({
    providers: [
      ...WIRES.map((kind) => ({
        id: kind,
        kind,
        baseUrl,
        models: MODES.map((mode) => ({ name: mode, structure: mode })),
      })),
      { id: 'v', baseUrl, models: ['vectors', 'cut'].map((name) => ({ name, embeddingDimensions: 8 })) },
    ],
  });
});
afterAll(async () => {
  await harness?.close();
  await simulator?.stop();
});

it.each(WIRES.flatMap((kind) => MODES.map((mode) => [kind, mode] as const)))(
  'gives the emptiest value of the shape that is asked for: %s, %s',
  async (kind, mode) => {
    const tenant = await harness.newTenant([`${kind}/${mode}`]);
    const answer = await harness.as(tenant, () =>
      harness.gateway.ask({
        purpose: 'extract',
        instructions: 'Find the total.',
        content: [{ name: 'document', text: 'Total 12.50' }],
        schema,
        schemaName: 'fields',
        schemaVersion: 1,
        maxTokens: 100,
        documentId: null,
        deadlineMs: 10_000,
      }),
    );
    expect(answer).toMatchObject({ kind: 'answer', value: { total: '', rows: [{ name: '' }] } });
  },
);

const embed = (model: string) =>
  fetch(`${simulator.url}/v1/embeddings`, {
    method: 'POST',
    body: JSON.stringify({ model, input: ['twelve signs'] }),
  });

it('holds embeddings to the limits of a key, and breaks them off by plan', async () => {
  expect([(await embed('vectors')).status, (await embed('vectors')).status]).toEqual([200, 429]);
  const { unseen } = simulator.stats;
  simulator.change({ faults: { sequence: ['cut'] } });
  await expect(embed('cut').then((answer) => answer.json())).rejects.toThrow(/terminated|aborted|closed/);
  expect(simulator.stats.unseen - unseen).toBe(1);
});

it('does not count it as left by the client where it goes down itself', async () => {
  const { closedEarly } = simulator.stats;
  simulator.change({ isDown: true });
  await expect(embed('cut')).rejects.toThrow(/fetch failed/);
  simulator.change({ isDown: false });
  await expect.poll(() => simulator.stats.inFlight).toBe(0);
  expect(simulator.stats.closedEarly).toBe(closedEarly);
});

it.each([
  ['--port', () => new URL(simulator.url).port, /^Port \d+ is taken: --port N takes another\.$/m],
  ['--median', () => 'soon', /^--median has to be a number\.$/m],
  ['--faults', () => '30', /^--faults is a share from 0 to 1\.$/m],
])('npm run simulate says what is wrong with %s', async (option, value, words) => {
  const output = await new Promise<string>((resolve) =>
    execFile(process.execPath, ['scripts/simulate.mjs', option, value()], (error, stdout, stderr) =>
      resolve(`${error?.code} ${stdout}${stderr}`),
    ),
  );
  expect(output).toMatch(/^1 /);
  expect(output.slice(2)).toMatch(words);
});
