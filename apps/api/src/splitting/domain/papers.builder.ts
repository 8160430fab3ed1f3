import type { Page, StoredReading } from '@app/reading';

/** A line of a page: its text, how far down it stands (0 to 1), and how high it is (0.012 is usual). */
export type PrintedLine = readonly [text: string, y: number, height?: number];

export interface Paper {
  readonly lines: readonly PrintedLine[];
  readonly width?: number;
  readonly height?: number;
}

/** For specs: a reading of pages with these lines. */
export function readingOf(papers: readonly Paper[]): StoredReading {
  let text = '';
  const pages = papers.map(({ lines, width = 595, height = 842 }, index): Page => {
    if (index > 0) text += '\n\n';
    const start = text.length;
    const placed = lines.map(([line, y, size = 0.012], at) => {
      if (at > 0) text += '\n';
      const from = text.length;
      text += line;
      const box = { x: 0.1, y, width: Math.min(0.8, line.length / 100), height: size };
      return { start: from, end: text.length, box, words: [] };
    });
    return {
      number: index + 1,
      width,
      height,
      start,
      end: text.length,
      provenance: 'text-layer',
      lines: placed,
      blocks: [],
    };
  });
  return {
    mediaType: 'application/pdf',
    text,
    pages,
    email: null,
    metadata: {},
    hidden: [],
    receipt: {
      pages: { total: pages.length, read: pages.length, empty: 0, failed: 0 },
      ocrPages: 0,
      characters: text.length,
      childrenFound: 0,
      childrenSkipped: [],
      truncated: false,
      warnings: [],
    },
  };
}
