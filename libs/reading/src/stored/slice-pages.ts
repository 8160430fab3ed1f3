import { movedBlock } from '../blocks.js';
import type { Line, Page, StoredReading } from '../reading-model.js';

/**
 * The reading of some pages alone, as if they were a file: numbered from 1, with a text and offsets of their own. What the
 * file says of itself (title, author, files inside) belongs to no page and is left out. `first` and `last` count from 1,
 * both included.
 */
export function slicePages(reading: StoredReading, first: number, last: number): StoredReading {
  const wanted = reading.pages.slice(first - 1, last);
  const from = wanted[0]?.start ?? 0;
  const text = reading.text.slice(from, wanted.at(-1)?.end ?? from);
  const pages = wanted.map((page, index) => movedPage(page, index + 1, -from));
  return {
    mediaType: reading.mediaType,
    text,
    pages,
    email: null,
    metadata: {},
    hidden: reading.hidden
      .filter(({ page }) => page >= first && page <= last)
      .map((hidden) => ({ ...hidden, page: hidden.page - first + 1 })),
    receipt: receiptOf(reading, pages, text.length, last >= reading.pages.length),
  };
}

const isFailed = ({ width, provenance }: Page): boolean => provenance !== 'markup' && width === 0;

function receiptOf({ receipt }: StoredReading, pages: readonly Page[], characters: number, hasEnd: boolean) {
  const failed = pages.filter(isFailed).length;
  const empty = pages.filter((page) => !isFailed(page) && page.lines.length === 0).length;
  return {
    pages: { total: pages.length, read: pages.length - failed - empty, empty, failed },
    ocrPages: pages.filter(({ provenance, quality }) => provenance === 'ocr' || quality !== undefined).length,
    characters,
    childrenFound: 0,
    childrenSkipped: [],
    // What was cut is missing from the last page that there is.
    truncated: hasEnd && receipt.truncated,
    warnings: failed > 0 || (hasEnd && receipt.truncated) ? receipt.warnings : [],
  };
}

const movedPage = ({ lines, blocks, ...page }: Page, number: number, by: number): Page => ({
  ...page,
  number,
  start: page.start + by,
  end: page.end + by,
  lines: lines.map((line) => movedLine(line, by)),
  blocks: blocks.map((block) => movedBlock(block, by)),
});

const movedLine = (line: Line, by: number): Line => ({
  ...line,
  start: line.start + by,
  end: line.end + by,
  words: line.words.map((word) => ({ ...word, start: word.start + by, end: word.end + by })),
});
