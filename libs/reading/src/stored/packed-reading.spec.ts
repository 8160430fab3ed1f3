import { describe, expect, expectTypeOf, it } from 'vitest';
import type { RawWord } from '../layout/geometry.js';
import { layoutPage } from '../layout/page-layout.js';
import { ReadingBuilder } from '../reading-builder.js';
import type { Line, StoredReading, Word } from '../reading-model.js';
import { packReading, unpackHead, unpackReading } from './packed-reading.js';

const word = (text: string, left: number, top: number, right: number, bottom: number): RawWord => ({
  text,
  rect: { left, top, right, bottom },
  direction: 0,
});

function sampleReading(): StoredReading {
  const builder = new ReadingBuilder('application/pdf', 10_000);
  builder.addPage({
    number: 1,
    width: 612,
    height: 792,
    provenance: 'ocr',
    quality: 0.8765,
    lines: layoutPage([
      { ...word('Total', 72, 72, 110, 84), confidence: 0.9312 },
      { ...word('10.00', 400.5, 71, 431.25, 83.5), confidence: 0.5 },
      word('häßlich𝒳', -5, 700, 700, 900),
    ]),
  });
  builder.addPage({
    number: 2,
    width: 0,
    height: 0,
    provenance: 'text-layer',
    lines: layoutPage([word('nowhere', 0, 0, 0, 0)]),
  });
  builder.addBlocks(
    [
      { kind: 'heading', level: 1, text: 'A title' },
      { kind: 'paragraph', text: 'Some words\nand more.' },
    ],
    {
      name: 'Sheet "1"\n',
    },
  );
  builder.addText('the last');
  builder.addHidden(1, 'hidden words', 'invisible');
  builder.setMetadata({ title: 'A "title"' });
  const { children: _, ...reading } = builder.build();
  return reading;
}

describe('a packed reading', () => {
  it('is the reading again when it is unpacked', async () => {
    const reading = sampleReading();
    expect(reading.pages.map(({ lines }) => lines.length)).toEqual([2, 1, 3, 1]);
    expect(await unpackReading(await packReading(reading))).toEqual(reading);
  });

  it.each([
    ['short', 1, false],
    ['long', 200, true],
  ])('that is %s is the same again, compressed where that pays', async (_, words, isCompressed) => {
    const builder = new ReadingBuilder('application/pdf', 100_000);
    const lines = layoutPage(Array.from({ length: words }, (__, n) => word(`word${n}`, n, 10 * n, n + 50, 10 * n + 8)));
    builder.addPage({ number: 1, width: 612, height: 9_000, provenance: 'text-layer', lines });
    const { children: __, ...reading } = builder.build();
    const packed = await packReading(reading);
    expect(packed.model[0] === 0x1f).toBe(isCompressed);
    const { text, model } = packed;
    expect(await unpackReading({ text, model: Uint8Array.from(model) })).toEqual(reading);
    expect(await unpackHead({ model })).toEqual(packed.head);
  });

  it('tells its head without its pages', async () => {
    const { text: _text, pages: _pages, hidden: _hidden, ...head } = sampleReading();
    expect(await unpackHead(await packReading(sampleReading()))).toEqual(head);
  });

  it('has no NUL characters, and words at the same places', async () => {
    const builder = new ReadingBuilder('text/plain', 100);
    builder.addText('a\u0000b c');
    const { children: _, ...reading } = builder.build();
    const { text, pages } = await unpackReading(await packReading(reading));
    expect(text).toBe('a\uFFFDb c');
    expect(pages[0]?.lines).toEqual(reading.pages[0]?.lines);
  });

  it('knows every field of lines and words', () => {
    // A new field needs a place in `toNumbers` and `fromNumbers`: what they do not know is lost.
    expectTypeOf<keyof Line>().toEqualTypeOf<'start' | 'end' | 'box' | 'words'>();
    expectTypeOf<keyof Word>().toEqualTypeOf<'start' | 'end' | 'box' | 'confidence'>();
  });
});
