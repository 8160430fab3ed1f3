import { describe, expect, it } from 'vitest';
import { alignSequences } from './alignment.js';

/** Share of equal letters at equal places. */
const likeness = (one: string, other: string): number => {
  const length = Math.max(one.length, other.length);
  return one.split('').filter((letter, index) => letter === other[index]).length / length;
};

describe('alignSequences', () => {
  it.each([
    ['both empty', [], [], []],
    ['equal', ['ab', 'cd'], ['ab', 'cd'], ['0-0', '1-1']],
    ['one removed in the middle', ['ab', 'xy', 'cd'], ['ab', 'cd'], ['0-0', '1-', '2-1']],
    ['one added at the front', ['ab'], ['xy', 'ab'], ['-0', '0-1']],
    ['one changed in part', ['ab', 'cd', 'ef'], ['ab', 'cx', 'ef'], ['0-0', '1-1', '2-2']],
    ['nothing in common', ['ab'], ['xy'], ['0-', '-0']],
    ['all removed', ['ab', 'cd'], [], ['0-', '1-']],
    ['equal ones', ['ab', 'ab'], ['ab', 'ab', 'ab'], ['0-0', '1-1', '-2']],
    ['the better partner', ['abcd'], ['axxx', 'abcx'], ['-0', '0-1']],
  ])('%s', (_, before: string[], after: string[], expected) =>
    expect(alignSequences(before, after, likeness).map(([i, j]) => `${i ?? ''}-${j ?? ''}`)).toEqual(expected),
  );

  it('pairs long sequences that differ everywhere by place, and leaves out nothing', () => {
    const before = Array.from({ length: 400 }, (_, index) => `a${index}`);
    const after = Array.from({ length: 300 }, (_, index) => `b${index}`);
    const pairs = alignSequences(before, after, () => 0);
    expect(pairs).toHaveLength(400);
    expect(pairs[299]).toEqual([299, 299]);
    expect(pairs[300]).toEqual([300, null]);
  });

  it('finds the one that is missing in a long sequence', () => {
    const before = Array.from({ length: 5_000 }, (_, index) => `${index}`);
    const pairs = alignSequences(before, before.toSpliced(2_500, 1), (one, other) => Number(one === other));
    expect(pairs.filter(([, j]) => j === null)).toEqual([[2_500, null]]);
  });
});
