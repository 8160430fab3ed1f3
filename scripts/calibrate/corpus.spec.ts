import { describe, expect, it } from 'vitest';
import { placedReading } from '../../test/support/placed-reading.js';
import { KINDS } from './kinds.mjs';
import { asRecognised } from './noise.mjs';
import { choicesOf } from './words.mjs';

describe('the made-up documents', () => {
  it.each(KINDS.map((kind) => [kind.name, kind] as const))(
    '%s: the same from the same seed, another from another',
    async (_, kind) => {
      const [one, same, other] = await Promise.all([kind(choicesOf(7)), kind(choicesOf(7)), kind(choicesOf(8))]);
      expect(same.truth).toEqual(one.truth);
      expect(same.bytes.equals(one.bytes)).toBe(true);
      expect(other.truth).not.toEqual(one.truth);
    },
  );
});

describe('the noise of recognition', () => {
  const lines = Array.from({ length: 40 }, (_, n) => [
    [`Invoice 10${n} of Alison Stonehill`, 40, 20 + n * 14] as const,
  ]);
  const clean = placedReading(lines);

  it('changes letters and no place', () => {
    const noisy = asRecognised(clean, choicesOf(3), 0.3);
    expect(noisy.text).not.toBe(clean.text);
    expect(noisy.text.length).toBe(clean.text.length);
    const boxes = (reading: typeof clean) =>
      reading.pages.flatMap((page) => page.lines.flatMap(({ words }) => words.map(({ box }) => box)));
    expect(boxes(noisy)).toEqual(boxes(clean));
  });

  it('is doubted where it is wrong', () => {
    const noisy = asRecognised(clean, choicesOf(3), 0.3);
    const words = noisy.pages.flatMap((page) => page.lines.flatMap((line) => line.words));
    const isWrong = ({ start, end }: { start: number; end: number }) =>
      noisy.text.slice(start, end) !== clean.text.slice(start, end);
    const mean = (list: typeof words) => list.reduce((sum, word) => sum + (word.confidence ?? 1), 0) / list.length;
    expect(mean(words.filter(isWrong))).toBeLessThan(mean(words.filter((word) => !isWrong(word))) - 0.1);
  });

  it('is less on a better page', () => {
    const changes = (quality: number) =>
      [...asRecognised(clean, choicesOf(3), quality).text].filter((letter, at) => letter !== clean.text[at]).length;
    expect(changes(0.9)).toBeLessThan(changes(0.3));
  });
});
