import { describe, expect, it } from 'vitest';
import { ConfigModule } from './config.module.js';
import { defineConfig, setting } from './define-config.js';
import { loadAll, loadConfig } from './load-config.js';
import * as value from './values.js';

const presses = defineConfig('presses', {
  speed: setting('PRESSES_SPEED', value.integer(10, 1, 50), 'Sheets a second'),
  token: setting('PRESSES_TOKEN', value.text(), 'Token of the press', { secret: true }),
  mode: setting('PRESSES_MODE', value.choice(['fast', 'fine'], 'fine'), 'How to print'),
});
const inks = defineConfig('inks', { colour: setting('INKS_COLOUR', value.text('black'), 'Colour') });

const detailOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    expect(error).toMatchObject({ code: 'invalid_configuration', kind: 'invalid' });
    return (error as { detail: string }).detail;
  }
  throw new Error('It was accepted.');
};

describe('loadConfig', () => {
  it.each([
    [
      'what is set',
      { PRESSES_SPEED: '5', PRESSES_TOKEN: 't', PRESSES_MODE: 'fast' },
      { speed: 5, token: 't', mode: 'fast' },
    ],
    ['what is not set', { PRESSES_TOKEN: 't' }, { speed: 10, token: 't', mode: 'fine' }],
    [
      'what is empty, as if not set',
      { PRESSES_SPEED: '', PRESSES_TOKEN: 't', PRESSES_MODE: '  ' },
      { speed: 10, token: 't', mode: 'fine' },
    ],
  ])('reads %s', (_, environment, expected) => {
    expect(loadConfig(presses, environment)).toEqual(expected);
  });

  it('is frozen', () => {
    const config = loadConfig(presses, { PRESSES_TOKEN: 't' });
    expect(() => Object.assign(config, { speed: 1 })).toThrow(TypeError);
  });

  it.each([
    [{ PRESSES_SPEED: 'swift', PRESSES_MODE: 'slow' }, ['PRESSES_SPEED', 'PRESSES_TOKEN', 'PRESSES_MODE']],
    [{ PRESSES_TOKEN: 't', PRESSES_SPEED: '51' }, ['PRESSES_SPEED']],
    [{ PRESSES_TOKEN: ' ' }, ['PRESSES_TOKEN']],
  ])('names each variable that is wrong in %o', (environment, variables) => {
    const lines = detailOf(() => loadConfig(presses, environment))
      .split('\n')
      .slice(1);
    expect(lines.map((line) => line.trim().split(':')[0])).toEqual(variables);
  });

  it('repeats no value, because it may be a secret in the wrong place', () => {
    const secret = 'hunter2-hunter2';
    const detail = detailOf(() => loadConfig(presses, { PRESSES_SPEED: secret, PRESSES_MODE: secret }));
    expect(detail).not.toContain(secret);
  });
});

describe('loadAll', () => {
  it('gives each part under its token', () => {
    const parts = loadAll([presses, inks], { PRESSES_TOKEN: 't', INKS_COLOUR: 'red' });
    expect(parts.get(presses.token)).toEqual({ speed: 10, token: 't', mode: 'fine' });
    expect(parts.get(inks.token)).toEqual({ colour: 'red' });
    expect([...parts.values()].every((part) => Object.isFrozen(part))).toBe(true);
  });

  it('shows the problems of all parts at once', () => {
    const broken = defineConfig('dryers', { heat: setting('DRYERS_HEAT', value.integer(1), 'Degrees') });
    const detail = detailOf(() => loadAll([presses, broken], { DRYERS_HEAT: 'hot' }));
    expect(detail).toContain('PRESSES_TOKEN');
    expect(detail).toContain('DRYERS_HEAT');
  });

  it('refuses two owners of one variable', () => {
    const second = defineConfig('copiers', { speed: setting('PRESSES_SPEED', value.integer(1), 'Copies a second') });
    expect(detailOf(() => loadAll([presses, second], { PRESSES_TOKEN: 't' }))).toContain(
      'PRESSES_SPEED: declared by both presses and copiers',
    );
  });
});

it('is provided to all modules under the tokens of the parts', () => {
  const { providers, exports, global } = ConfigModule.forRoot([presses, inks], { PRESSES_TOKEN: 't' });
  expect(global).toBe(true);
  expect(providers).toHaveLength(2);
  expect(exports).toEqual([presses.token, inks.token]);
});
