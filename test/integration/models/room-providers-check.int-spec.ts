import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@app/config';
import { checkModels, llmConfig, loadCatalogue } from '@app/llm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, type SimulatorPlan, startSimulator } from '../../support/simulator/simulator.mjs';

const KEY = 'sk-zyxcanarywvu-check';
const OTHER_KEY = 'sk-zyxcanarywvu-other';
const fingerprintOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 12);
const [FIRST, SECOND] = [fingerprintOf(KEY), fingerprintOf(OTHER_KEY)];
const CALM = { faults: {}, deadKeys: [], retiredModels: [], isDown: false, latency: { medianMs: 0, sigma: 0 } };

let simulator: Simulator;
let environment: Record<string, string>;
beforeAll(async () => {
  simulator = await startSimulator({ seed: 3 });
  const file = join(await mkdtemp(join(tmpdir(), 'dossier-check-')), 'models.json');
  const shared = { baseUrl: `${simulator.url}/v1`, keys: [{ env: 'TEST_CHECK_KEY' }] };
  await writeFile(
    file,
    JSON.stringify({
      providers: [
        {
          ...shared,
          id: 'one',
          models: [
            { name: 'strict', structure: 'strict' },
            { name: 'prompted', structure: 'json-object' },
            { name: 'vectors', embeddingDimensions: 8 },
          ],
        },
        {
          ...shared,
          keys: [{ env: 'TEST_CHECK_KEY' }, { env: 'TEST_CHECK_OTHER_KEY' }],
          id: 'two',
          kind: 'anthropic',
          models: [{ name: 'claude', structure: 'strict' }],
        },
      ],
    }),
  );
  const keys = { TEST_CHECK_KEY: KEY, TEST_CHECK_OTHER_KEY: OTHER_KEY };
  Object.assign(process.env, keys);
  environment = { LLM_CONFIG_FILE: file, ...keys };
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.change({ ...CALM, scenario: () => ({ answer: { ready: true, word: 'dossier' } }) }));

const check = (deadlineMs = 10_000) => checkModels(loadCatalogue(loadConfig(llmConfig, environment)), deadlineMs);

describe('a check of the models', () => {
  it('asks each once with each key and says what it can do', async () => {
    const before = simulator.stats.requests;
    const checks = await check();
    expect(simulator.stats.requests - before).toBe(5);
    expect(
      checks.map(({ provider, model, key, answers, structure, problem }) => [
        provider,
        model,
        key,
        answers,
        structure,
        problem,
      ]),
    ).toEqual([
      ['one', 'strict', FIRST, true, true, null],
      ['one', 'prompted', FIRST, true, true, null],
      ['one', 'vectors', FIRST, true, null, null],
      ['two', 'claude', FIRST, true, true, null],
      ['two', 'claude', SECOND, true, true, null],
    ]);
    for (const { usage } of checks) expect(usage.input).toBeGreaterThan(0);
  });

  it.each<[string, SimulatorPlan & { isDown?: boolean }, RegExp, number]>([
    ['key is refused', { deadKeys: [KEY] }, /key is refused/, 4],
    ['quota is used up', { faults: { share: 1, kinds: { quota: 1 } } }, /quota of this key/, 5],
    ['model is gone', { retiredModels: ['claude'] }, /no model of this name/, 2],
    ['provider is down', { isDown: true }, /cannot be reached|cut off/, 5],
    ['provider fails', { faults: { share: 1, kinds: { 'server-error': 1 } } }, /error of its own/, 5],
    ['answer is no JSON', { scenario: () => ({ answer: 'Of course, here you are' }) }, /not JSON/, 4],
    ['answer has another shape', { scenario: () => ({ answer: { ready: 'perhaps' } }) }, /another shape/, 4],
    ['answer is a refusal', { scenario: () => ({ answer: "I'm sorry, I can't help with that." }) }, /refuses/, 4],
    ['answer does not come', { latency: { medianMs: 60_000, sigma: 0 } }, /time limit/, 5],
  ])('says so where the %s', async (_, plan, words, count) => {
    simulator.change(plan);
    const problems = (await check(plan.latency === undefined ? 10_000 : 300)).flatMap(({ problem }) => problem ?? []);
    expect(problems).toHaveLength(count);
    for (const problem of problems) expect(problem).toMatch(words);
    expect(problems.join()).not.toContain('zyxcanarywvu');
  });
});

/** The command as it is run, on what was built last. */
const run = (more: Record<string, string> = {}): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    const env = { PATH, NODE_COMPILE_CACHE, ...environment, ...more };
    execFile(process.execPath, ['scripts/providers-check/main.mjs'], { env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr }),
    );
  });

describe('npm run providers:check', () => {
  it('ends well where all models work, with a line for each', async () => {
    const { code, output } = await run();
    expect(output).toMatch(/^provider +model +key +answers +structure +latency +tokens +fault$/m);
    expect(output).toMatch(/^one +strict +[\da-f]{12} +yes +yes +\d+ ms +\d+ in, \d+ out$/m);
    expect(output).toMatch(/^one +vectors +[\da-f]{12} +yes +- /m);
    expect(output).toMatch(new RegExp(`^two +claude +${SECOND} +yes +yes `, 'm'));
    expect(code).toBe(0);
  });

  it('ends with an error where one of them fails, and never shows a key', async () => {
    simulator.change({ retiredModels: ['prompted'], scenario: () => ({ answer: { ready: true, word: KEY } }) });
    const { code, output } = await run();
    expect(output).toMatch(/^one +prompted +[\da-f]{12} +no +no +\d+ ms +- +the provider has no model of this name$/m);
    expect(output).toContain('1 of 5 fail.');
    expect([code, output.includes('zyxcanarywvu')]).toEqual([1, false]);
  });

  it('names a key that is dead by its fingerprint, where others of its provider work', async () => {
    simulator.change({ deadKeys: [OTHER_KEY] });
    const { code, output } = await run();
    expect(output).toMatch(new RegExp(`^two +claude +${FIRST} +yes `, 'm'));
    expect(output).toMatch(new RegExp(`^two +claude +${SECOND} +no +no .* the key is refused$`, 'm'));
    expect(output).toMatch(new RegExp(`^1 of 5 fail.\nNo model answers with key ${SECOND} of two.$`, 'm'));
    expect([code, output.includes('zyxcanarywvu')]).toEqual([1, false]);
  });

  it.each([
    ['the configuration is wrong', { LLM_CONFIG_FILE: '/nowhere.json' }, 1, /LLM_CONFIG_FILE: cannot be read/],
    ['nothing is set up', { LLM_CONFIG_FILE: '' }, 0, /No model is set up/],
  ])('says so where %s', async (_, more, expected, words) => {
    const { code, output } = await run(more);
    expect(output).toMatch(words);
    expect(code).toBe(expected);
  });
});
