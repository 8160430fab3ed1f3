import { describe, expect, it } from 'vitest';
import { readWordLikelihood, wordLikelihood } from './word-likelihood.js';

describe('wordLikelihood', () => {
  const likelihood = wordLikelihood([
    ['▁am', -6],
    ['▁amount', -9],
    ['ount', -8],
    ['▁', -2],
    ['a', -4],
    ['m', -4],
  ]);

  it.each([
    ['a whole piece', 'amount', -9],
    ['pieces without regard to case', 'AMount', -9],
    ['the best way to part a word', 'aount', -2 - 4 - 8],
    ['letters that no piece covers', 'amq', -6 - 14],
    ['short forms that running text lacks', 'Jln', -11],
  ])('sums %s', (_, word, expected) => expect(likelihood(word)).toBe(expected));

  it('tells words from misread ones by the pieces of the package', async () => {
    const real = await readWordLikelihood();
    for (const [word, misread] of [
      ['please', 'flease'],
      ['ticket', 'tidket'],
      ['jalan', 'ja1an'],
    ] as const)
      expect(real(word)).toBeGreaterThan(real(misread) + 5);
  });
});
