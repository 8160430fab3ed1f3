import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawWord } from './layout/geometry.js';
import type { LaidOutLine } from './layout/page-layout.js';
import { ReadingBuilder } from './reading-builder.js';

const word = fc.record({
  text: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((text) => !/\s/.test(text)),
  rect: fc
    .record({ left: fc.nat(500), top: fc.nat(700) })
    .map(({ left, top }) => ({ left, top, right: left + 40, bottom: top + 10 })),
  direction: fc.constant(0 as const),
});
/** A line of these words, with a wide gap before the one with the index `cut`. */
const lineOf = (words: readonly RawWord[], cut: number): LaidOutLine => ({
  words,
  cells: [
    { from: 0, to: cut, left: 0, right: 0 },
    { from: cut, to: words.length, left: 0, right: 0 },
  ].filter(({ from, to }) => to > from),
  rect: words[0]!.rect,
  size: 10,
  letters: 10,
  isBold: false,
  direction: 0,
  region: 0,
});
const line = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(8))
  .map(([words, cut]) => lineOf(words, Math.min(cut, words.length)));
const page = fc.array(line, { maxLength: 6 });

const build = (pages: readonly LaidOutLine[][], limit = 1e6) => {
  const builder = new ReadingBuilder('application/pdf', limit);
  pages.forEach((lines, index) =>
    builder.addPage({ number: index + 1, width: 540, height: 710, provenance: 'text-layer', lines }),
  );
  return builder.build();
};

describe('ReadingBuilder', () => {
  it('gives every word, line and page offsets that cut exactly its text', () => {
    fc.assert(
      fc.property(fc.array(page, { maxLength: 4 }), (pages) => {
        const reading = build(pages);
        const cut = ({ start, end }: { start: number; end: number }) => reading.text.slice(start, end);
        expect(reading.pages.map(({ lines }) => lines.map(({ words }) => words.map(cut)))).toEqual(
          pages.map((lines) => lines.map(({ words }) => words.map(({ text }) => text))),
        );
        expect(reading.pages.map(cut).join('\n\n')).toBe(reading.text);
        for (const { lines, blocks, ...own } of reading.pages) {
          expect(lines.map(cut).join('\n')).toBe(cut(own));
          // Every word is in exactly one block, and blocks come in the order of the text.
          const inBlocks = blocks.flatMap((block) => cut(block).match(/\S+/g) ?? []);
          expect(inBlocks).toEqual(cut(own).match(/\S+/g) ?? []);
        }
        for (const { box } of reading.pages.flatMap(({ lines }) => lines.flatMap(({ words }) => words))) {
          expect(Math.min(box!.x, box!.y, box!.width, box!.height)).toBeGreaterThanOrEqual(0);
          expect(Math.max(box!.x + box!.width, box!.y + box!.height)).toBeLessThanOrEqual(1.000001);
        }
      }),
    );
  });

  it('cuts plain text into words by white space, with the same property', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const builder = new ReadingBuilder('text/plain', 1e6);
        builder.addText(text);
        const reading = builder.build();
        const words = reading.pages.flatMap(({ lines }) => lines.flatMap((each) => each.words));
        expect(words.map(({ start, end }) => reading.text.slice(start, end))).toEqual(text.match(/\S+/g) ?? []);
      }),
    );
  });

  it('counts what was read, what was empty and what was not', () => {
    const one = lineOf([{ text: 'A', rect: { left: 0, top: 0, right: 1, bottom: 1 }, direction: 0 }], 0);
    const builder = new ReadingBuilder('application/pdf', 100);
    builder.addPage({ number: 1, width: 10, height: 10, provenance: 'ocr', lines: [one] });
    builder.addPage({ number: 2, width: 10, height: 10, provenance: 'text-layer', lines: [] });
    builder.addFailedPage(3, 'page_unreadable');
    builder.addUnreadPages(2, 'page_limit');
    builder.addChildren(2, [], [{ name: 'x', reason: 'too_large' }]);
    expect(builder.build().receipt).toEqual({
      pages: { total: 5, read: 1, empty: 1, failed: 3 },
      ocrPages: 1,
      characters: 5,
      childrenFound: 2,
      childrenSkipped: [{ name: 'x', reason: 'too_large' }],
      truncated: true,
      warnings: ['page_unreadable', 'page_limit'],
    });
  });

  it.each([
    ['a text', 6, 'a text', false],
    ['a text', 5, 'a tex', true],
    ['ab😀', 3, 'ab', true],
  ])('keeps %j within %i characters and never half a character', (text, limit, kept, truncated) => {
    const builder = new ReadingBuilder('text/plain', limit);
    builder.addText(text);
    const reading = builder.build();
    expect([reading.text, reading.receipt.truncated]).toEqual([kept, truncated]);
  });
});
