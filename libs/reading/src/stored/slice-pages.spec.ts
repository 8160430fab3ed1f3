import { describe, expect, it } from 'vitest';
import { layoutPage } from '../layout/page-layout.js';
import { linesAt } from '../layout/page.builder.js';
import { ReadingBuilder } from '../reading-builder.js';
import type { Page, StoredReading } from '../reading-model.js';
import { slicePages } from './slice-pages.js';

const PAGES = ['one', 'two', 'three', 'four'];

/** Four pages with a table each and a line of their own; the last but one could not be read. */
function readingOfFour(): StoredReading {
  const builder = new ReadingBuilder('application/pdf', 10_000);
  for (const [index, name] of PAGES.entries()) {
    if (name === 'three') builder.addFailedPage(index + 1, 'page_unreadable');
    else
      builder.addPage({
        number: index + 1,
        width: 600,
        height: 800,
        provenance: 'text-layer',
        lines: layoutPage([
          ...linesAt([`The page called ${name} begins`, 'and goes on for a while'], 50, 60),
          ...linesAt(['Item', 'Chair', 'Desk'], 50, 200),
          ...linesAt(['Amount', '10.00', `${index}5.00`], 300, 200),
        ]),
      });
    builder.addHidden(index + 1, `hidden on ${name}`, 'invisible');
  }
  builder.setMetadata({ title: 'A pile of papers' });
  return builder.build();
}

const textsOf = (reading: StoredReading, page: Page) => ({
  page: reading.text.slice(page.start, page.end),
  lines: page.lines.map(({ start, end, box, words }) => ({
    text: reading.text.slice(start, end),
    box,
    words: words.map((word) => reading.text.slice(word.start, word.end)),
  })),
  blocks: page.blocks.map(({ kind, start, end, table }) => ({
    kind,
    text: reading.text.slice(start, end),
    cells: table?.cells.map((cell) => reading.text.slice(cell.start, cell.end)),
  })),
});

describe('pages of a reading as a reading of their own', () => {
  const whole = readingOfFour();

  it.each([
    [1, 1],
    [2, 2],
    [1, 2],
    [2, 4],
    [4, 4],
  ])('keeps text, words, boxes and cells of pages %i to %i at offsets of their own', (first, last) => {
    const part = slicePages(whole, first, last);
    expect(part.pages.map(({ number }) => number)).toEqual(part.pages.map((_, index) => index + 1));
    expect(part.pages.map((page) => textsOf(part, page))).toEqual(
      whole.pages.slice(first - 1, last).map((page) => textsOf(whole, page)),
    );
    expect(part.text.length).toBe(part.pages.at(-1)?.end);
    expect(part.pages.some(({ blocks }) => blocks.some(({ table }) => table !== undefined))).toBe(true);
  });

  it('counts what its own pages lost, and takes nothing from the file as a whole', () => {
    const { receipt, metadata, hidden } = slicePages(whole, 2, 3);
    expect(receipt).toMatchObject({
      pages: { total: 2, read: 1, empty: 0, failed: 1 },
      childrenFound: 0,
      warnings: ['page_unreadable'],
    });
    expect(metadata).toEqual({});
    expect(hidden.map(({ page, text }) => [page, text])).toEqual([
      [1, 'hidden on two'],
      [2, 'hidden on three'],
    ]);
    expect(slicePages(whole, 1, 2).receipt).toMatchObject({ pages: { failed: 0 }, warnings: [] });
  });

  it('is cut where the file was cut, at its end', () => {
    const cut = { ...whole, receipt: { ...whole.receipt, truncated: true, warnings: ['page_limit'] } };
    expect(slicePages(cut, 1, 2).receipt).toMatchObject({ truncated: false, warnings: [] });
    expect(slicePages(cut, 4, 4).receipt).toMatchObject({ truncated: true, warnings: ['page_limit'] });
  });
});
