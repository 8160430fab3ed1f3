import type { Line, Page, StoredReading, Word } from '@app/reading';

/** A word at a place: text, left and top in points; ten points high, six points a letter. */
export type PlacedText = readonly [text: string, left: number, top: number];

const PAGE = { width: 600, height: 800 };
const LETTER = 6;
const HEIGHT = 10;

function lineOf(pieces: readonly PlacedText[], start: number): { line: Line; text: string } {
  let text = '';
  const words: Word[] = [];
  for (const [piece, left, top] of pieces) {
    if (text !== '') text += '   ';
    const from = start + text.length;
    for (const match of piece.matchAll(/\S+/g))
      words.push({
        start: from + match.index,
        end: from + match.index + match[0].length,
        box: {
          x: (left + match.index * LETTER) / PAGE.width,
          y: top / PAGE.height,
          width: (match[0].length * LETTER) / PAGE.width,
          height: HEIGHT / PAGE.height,
        },
      });
    text += piece;
  }
  return { line: { start, end: start + text.length, box: null, words }, text };
}

/** A one-page reading with boxes from lines of placed texts, as a PDF gives it. */
export function placedReading(
  lines: readonly (readonly PlacedText[])[],
  provenance: Page['provenance'] = 'text-layer',
): StoredReading {
  let text = '';
  const built: Line[] = [];
  for (const pieces of lines) {
    const { line, text: own } = lineOf(pieces, text.length);
    built.push(line);
    text += `${own}\n`;
  }
  return readingOf(text.trimEnd(), [
    { number: 1, ...PAGE, start: 0, end: text.trimEnd().length, provenance, lines: built, blocks: [] },
  ]);
}

/** The same of several pages. */
export function placedPages(
  pages: readonly (readonly (readonly PlacedText[])[])[],
  provenance: Page['provenance'] = 'text-layer',
): StoredReading {
  let text = '';
  const built = pages.map((lines, at): Page => {
    const start = text.length;
    const own = lines.map((pieces) => {
      const { line, text: words } = lineOf(pieces, text.length);
      text += `${words}\n`;
      return line;
    });
    return { number: at + 1, ...PAGE, start, end: text.length, provenance, lines: own, blocks: [] };
  });
  return readingOf(text, built);
}

/** A reading without boxes, as a text file gives it. */
export function textReading(text: string): StoredReading {
  // As readers of text give them: no words, no boxes, no empty lines.
  const lines = [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
    box: null,
    words: [],
  }));
  return readingOf(text, [
    { number: 1, width: 0, height: 0, start: 0, end: text.length, provenance: 'markup', lines, blocks: [] },
  ]);
}

const readingOf = (text: string, pages: readonly Page[]): StoredReading => ({
  mediaType: 'application/pdf',
  text,
  pages,
  email: null,
  metadata: {},
  hidden: [],
  receipt: {
    pages: { total: 1, read: 1, empty: 0, failed: 0 },
    ocrPages: 0,
    characters: text.length,
    childrenFound: 0,
    childrenSkipped: [],
    truncated: false,
    warnings: [],
  },
});
