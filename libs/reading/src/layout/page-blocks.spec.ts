import { describe, expect, it } from 'vitest';
import type { RawWord } from './geometry.js';
import { lineAt, linesAt, pageOf } from './page.builder.js';
import { findBlocks } from './page-blocks.js';
import type { FoundBlock, PlacedPage } from './placed-page.js';
import { lineText } from './write-page.js';

/** Kind, level, and the text of a block in one line. */
function described(page: PlacedPage, { kind, level, from, to }: FoundBlock): string {
  const lines = page.lines.slice(from.line, to.line + 1);
  const text =
    from.line === to.line
      ? (lines[0]?.words ?? []).slice(from.word, to.word + 1).map((word) => word.text)
      : lines.map(lineText);
  return `${kind}${level ?? ''}: ${text.join(from.line === to.line ? ' ' : ' / ')}`;
}
const blocksOf = (...pages: readonly PlacedPage[]): string[][] =>
  findBlocks(pages).map((blocks, index) => blocks.map((block) => described(pages[index]!, block)));
const blocksOn = (...words: readonly (readonly RawWord[])[]): string[] => blocksOf(pageOf(...words))[0] ?? [];

const PROSE = [
  'this is how the text of a document runs on from line to line',
  'until the paragraph comes to its end somewhere in the midst',
  'of the column, as this one does.',
];
const BODY = linesAt(PROSE, 50, 300);

describe('findBlocks', () => {
  it('ends paragraphs where lines are further apart, and where one is set in after a full stop', () => {
    const words = [BODY, linesAt(PROSE, 50, 350), lineAt(PROSE[0]!, 62, 386)];
    const text = PROSE.join(' / ');
    expect(blocksOn(...words, lineAt(PROSE[1]!, 50, 398))).toEqual([
      `paragraph: ${text}`,
      `paragraph: ${text}`,
      `paragraph: ${PROSE[0]} / ${PROSE[1]}`,
    ]);
  });

  it('tells headings by size and weight, and ranks them by size', () => {
    const blocks = blocksOn(
      lineAt('The title of all', 50, 100, { size: 20 }),
      lineAt('A chapter of it', 50, 150, { size: 14 }),
      BODY,
      lineAt('A bold line', 50, 350, { isBold: true }),
      linesAt(PROSE, 50, 362),
      lineAt('ARTICLE IV', 50, 420),
      linesAt(PROSE, 50, 450),
    );
    expect(blocks.filter((block) => block.startsWith('heading'))).toEqual([
      'heading1: The title of all',
      'heading2: A chapter of it',
      'heading3: A bold line',
      'heading3: ARTICLE IV',
    ]);
  });

  it('takes no bold sentence, and no line of a bold document, for a heading', () => {
    const sentence = lineAt('This is important.', 50, 200, { isBold: true });
    const bold = [200, 300, 400].map((top) => linesAt(PROSE, 50, top, { isBold: true }));
    expect(blocksOn(sentence, BODY)[0]).toMatch(/^paragraph/);
    expect(blocksOn(...bold, lineAt('A bold line', 50, 500, { isBold: true })).at(-1)).toMatch(/^paragraph/);
  });

  it('keeps items of lists apart, with the lines that belong to them', () => {
    const blocks = blocksOn(
      BODY,
      linesAt(['1. the first item, which is so long that it needs', 'a second line to say it all'], 50, 360),
      lineAt('(a) an item inside it', 70, 384),
      lineAt('2. the second one', 50, 396),
      lineAt('• a dot', 50, 420),
    );
    expect(blocks.slice(1)).toEqual([
      'list-item1: 1. the first item, which is so long that it needs / a second line to say it all',
      'list-item2: (a) an item inside it',
      'list-item1: 2. the second one',
      'list-item1: • a dot',
    ]);
  });

  it('does not take a number that a sentence goes on with for an item', () => {
    const lines = [
      'all of this is to be done within a time of thirty',
      '(30) days after what was said in the notice, and',
      'not later than that',
    ];
    expect(blocksOn(linesAt(lines, 50, 300))).toEqual([`paragraph: ${lines.join(' / ')}`]);
  });

  it('tells labels with their values, also where two stand side by side', () => {
    const blocks = blocksOn(
      BODY,
      [...lineAt('Invoice no.: 4711', 50, 400), ...lineAt('Date:', 300, 400), ...lineAt('2 May 2024', 380, 400)],
      [...lineAt('Place', 50, 430), ...lineAt(': Berlin', 120, 430)],
    );
    expect(blocks.slice(1)).toEqual([
      'key-value: Invoice no.: 4711',
      'key-value: Date: 2 May 2024',
      'key-value: Place : Berlin',
    ]);
  });

  it('takes small type with a mark at the foot of the page for notes', () => {
    const blocks = blocksOn(
      BODY,
      linesAt(['1 the first note says where this is from, and', 'goes on'], 50, 600, { size: 8 }),
      lineAt('2 the second note', 50, 620, { size: 8 }),
    );
    expect(blocks.slice(1)).toEqual([
      'note: 1 the first note says where this is from, and / goes on',
      'note: 2 the second note',
    ]);
  });

  it('reads every word once, whatever the page', () => {
    const page = pageOf(BODY, lineAt('up the margin', 580, 200, { direction: 3 }), lineAt('3 x: 4', 50, 500));
    const found = findBlocks([page])[0]!;
    const words = found.flatMap(({ from, to }) =>
      page.lines
        .slice(from.line, to.line + 1)
        .flatMap((line, index) =>
          line.words.slice(
            index === 0 ? from.word : 0,
            from.line + index === to.line ? to.word + 1 : line.words.length,
          ),
        ),
    );
    expect(words).toEqual(page.lines.flatMap((line) => line.words));
  });
});

describe('running heads and feet', () => {
  const page = (number: number, ...more: readonly RawWord[][]): PlacedPage =>
    pageOf(lineAt('Annual report of a firm', 50, 40), BODY, ...more, lineAt(`Page ${number} of 3`, 270, 770));

  it('are what comes again at the same place, and numbers of pages', () => {
    for (const blocks of blocksOf(page(1), page(2), page(3))) {
      expect(blocks[0]).toBe('header: Annual report of a firm');
      expect(blocks.at(-1)).toMatch(/^footer: Page \d of 3$/);
      expect(blocks[1]).toMatch(/^paragraph/);
    }
  });

  it('alternate between left and right pages', () => {
    const head = (text: string): PlacedPage => pageOf(lineAt(text, 50, 40), BODY);
    const blocks = blocksOf(head('Left head'), head('Right head'), head('Left head'), head('Right head'));
    expect(blocks.map(([first]) => first!.split(':')[0])).toEqual(['header', 'header', 'header', 'header']);
  });

  it('are not told on a single page, nor where text only looks alike', () => {
    expect(blocksOf(page(1))[0]![0]).toMatch(/^paragraph/);
    const row = (amount: string): PlacedPage =>
      pageOf(BODY, [...lineAt(`${amount} 12.50`, 50, 720), ...lineAt('3.75', 300, 720)], lineAt('The end', 50, 740));
    for (const blocks of blocksOf(row('10.00'), row('20.00')))
      expect(blocks.filter((block) => block.startsWith('footer'))).toEqual(['footer: The end']);
  });

  it('number pages wherever these end', () => {
    const short = (number: number): PlacedPage => pageOf(BODY, lineAt(`- ${number} -`, 280, 420));
    expect(blocksOf(short(4), short(5)).map((blocks) => blocks.at(-1))).toEqual(['footer: - 4 -', 'footer: - 5 -']);
    expect(blocksOf(short(4), short(9)).map((blocks) => blocks.at(-1))).not.toContain('footer: - 4 -');
  });
});
