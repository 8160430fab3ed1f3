import type { RawWord } from '../layout/geometry.js';

const WORD_LEVEL = '5';

/**
 * Words of tesseract's TSV output: level, page, block, paragraph, line, word, left, top, width, height, confidence
 * (0..100, -1 for what is no word), text.
 */
export function parseTsv(tsv: string): RawWord[] {
  const words: RawWord[] = [];
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t');
    if (cells[0] !== WORD_LEVEL) continue;
    const [left, top, width, height, confidence] = cells.slice(6, 11).map(Number);
    const text = cells.slice(11).join('\t').trim();
    if (text === '' || left === undefined || top === undefined || width === undefined || height === undefined) continue;
    if (![left, top, width, height].every(Number.isFinite)) continue;
    words.push({
      text,
      rect: { left, top, right: left + width, bottom: top + height },
      direction: 0,
      confidence: Math.min(1, Math.max(0, (confidence ?? 0) / 100)),
    });
  }
  return words;
}
