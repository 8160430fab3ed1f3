import type { Line, Page, StoredReading } from '@app/reading';

interface Sheet {
  /** Points; A4 where it is not said. */
  readonly width?: number;
  readonly height?: number;
}

/** For tests: a reading of pages of lines as a text layer gives them: one under the other, as wide as their text. */
export function readingOf(pages: readonly string[], { width = 595, height = 842 }: Sheet = {}): StoredReading {
  let text = '';
  const read = pages.map((page, index): Page => {
    if (index > 0) text += '\n\n';
    const start = text.length;
    const rows = page.trim().split('\n');
    const lines = rows.map((row, at): Line => {
      if (at > 0) text += '\n';
      const from = text.length;
      text += row.trim();
      const box = { x: 0.1, y: (at + 1) / (rows.length + 2), width: Math.min(0.8, row.length / 110), height: 0.012 };
      return { start: from, end: text.length, box, words: [] };
    });
    return { number: index + 1, width, height, start, end: text.length, provenance: 'text-layer', lines, blocks: [] };
  });
  return {
    mediaType: 'application/pdf',
    text,
    pages: read,
    email: null,
    metadata: {},
    hidden: [],
    receipt: {
      pages: { total: read.length, read: read.length, empty: 0, failed: 0 },
      ocrPages: 0,
      characters: text.length,
      childrenFound: 0,
      childrenSkipped: [],
      truncated: false,
      warnings: [],
    },
  };
}
