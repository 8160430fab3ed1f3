import { type BlockInput, movedBlock, paragraphsOf, writeBlocks } from './blocks.js';
import { boundSkipped } from './children/skipped-list.js';
import { placeBlocks } from './layout/block-offsets.js';
import { findBlocks } from './layout/page-blocks.js';
import type { LaidOutLine } from './layout/page-layout.js';
import type { PlacedPage } from './layout/placed-page.js';
import { type PlacedNote, writeLines, writeNotes } from './layout/write-page.js';
import type {
  Block,
  EmailContent,
  HiddenText,
  Line,
  Page,
  Provenance,
  ReadChild,
  Reading,
  SkippedChild,
} from './reading-model.js';
import { textLines } from './text-lines.js';

export interface PageInput {
  /** From 1. */
  readonly number: number;
  /** Points, as displayed. */
  readonly width: number;
  readonly height: number;
  readonly provenance: Provenance;
  readonly lines: readonly LaidOutLine[];
  /** 0..1, where some of the page was recognised. */
  readonly quality?: number;
  /** The size of what the words' rectangles are measured in, where that is not points. */
  readonly frame?: { readonly width: number; readonly height: number };
  /** What people noted on the page, measured as the lines are. */
  readonly notes?: readonly PlacedNote[];
}

/** A page whose blocks are found when all pages are there: what comes again on other pages is a header, for one. */
interface OpenPage {
  /** Among all pages, from 0. */
  readonly index: number;
  readonly placed: PlacedPage;
  readonly notes: readonly Block[];
}

/** Puts pages together into one reading whose offsets are right by construction, and counts what was read. */
export class ReadingBuilder {
  private text = '';
  private readonly pages: Page[] = [];
  private readonly open: OpenPage[] = [];
  private readonly children: ReadChild[] = [];
  private readonly skipped: SkippedChild[] = [];
  private readonly hidden: HiddenText[] = [];
  private readonly warnings = new Set<string>();
  private metadata: Readonly<Record<string, string>> = {};
  private email: EmailContent | null = null;
  private failedPages = 0;
  private unreadPages = 0;
  private ocrPages = 0;
  private childrenFound = 0;
  private truncated = false;
  private lost = false;

  constructor(
    private readonly mediaType: string,
    private readonly maxCharacters: number,
  ) {}

  get pageCount(): number {
    return this.pages.length;
  }

  get isFull(): boolean {
    return this.truncated;
  }

  /** Adds a page whose words have places. Pages are parted by an empty line. */
  addPage(page: PageInput): void {
    if (this.pages.length > 0) this.text += '\n\n';
    const start = this.text.length;
    const frame = page.frame ?? page;
    const laidOut = page.lines.filter(({ words }) => words.length > 0);
    const written = writeLines(laidOut, frame, start, this.maxCharacters - start);
    this.text += written.text;
    const gap = written.text === '' ? '' : '\n';
    const at = this.text.length + gap.length;
    const notes = writeNotes(page.notes ?? [], frame, at, this.maxCharacters - at);
    if (notes.text !== '') this.text += gap + notes.text;
    if (written.isCut || notes.isCut) this.truncated = true;
    this.open.push({
      index: this.pages.length,
      placed: {
        lines: laidOut.slice(0, written.lines.length),
        width: frame.width,
        height: frame.height,
        scale: frame.height > 0 ? page.height / frame.height : 1,
        isRecognised: page.provenance === 'ocr',
      },
      notes: notes.blocks,
    });
    this.pushPage(page, { start, lines: [...written.lines, ...notes.lines], blocks: [] });
    if (page.provenance === 'ocr' || page.quality !== undefined) this.ocrPages++;
  }

  /** Adds text without places as a page: lines end in `\n`, words are parted by white space. Answers where it stands. */
  addText(text: string, number: number = this.pages.length + 1): { start: number; end: number } {
    return this.addMarkup({ number }, (start) => ({ text, blocks: paragraphsOf(text, start) }));
  }

  /** Adds blocks of markup as a page: a body, a sheet, a slide. */
  addBlocks(
    blocks: readonly BlockInput[],
    page: { name?: string; number?: number } = {},
  ): { start: number; end: number } {
    const { number = this.pages.length + 1, name } = page;
    return this.addMarkup({ number, ...(name === undefined ? {} : { name }) }, (start) => writeBlocks(blocks, start));
  }

  /** Adds text whose blocks are known already, as a page; their offsets count from its beginning. */
  addWritten(written: { readonly text: string; readonly blocks: readonly Block[] }): { start: number; end: number } {
    return this.addMarkup({ number: this.pages.length + 1 }, (start) => ({
      text: written.text,
      blocks: start === 0 ? written.blocks : written.blocks.map((block) => movedBlock(block, start)),
    }));
  }

  /** A page that could not be read; it keeps its place among the pages. */
  addFailedPage(number: number, warning: string): void {
    if (this.pages.length > 0) this.text += '\n\n';
    this.pages.push({
      number,
      width: 0,
      height: 0,
      start: this.text.length,
      end: this.text.length,
      provenance: 'text-layer',
      lines: [],
      blocks: [],
    });
    this.failedPages++;
    this.warnings.add(warning);
  }

  /** Pages beyond a limit: counted as failed, so that the reading does not claim them. */
  addUnreadPages(count: number, warning: string): void {
    if (count <= 0) return;
    this.unreadPages += count;
    this.truncated = true;
    this.warnings.add(warning);
  }

  addChildren(found: number, children: readonly ReadChild[], skipped: readonly SkippedChild[] = []): void {
    this.childrenFound += found;
    this.children.push(...children);
    this.skipped.push(...skipped);
  }

  /** Text of a page (from 1) that nobody sees; white space alone is nothing. */
  addHidden(page: number, text: string, reason: HiddenText['reason']): void {
    const body = text.trim();
    if (body !== '' && this.hasRoom(body.length)) this.hidden.push({ page, text: body, reason });
  }

  setMetadata(metadata: Readonly<Record<string, string>>): void {
    this.metadata = metadata;
  }

  setEmail(email: EmailContent): void {
    this.email = email;
  }

  warn(code: string): void {
    this.warnings.add(code);
  }

  /** A part of unknown size is missing: damaged, or beyond a limit. The reading does not count as whole. */
  lose(code: string): void {
    this.lost = true;
    this.warnings.add(code);
  }

  build(): Reading {
    this.closePages();
    const total = this.pages.length + this.unreadPages;
    const failed = this.failedPages + this.unreadPages;
    const empty = this.pages.filter((page) => page.lines.length === 0).length - this.failedPages;
    return {
      mediaType: this.mediaType,
      text: this.text,
      pages: this.pages,
      children: this.children,
      email: this.email,
      metadata: this.metadata,
      hidden: this.hidden,
      receipt: {
        pages: { total, read: total - failed - empty, empty, failed },
        ocrPages: this.ocrPages,
        characters: this.text.length,
        childrenFound: this.childrenFound,
        childrenSkipped: boundSkipped(this.skipped),
        truncated: this.truncated || this.lost,
        warnings: [...this.warnings],
      },
    };
  }

  private hasRoom(length: number): boolean {
    if (this.text.length + length <= this.maxCharacters) return true;
    this.truncated = true;
    return false;
  }

  private closePages(): void {
    const found = findBlocks(this.open.map(({ placed }) => placed));
    for (const [at, { index, notes }] of this.open.entries()) {
      const page = this.pages[index];
      if (page !== undefined)
        this.pages[index] = { ...page, blocks: [...placeBlocks(found[at] ?? [], page.lines), ...notes] };
    }
    this.open.length = 0;
  }

  private addMarkup(
    page: { number: number; name?: string },
    write: (start: number) => { text: string; blocks: readonly Block[] },
  ): { start: number; end: number } {
    if (this.pages.length > 0) this.text += '\n\n';
    const start = this.text.length;
    const { text, blocks } = write(start);
    const kept = this.withinRoom(text);
    this.text += kept;
    const end = this.text.length;
    const lines = textLines(kept, start);
    this.pushPage(
      { width: 0, height: 0, provenance: 'markup', ...page },
      { start, lines, blocks: blocks.filter((block) => block.end <= end) },
    );
    return { start, end };
  }

  private withinRoom(text: string): string {
    const room = Math.max(0, this.maxCharacters - this.text.length);
    if (text.length <= room) return text;
    this.truncated = true;
    return text.slice(0, isHighSurrogate(text.charCodeAt(room - 1)) ? room - 1 : room);
  }

  private pushPage(
    page: Omit<PageInput, 'lines' | 'notes'> & { name?: string },
    { start, lines, blocks }: { start: number; lines: readonly Line[]; blocks: readonly Block[] },
  ): void {
    const { number, name, width, height, provenance, quality } = page;
    this.pages.push({
      number,
      ...(name === undefined ? {} : { name }),
      width,
      height,
      start,
      end: this.text.length,
      provenance,
      ...(quality === undefined ? {} : { quality }),
      lines,
      blocks,
    });
  }
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
