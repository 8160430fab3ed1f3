import { describe, expect, it } from 'vitest';
import { tokensOf } from '../words.js';
import type { CueSheet } from './cue-sheet.js';
import { createCueRegistry } from './registry.js';

const sheet = (more: Partial<CueSheet> = {}): CueSheet => ({
  language: 'xx',
  categories: { billing: { strong: 'invoice*', weak: 'pay' } },
  signals: { fault: 'broken, does not (work|run)' },
  forms: {},
  ...more,
});

describe('the registry of cues', () => {
  it('has a sheet for each of the languages', () =>
    expect(createCueRegistry().languages).toEqual(['en', 'de', 'fr', 'es', 'it', 'pt', 'nl']));

  it('refuses two sheets for a language', () =>
    expect(() => createCueRegistry([sheet(), sheet()])).toThrow(expect.objectContaining({ code: 'double_cue_sheet' })));

  it.each([
    ['a phrase twice', { signals: { fault: 'broken, error, broken' } }],
    ['a phrase that another one covers', { signals: { fault: 'does not (work|run), does not run' } }],
    ['strong and weak', { categories: { billing: { strong: 'pay', weak: 'pay' } } }],
  ])('refuses %s', (_, more) =>
    expect(() => createCueRegistry([sheet(more)])).toThrow(expect.objectContaining({ code: 'double_cue' })),
  );

  it('joins all languages where there is no sheet', () => {
    const registry = createCueRegistry([sheet(), sheet({ language: 'yy', signals: { fault: 'kaputt' } })]);
    expect(registry.matcherFor('zz').match(tokensOf('kaputt and broken'))).toHaveLength(2);
    expect(registry.matcherFor('yy').match(tokensOf('kaputt and broken'))).toHaveLength(1);
  });
});
