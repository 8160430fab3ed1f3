import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ModelGateway, type ModelAnswer, type ModelRequest } from '@app/llm';
import { runAsTenant, systemContext } from '@app/tenancy';
import pg from 'pg';
import { z } from 'zod';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Simulator, startSimulator } from '../../support/simulator/simulator.mjs';

const answerSchema = z.object({ total: z.string() });
type Ask = Partial<ModelRequest<typeof answerSchema>>;

/** The whole service with two simulated providers: `one` speaks OpenAI's format and has two keys, `two` Anthropic's. */
export interface RoomApp extends TestApp {
  readonly one: Simulator;
  readonly two: Simulator;
  /** New for each start: instances tell each other through Redis which keys rest, and tests share it. */
  readonly serviceKeys: readonly string[];
  /** Sees everything: what a test believes, it asks here. */
  readonly owner: pg.Client;
  /** Asks a model as a tenant (by its public id); each prompt is new. */
  ask(tenant: string, more?: Ask): Promise<ModelAnswer<{ total: string }>>;
  embed(tenant: string): Promise<ModelAnswer<readonly Float32Array[]>>;
  /** What two simulated providers are up to at the beginning of a test. */
  calm(): void;
}

export const PRICE = { input: 1, output: 5 };

export const uuidOf = (id: string): string => id.replace(/^[a-z]+_(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

let prompts = 0;

export async function startRoomApp(environment: Record<string, string> = {}): Promise<RoomApp> {
  const scenario = () => ({ answer: { total: '12.50' } });
  const options = { prices: { small: PRICE, large: PRICE, claude: PRICE }, scenario };
  const [one, two] = await Promise.all([
    startSimulator({ ...options, seed: 3 }),
    startSimulator({ ...options, seed: 5 }),
  ]);
  const file = join(await mkdtemp(join(tmpdir(), 'dossier-room-')), 'models.json');
  const serviceKeys = ['first', 'second'].map((name) => `sk-service-${name}-${crypto.randomUUID()}`);
  const keys = serviceKeys.map((key, index) => {
    process.env[`TEST_ROOM_KEY_${index}`] = key;
    return { env: `TEST_ROOM_KEY_${index}` };
  });
  const chat = { structure: 'strict', price: PRICE };
  await writeFile(
    file,
    JSON.stringify({
      providers: [
        {
          id: 'one',
          baseUrl: `${one.url}/v1`,
          keys,
          models: [
            { name: 'small', ...chat },
            { name: 'large', ...chat },
            { name: 'vectors', embeddingDimensions: 8 },
          ],
        },
        { id: 'two', kind: 'anthropic', baseUrl: `${two.url}/v1`, keys, models: [{ name: 'claude', ...chat }] },
      ],
      routes: { default: ['one/small', 'two/claude'], classify: ['one/small'] },
    }),
  );
  const test = await startTestApp('all', {
    LLM_CONFIG_FILE: file,
    LLM_PROBE_EVERY_MS: '200',
    MODELS_KEY_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    ...environment,
  });
  const owner = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
  await owner.connect();
  const gateway = test.app.get(ModelGateway, { strict: false });
  return {
    ...test,
    one,
    two,
    serviceKeys,
    owner,
    ask: (tenant, more) =>
      runAsTenant(systemContext(uuidOf(tenant)), () =>
        gateway.ask({
          purpose: 'classify',
          instructions: 'Find the total.',
          content: [{ name: 'document', text: `Total 12.50 (${prompts++})` }],
          schema: answerSchema,
          schemaName: 'fields',
          schemaVersion: 1,
          maxTokens: 100,
          documentId: null,
          deadlineMs: 20_000,
          ...more,
        }),
      ),
    embed: (tenant) =>
      runAsTenant(systemContext(uuidOf(tenant)), () =>
        gateway.embed({ purpose: 'embed', texts: [`text ${prompts++}`], documentId: null, deadlineMs: 1_500 }),
      ),
    calm: () => {
      for (const simulator of [one, two])
        simulator.change({
          faults: {},
          deadKeys: [],
          retiredModels: [],
          isDown: false,
          latency: { medianMs: 0, sigma: 0 },
        });
    },
    close: async () => {
      await owner.end();
      await test.close();
      await Promise.all([one.stop(), two.stop()]);
    },
  };
}
