import { type DocumentLook, lookOf } from './document-look.js';
import { headingSize, MAX_HEADING_LINES, rankHeadings } from './headings.js';
import { factsOf, type LineFacts } from './line-facts.js';
import { beginsSmall, isNoteMark, labelledValues, listMark } from './line-marks.js';
import type { LaidOutLine } from './page-layout.js';
import { type FoundBlock, lineBlock, middleOf, type PlacedPage } from './placed-page.js';
import { type RunningKind, runningLines } from './running-lines.js';
import { findTables, type TablePlace } from './tables.js';

/** The blocks of all pages, in reading order. Every word of a page is in exactly one block. */
export function findBlocks(pages: readonly PlacedPage[]): readonly FoundBlock[][] {
  const look = lookOf(pages);
  const running = runningLines(pages);
  return rankHeadings(pages.map((page, index) => new PageBlocks(page, look, running[index] ?? new Map()).find()));
}

/** Part of a column's width: a line that ends before it is short; there its paragraph may end. */
const SHORT_LINE = 0.8;
/** First lines are set in by one to this many line heights. */
const INDENT = 0.9;
const MOST_INDENT = 6;
/** Footnotes stand in the lower part of the page, in smaller type, with nothing but their likes below. */
const NOTE_ZONE = 0.5;
const NOTE_SIZE = 0.93;
const SAME_SIZE = 1.1;

class PageBlocks {
  private readonly blocks: FoundBlock[] = [];
  private readonly lines: readonly LaidOutLine[];
  private readonly facts: readonly LineFacts[];
  private readonly tables = new Map<number, TablePlace>();
  /** Lefts of the list items that the last one is in, from the outermost. */
  private listLefts: number[] = [];

  constructor(
    private readonly page: PlacedPage,
    private readonly look: DocumentLook,
    private readonly running: ReadonlyMap<number, RunningKind>,
  ) {
    this.lines = page.lines;
    this.facts = factsOf(page);
    for (const table of findTables(this.lines, (index) => !running.has(index))) this.tables.set(table.first, table);
  }

  find(): FoundBlock[] {
    for (let index = 0; index < this.lines.length;) index = this.addBlock(index);
    return this.blocks;
  }

  /** Adds the block that begins with this line; answers the line behind it. */
  private addBlock(index: number): number {
    const running = this.running.get(index);
    if (running !== undefined) {
      const last = this.extend(index, (next) => this.running.get(next) === running);
      return this.push(lineBlock(running, this.lines, index, last));
    }
    const found = this.tables.get(index);
    if (found !== undefined)
      return this.push({ ...lineBlock('table', this.lines, index, found.last), table: found.table });
    if (this.isNote(index)) return this.push(this.textBlock('note', index, (next) => this.continuesNote(next)));
    const size = this.headingAt(index);
    if (size !== null)
      return this.push({ ...this.textBlock('heading', index, (next) => this.continuesHeading(next, index)), size });
    const mark = listMark(this.line(index));
    if (mark !== null) return this.addListItem(index, mark === 'bullet');
    if (this.addLabelledValues(index)) return index + 1;
    return this.push(this.textBlock('paragraph', index, (next) => this.continuesParagraph(next)));
  }

  private push(block: FoundBlock): number {
    if (block.kind !== 'list-item') this.listLefts = [];
    this.blocks.push(block);
    return block.to.line + 1;
  }

  private line(index: number): LaidOutLine {
    const line = this.lines[index];
    if (line === undefined) throw new RangeError('no such line');
    return line;
  }

  /** Last of the lines from `first` that each belong to the one before. */
  private extend(first: number, belongs: (index: number) => boolean): number {
    let last = first;
    while (last + 1 < this.lines.length && belongs(last + 1)) last++;
    return last;
  }

  /** A block of lines that stand tight. */
  private textBlock(kind: FoundBlock['kind'], first: number, belongs: (index: number) => boolean): FoundBlock {
    const last = this.extend(
      first,
      (next) =>
        this.facts[next]?.isTight === true && !this.running.has(next) && !this.tables.has(next) && belongs(next),
    );
    return lineBlock(kind, this.lines, first, last);
  }

  private headingAt(index: number): number | null {
    const facts = this.facts[index];
    if (facts === undefined || this.tables.has(index)) return null;
    const line = this.line(index);
    const size = headingSize(line, facts, this.page, this.look);
    // A label with its value may be large or bold too.
    return size !== null && labelledValues(line) === null ? size : null;
  }

  private continuesHeading(index: number, first: number): boolean {
    const [start, line] = [this.line(first), this.line(index)];
    if (index - first >= MAX_HEADING_LINES || start.isBold !== line.isBold || listMark(line) !== null) return false;
    return (
      Math.max(start.size, line.size) <= SAME_SIZE * Math.min(start.size, line.size) && this.headingAt(index) !== null
    );
  }

  private continuesParagraph(index: number): boolean {
    const line = this.line(index);
    if (this.beginsItem(index) || this.headingAt(index) !== null) return false;
    if (!beginsSmall(line) && labelledValues(line) !== null) return false;
    return !this.beginsParagraph(index);
  }

  /** Whether a mark begins an item, and does not just stand at the beginning of a sentence's next line: "twenty / (20)". */
  private beginsItem(index: number): boolean {
    const line = this.line(index);
    const mark = listMark(line);
    if (mark !== 'ordinal') return mark !== null;
    const previous = this.line(index - 1);
    const isSetIn = Math.abs(line.rect.left - previous.rect.left) > INDENT * line.size;
    return isSetIn || this.isShort(index - 1) || /[.;:,!?]$|^(?:and|or)$/.test(previous.words.at(-1)?.text ?? '');
  }

  private isShort(index: number): boolean {
    const { left = 0, right = 0 } = this.facts[index] ?? {};
    return this.line(index).rect.right - left < SHORT_LINE * (right - left);
  }

  /** Set in, after a line that may have ended a paragraph. */
  private beginsParagraph(index: number): boolean {
    const [previous, line] = [this.line(index - 1), this.line(index)];
    const indent = (line.rect.left - previous.rect.left) / Math.max(line.size, 1e-6);
    if (indent < INDENT || indent > MOST_INDENT) return false;
    return this.isShort(index - 1) || /[.!?:;"”»)]$/.test(previous.words.at(-1)?.text ?? '');
  }

  private addListItem(first: number, isBullet: boolean): number {
    const { rect, size } = this.line(first);
    const least = rect.left - size / 2;
    while ((this.listLefts.at(-1) ?? -Infinity) > rect.left + size / 2) this.listLefts.pop();
    if ((this.listLefts.at(-1) ?? -Infinity) < least) this.listLefts.push(rect.left);
    const level = this.listLefts.length;
    // The lines below a bullet are set in; those below a number may go back to the margin.
    const continues = (next: number): boolean =>
      (!isBullet || this.line(next).rect.left >= least) && !this.beginsItem(next) && this.headingAt(next) === null;
    return this.push({ ...this.textBlock('list-item', first, continues), level });
  }

  /** A line that is nothing but labels with their values, as a block each. */
  private addLabelledValues(index: number): boolean {
    const pairs = labelledValues(this.line(index));
    if (pairs === null) return false;
    for (const { from, to } of pairs)
      this.push({ kind: 'key-value', from: { line: index, word: from }, to: { line: index, word: to } });
    return true;
  }

  private isNote(index: number): boolean {
    const line = this.line(index);
    return (
      !this.page.isRecognised &&
      line.size * this.page.scale < NOTE_SIZE * this.look.bodySize &&
      middleOf(line) > NOTE_ZONE * this.page.height &&
      isNoteMark(line) &&
      (this.facts[index]?.largestBelow ?? 0) <= SAME_SIZE * line.size
    );
  }

  private continuesNote(index: number): boolean {
    return !isNoteMark(this.line(index));
  }
}
