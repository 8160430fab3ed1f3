import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LlmConfig } from '../llm.config.js';
import { loadCatalogue } from './load-catalogue.js';

const config = (more: Partial<LlmConfig>): LlmConfig =>
  ({ apiKeys: [], structure: 'strict', inputPrice: 0, outputPrice: 0, timeoutMs: 1_000, ...more }) as LlmConfig;
const folder = mkdtempSync(join(tmpdir(), 'dossier-catalogue-'));
const load = (file: unknown, secrets: Record<string, string> = {}) => {
  const path = join(folder, 'models.json');
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file));
  return loadCatalogue(config({ file: path }), (source) => secrets['env' in source ? source.env : source.file]);
};
const provider = (more: object = {}) => ({
  id: 'one',
  baseUrl: 'http://localhost:1/v1',
  models: [{ name: 'm' }],
  ...more,
});
const problemsOf = (work: () => unknown): string => {
  try {
    work();
    return '';
  } catch (error) {
    return String((error as { detail?: string }).detail);
  }
};

describe('loadCatalogue', () => {
  it('has nothing where nothing is set', () => expect(loadCatalogue(config({})).providers).toEqual([]));

  it('makes one provider of the variables, with all its keys', () => {
    const { providers, routes } = loadCatalogue(
      config({ baseUrl: 'https://api.example/v1', model: 'org/m-1', apiKeys: ['k1', 'k2'], inputPrice: 2 }),
    );
    expect(providers[0]).toMatchObject({
      id: 'default',
      models: [{ id: 'default/org/m-1', price: { input: 2, output: 0 } }],
    });
    expect(providers[0]?.keys.map(({ secret }) => secret)).toEqual(['k1', 'k2']);
    expect(routes.get('extract')).toEqual(['default/org/m-1']);
    expect(routes.get('embed')).toEqual([]);
  });

  it('routes each purpose to its own models, else to the usual ones', () => {
    const models = [{ name: 'a' }, { name: 'b' }, { name: 'e', embeddingDimensions: 4 }];
    const { routes } = load({ providers: [provider({ models })], routes: { classify: ['one/b'] } });
    expect(routes.get('classify')).toEqual(['one/b']);
    expect(routes.get('answer')).toEqual(['one/a', 'one/b']);
    expect(routes.get('embed')).toEqual(['one/e']);
  });

  it('names keys by a fingerprint', () => {
    const { providers } = load({ providers: [provider({ keys: [{ env: 'K' }] })] }, { K: 'sk-secret' });
    expect(providers[0]?.keys[0]).toEqual({ id: expect.stringMatching(/^[0-9a-f]{12}$/), secret: 'sk-secret' });
  });

  it.each([
    ['{', /is not JSON/],
    [{ providers: [] }, /\/providers/],
    [{ providers: [provider({ baseUrl: 'ftp://x' })] }, /baseUrl/],
    [{ providers: [provider({ models: [{ name: 'm', price: { input: -1, output: 0 } }] })] }, /price/],
    [{ providers: [provider()], routes: { classify: ['one/none'] } }, /there is no model one\/none/],
    [{ providers: [provider()], routes: { embed: ['one/m'] } }, /no embedding model/],
    [{ providers: [provider({ models: [{ name: 'm' }, { name: 'm' }] })] }, /twice/],
    [{ providers: [provider(), provider()] }, /same id/],
    [{ providers: [provider({ keys: [{ env: 'ABSENT' }] })] }, /no key in ABSENT/],
  ])('refuses %j', (file, problem) => expect(problemsOf(() => load(file))).toMatch(problem));

  it('lists all problems at once', () => {
    const problems = problemsOf(() =>
      load({ providers: [provider({ keys: [{ env: 'A' }, { env: 'B' }] })], routes: { answer: ['two/x'] } }),
    );
    expect(problems.split('\n')).toHaveLength(4);
  });

  it.each([{ baseUrl: 'http://localhost/v1' }, { model: 'm' }])('wants both of a base URL and a model: %j', (more) =>
    expect(problemsOf(() => loadCatalogue(config(more)))).toMatch(/belong together/),
  );
});
