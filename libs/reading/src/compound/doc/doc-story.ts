import type { BlockInput } from '../../blocks.js';
import { symbolText } from '../../encoding/symbol-fonts.js';
import { FlowWriter } from '../../flow/flow-writer.js';
import type { DocLists } from './doc-lists.js';
import type { Range } from './doc-parts.js';
import type { DocStyles } from './doc-styles.js';
import { FieldCodes } from './field-codes.js';
import type { CharacterFormat, Formatting, ParagraphFormat } from './formatting.js';
import type { DocText } from './pieces.js';

/** What is known of a document while its texts are read. */
export interface DocContext {
  readonly text: DocText;
  readonly formatting: Formatting;
  readonly styles: DocStyles;
  readonly lists: DocLists;
  /** The name of a symbol font. */
  readonly fontAt: (font: number | undefined) => string;
  /** What stands for a note at a place in the body. */
  readonly markAt: (place: number) => string;
  /** What is shown beside the text that is anchored at a place. */
  readonly besideAt: (place: number) => readonly BlockInput[];
  readonly hide: (text: string) => void;
  /** What stands for a picture of the data stream where it cannot be seen. */
  readonly picture: (at: number) => readonly BlockInput[];
}

/** Marks that end paragraphs, cells and pages, and stand for what is no character ([MS-DOC] 2.4.1). */
const PICTURE = 0x01;
const NOTE = 0x02;
const CELL_END = 0x07;
const SHAPE = 0x08;
const PAGE_END = 0x0c;
const PARAGRAPH_END = 0x0d;
const COLUMN_END = 0x0e;
const SYMBOL = 0x28;
/** Characters of symbol fonts. */
const SYMBOLS_FROM = 0xf020;
const SYMBOLS_TO = 0xf0ff;

/** Tabs, line ends and hyphens that may not break a line; those that may are not seen where they do not. */
const SIGNS: ReadonlyMap<number, string> = new Map([
  [0x09, '\t'],
  [0x0b, '\n'],
  [0x1e, '-'],
]);

/** Lists that a paragraph may name; others mean that it is in none (2.6.2, sprmPIlfo). */
const MAX_LIST = 0x7fe;

/** The blocks of one text of the document. */
export function storyBlocks(range: Range, context: DocContext): readonly BlockInput[] {
  return new DocStory(range, context).read();
}

class DocStory {
  private readonly flow = new FlowWriter();
  private readonly fields: FieldCodes;
  private text = '';
  private hidden = '';
  private beside: BlockInput[] = [];
  private lastEnd = 0;

  constructor(
    private readonly range: Range,
    private readonly context: DocContext,
  ) {
    this.fields = new FieldCodes(context.text.text, range.from, range.to);
  }

  read(): readonly BlockInput[] {
    const { text } = this.context.text;
    const to = Math.min(this.range.to, text.length);
    for (let place = this.range.from; place < to; place++)
      if (!this.fields.has(place)) this.take(text.charCodeAt(place), place);
    if (this.text.trim() !== '' || this.beside.length > 0) this.endParagraph({ style: 0 });
    return this.flow.finish();
  }

  private take(code: number, place: number): void {
    if (code === PARAGRAPH_END || code === CELL_END || code === PAGE_END || code === COLUMN_END) this.end(code, place);
    else this.character(code, place);
  }

  private character(code: number, place: number): void {
    const format = this.context.formatting.charactersAt(this.context.text.placeOf(place));
    const text = this.characterText(code, place, format);
    if (text === '') return;
    if (format.isHidden === true || format.isDeleted === true) this.hidden += text;
    else this.text += text;
  }

  private characterText(code: number, place: number, format: CharacterFormat): string {
    if (code === SYMBOL && format.symbol !== undefined)
      return symbolText(format.symbol, this.context.fontAt(format.font));
    if (code >= SYMBOLS_FROM && code <= SYMBOLS_TO) return symbolText(code, this.context.fontAt(format.font));
    if (code >= 0x20) return String.fromCharCode(code);
    if (code === NOTE) return this.context.markAt(place);
    if (code === PICTURE && format.pictureAt !== undefined && format.isObject !== true)
      this.beside.push(...this.context.picture(format.pictureAt));
    if (code === SHAPE) this.beside.push(...this.context.besideAt(place));
    return SIGNS.get(code) ?? '';
  }

  private end(code: number, place: number): void {
    const { formatting, text, styles } = this.context;
    const format = styles.resolve(formatting.paragraphAt(text.placeOf(place)));
    if (code !== CELL_END) this.endParagraph(format);
    else if (this.endsRow(format, place)) this.endRow(format);
    else {
      this.endParagraph({ ...format, isInTable: true });
      this.flow.endCell();
    }
    this.lastEnd = place;
  }

  /** Rows of old files end with two marks, as their last cell does too. */
  private endsRow(format: ParagraphFormat, place: number): boolean {
    if (this.context.formatting.hasParagraphs) return format.isRowEnd === true;
    return this.lastEnd === place - 1 && this.context.text.text.charCodeAt(place - 1) === CELL_END;
  }

  private endRow({ row, isHeaderRow }: ParagraphFormat): void {
    this.text = '';
    this.flow.endRow(row === undefined ? null : { ...row, isHeader: isHeaderRow === true });
  }

  private endParagraph(format: ParagraphFormat): void {
    const { text, beside } = this;
    if (this.hidden.trim() !== '') this.context.hide(this.hidden);
    this.text = '';
    this.hidden = '';
    this.beside = [];
    const isInTable = format.isInTable === true;
    const headingLevel = text.trim() === '' ? null : this.context.styles.headingLevel(format);
    this.flow.paragraph({ text: text.toWellFormed(), headingLevel, ...this.listOf(format) }, isInTable);
    if (beside.length > 0) this.flow.add(beside, isInTable);
  }

  private listOf({ list = 0, listDepth = 0 }: ParagraphFormat): { marker?: string; listLevel?: number } {
    if (list < 1 || list > MAX_LIST) return {};
    const marker = this.context.lists.next(list, listDepth);
    return marker === '' ? {} : { marker, listLevel: listDepth + 1 };
  }
}
