import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eldScores } from './eld.js';

interface Eld {
  readonly eld: { detect(text: string): { getScores(): Readonly<Record<string, number>> } };
}

/** The package's own reading of the same data. */
function peer(text: string): [string, number][] {
  const manifest = findPackageJSON('eld', import.meta.url) ?? '';
  const path = join(dirname(manifest), 'src', 'entries', 'static.large.js');
  const { eld } = createRequire(import.meta.url)(path) as Eld;
  return Object.entries(eld.detect(text).getScores()).map(([code, score]) => [
    code === 'no' ? 'nb' : code,
    (25 * score) / (1 - score),
  ]);
}

describe('eldScores', () => {
  it.each([
    'where is it',
    'the quick brown fox jumps over the lazy dog, the quick brown fox again',
    "rock 'n' roll: l’été d'hiver, ''quoted'' `x` it's o''",
    'a b cd abc abcd abcde abcdef',
    'Übermäßig große Straßen führen nach Łódź, São Paulo und İstanbul',
    'Пожалуйста, отправьте счёт',
    '議題發展と請求書をお送りください',
    'कृपया चालान भेजें और हमें बताएं',
    'smile 😀 again',
    '12345 ???',
    'the invoice of last month was paid '.repeat(30),
    'ÄÖÜ é ñ '.repeat(90),
  ])('says of %j what the package says', (text) => {
    const { means } = eldScores(text.toLowerCase());
    const expected = peer(text);
    expect([...means.keys()].sort()).toEqual(expected.map(([code]) => code).sort());
    for (const [code, mean] of expected) expect(means.get(code)).toBeCloseTo(mean, 6);
  });
});
