import type { Box, StoredReading, Word } from '@app/reading';
import { QuoteFinder } from '@app/text';
import type { Candidate, Grounding, GroundingMatch } from './field-model.js';
import { fold } from './tokens.js';

type Stretch = Pick<Candidate, 'start' | 'end' | 'parts'>;

/** Finds pages, lines, quotes and boxes of spans of one reading; built once a document. */
export class Grounder {
  /** Says where a quote stands in the text. */
  readonly quotes: QuoteFinder;
  private readonly words: readonly Word[];

  constructor(
    private readonly reading: Pick<StoredReading, 'text' | 'pages'>,
    readonly documentId: string,
  ) {
    this.quotes = new QuoteFinder(reading.text);
    this.words = reading.pages
      .flatMap((page) => page.lines.flatMap((line) => line.words))
      .toSorted((a, b) => a.start - b.start);
  }

  ground(stretch: Stretch, match: GroundingMatch): Grounding | null {
    const { start, end } = stretch;
    if (!(start >= 0 && end > start && end <= this.reading.text.length)) return null;
    const page = this.pageAt(start);
    const box = this.boxOf(stretch.parts ?? [stretch], page);
    return { documentId: this.documentId, page, quote: this.quote(start, end), span: [start, end], box, match };
  }

  /** The product of the certainties with which the words of a stretch were recognised, at least 0.3. */
  legibility(stretch: Stretch): number {
    const words = (stretch.parts ?? [stretch]).flatMap((part) => this.wordsIn(part.start, part.end));
    return Math.max(
      0.3,
      words.reduce((product, word) => product * (word.confidence ?? 1), 1),
    );
  }

  private pageAt(offset: number): number {
    const page = this.reading.pages.findLast((one) => one.start <= offset);
    return page?.number ?? 1;
  }

  /** The line around the span, or the span itself where it goes over lines or the line is long. */
  private quote(start: number, end: number): string {
    const { text } = this.reading;
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const next = text.indexOf('\n', end);
    const to = next < 0 ? text.length : next;
    const single = !text.slice(start, end).includes('\n') && to - from <= 240;
    return (single ? text.slice(from, to) : text.slice(start, end)).trim();
  }

  private boxOf(parts: readonly { start: number; end: number }[], page: number): Box | null {
    const bounds = this.reading.pages.find((one) => one.number === page);
    const boxes = parts
      .flatMap((part) => this.wordsIn(part.start, part.end))
      .flatMap((word) => (word.box && (!bounds || word.start < bounds.end) ? [word.box] : []));
    if (boxes.length === 0) return null;
    const x = Math.min(...boxes.map((box) => box.x));
    const y = Math.min(...boxes.map((box) => box.y));
    const right = Math.max(...boxes.map((box) => box.x + box.width));
    const bottom = Math.max(...boxes.map((box) => box.y + box.height));
    return { x, y, width: right - x, height: bottom - y };
  }

  private wordsIn(start: number, end: number): Word[] {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.words[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const found: Word[] = [];
    for (let at = low; at < this.words.length && (this.words[at]?.start ?? end) < end && found.length < 2_000; at++) {
      const word = this.words[at];
      if (word) found.push(word);
    }
    return found;
  }
}

/** How the value compares with what is printed. */
export function matchOf(value: string, raw: string, derived: boolean): GroundingMatch {
  if (derived) return 'none';
  if (raw === value) return 'exact';
  const plain = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');
  if (plain(raw) === plain(value) || /^[-\d.]+$/.test(value) || /^\d{4}-\d{2}-\d{2}$/.test(value)) return 'normalized';
  return plain(raw).includes(plain(value)) ? 'normalized' : 'fuzzy';
}
