import { loadAll } from '@app/config';
import { describe, expect, it } from 'vitest';
import { CONFIG_DEFINITIONS } from '../../apps/api/src/config-definitions.js';
import { productionProblems } from '../../apps/api/src/production-check.js';
import { MACHINE_DEFAULTS, PLACEHOLDER, renderEnvExample } from './env-example.js';
import { readText } from './files.js';
import { defaultOf, SETTINGS } from './settings.js';

const text = readText('.env.example');
const entries = [...text.matchAll(/^# (.+)\n# ([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, comment, name, value]) => ({
  comment: comment!,
  name: name!,
  value: value!,
}));
const example = new Map(entries.map((entry) => [entry.name, entry]));

describe('.env.example', () => {
  it('names every setting once and nothing else', () => {
    expect(entries.map(({ name }) => name).toSorted()).toEqual([...SETTINGS.keys()].toSorted());
  });

  it('explains each setting in the words of its definition', () => {
    const wrong = [...SETTINGS.values()].filter(
      ({ env, description }) => !example.get(env)?.comment.startsWith(description),
    );
    expect(wrong.map(({ env }) => env)).toEqual([]);
  });

  it('shows the default of each setting that is not secret', () => {
    const open = [...SETTINGS.values()].filter(({ secret }) => secret !== true);
    const shown = open.map(({ env }) => [env, example.get(env)?.value]);
    const expected = open.map((setting) => [
      setting.env,
      MACHINE_DEFAULTS.has(setting.env) ? '' : (defaultOf(setting) ?? ''),
    ]);
    expect(shown).toEqual(expected);
  });

  it('leaves open only what really depends on the machine', () => {
    for (const [name, value] of MACHINE_DEFAULTS) expect(defaultOf(SETTINGS.get(name)!), name).toBe(value);
  });

  it('marks every secret, and only secrets', () => {
    const marked = entries.filter(({ value }) => value.includes(PLACEHOLDER)).map(({ name }) => name);
    const secret = [...SETTINGS.values()].filter((setting) => setting.secret === true).map(({ env }) => env);
    expect(marked.toSorted()).toEqual(secret.toSorted());
  });

  it('is valid when all of it is taken over, and refused in production', () => {
    const environment = Object.fromEntries(entries.map(({ name, value }) => [name, value]));
    expect(() => loadAll(CONFIG_DEFINITIONS, environment)).not.toThrow();
    const problems = productionProblems('production', environment).join('\n');
    const marked = entries.filter(({ value }) => value.includes(PLACEHOLDER)).map(({ name }) => name);
    expect(marked.filter((name) => !problems.includes(name))).toEqual([]);
  });

  it('changes nothing when it is copied as it is', () => {
    expect(text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
  });

  // `npx vitest run --project unit test/deployment/env-example.spec.ts -u` writes the file anew.
  it('is what the definitions make', async () => {
    await expect(renderEnvExample(CONFIG_DEFINITIONS)).toMatchFileSnapshot('../../.env.example');
  });
});
