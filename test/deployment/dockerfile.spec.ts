import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJson, readText, ROOT } from './files.js';
import { builtMain, operationsPaths } from './routes.js';
import { defaultOf, SETTINGS, unknownSettings } from './settings.js';

/** Instructions with their lines joined and comments left out. */
const instructions = readText('docker/Dockerfile')
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .join('\n')
  .replace(/\\\n\s*/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const [, name, rest] = /^\s*([A-Z]+)\s+(.*)$/.exec(line)!;
    return { name: name!, rest: rest! };
  });
const all = (name: string): string[] => instructions.filter((entry) => entry.name === name).map(({ rest }) => rest);
const last = (name: string): string => all(name).at(-1) ?? '';
const env = new Map([...last('ENV').matchAll(/([A-Z_]+)=(\S+)/g)].map(([, name, value]) => [name!, value!]));

describe('Dockerfile', () => {
  it('builds and runs on the Node that is developed on', () => {
    const { devDependencies } = readJson<{ devDependencies: Record<string, string> }>('package.json');
    const major = devDependencies['node']?.split('.')[0];
    expect(last('ARG')).toMatch(new RegExp(`^NODE_IMAGE=node:${major}-[a-z]+-slim$`));
    expect(all('FROM')).toEqual(['${NODE_IMAGE} AS build', '${NODE_IMAGE} AS runtime']);
  });

  it('installs, builds, and drops what only development needs', () => {
    const runs = all('RUN').join('\n');
    for (const step of ['npm ci', 'scripts/build.mjs', 'npm prune --omit=dev']) expect(runs).toContain(step);
  });

  it('brings the languages of OCR', () => {
    for (const language of ['eng', 'deu', 'fra', 'spa', 'ita', 'por'])
      expect(all('RUN').join(' ')).toContain(` tesseract-ocr-${language} `);
  });

  it('sets settings that exist', () => {
    expect(unknownSettings(env.keys())).toEqual([]);
    expect(Object.fromEntries(env)).toMatchObject({ NODE_ENV: 'production', DATA_DIR: '/data' });
    for (const [name, value] of env) expect(SETTINGS.get(name)!.schema.safeParse(value).success, name).toBe(true);
  });

  it('runs what the build makes, as a user with a number that is not root', () => {
    expect(JSON.parse(last('CMD'))).toEqual(['node', builtMain()]);
    expect(last('USER')).toMatch(/^[1-9]\d{3,}:[1-9]\d{3,}$/);
    expect(all('RUN').join('\n')).toContain(`install -d -o ${last('USER').replace(':', ' -g ')} -m 0700 /data`);
    expect(JSON.parse(last('VOLUME'))).toEqual([env.get('DATA_DIR')]);
  });

  it('keeps package.json, which says that the build is ESM', () => {
    expect(readJson<{ type: string }>('package.json').type).toBe('module');
    expect(all('COPY')).toContain('--from=build /app/package.json ./package.json');
  });

  it('asks the liveness path on the port that it exposes', () => {
    expect(last('EXPOSE')).toBe(defaultOf(SETTINGS.get('PORT')!));
    expect(env.get('PORT')).toBe(last('EXPOSE'));
    const path = /\$\{process\.env\.PORT\}(\/[a-z/]+)/.exec(last('HEALTHCHECK'))?.[1];
    expect(path).toBe('/health/live');
    expect(operationsPaths()).toContain(path);
  });

  it('copies paths that exist and that .dockerignore lets through', () => {
    const sources = all('COPY')
      .filter((rest) => !rest.startsWith('--from'))
      .flatMap((rest) => rest.split(' ').slice(0, -1));
    expect(sources.length).toBeGreaterThan(4);
    expect(sources.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const ignore = readText('.dockerignore').split('\n');
    expect(ignore).toContain('*');
    expect(sources.map((path) => path.replace('./', '')).filter((path) => !ignore.includes(`!${path}`))).toEqual([]);
  });
});
