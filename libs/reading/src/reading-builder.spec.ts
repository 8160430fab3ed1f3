import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELL_GAP, type LaidOutWord } from './layout/page-layout.js';
import { ReadingBuilder } from './reading-builder.js';

const word = fc.record({
  text: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((text) => !/\s/.test(text)),
  rect: fc
    .record({ left: fc.nat(500), top: fc.nat(700) })
    .map(({ left, top }) => ({ left, top, right: left + 40, bottom: top + 10 })),
  gap: fc.constantFrom(' ' as const, CELL_GAP),
});
const line = fc
  .array(word, { minLength: 1, maxLength: 8 })
  .map((words) =>
    words.map(({ text, rect, gap }, index): LaidOutWord => ({ text, rect, before: index === 0 ? '' : gap })),
  );
const page = fc.array(line, { maxLength: 6 });

const build = (pages: readonly LaidOutWord[][][], limit = 1e6) => {
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
          pages.map((lines) => lines.map((words) => words.map(({ text }) => text))),
        );
        expect(reading.pages.map(cut).join('\n\n')).toBe(reading.text);
        for (const { lines, ...own } of reading.pages) expect(lines.map(cut).join('\n')).toBe(cut(own));
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
    const one: LaidOutWord[] = [{ text: 'A', rect: { left: 0, top: 0, right: 1, bottom: 1 }, before: '' }];
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
