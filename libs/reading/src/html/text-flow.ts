import type { BlockInput } from '../blocks.js';
import type { BlockKind } from '../reading-model.js';

/** What the next text belongs to. */
export interface FlowContext {
  readonly kind: Exclude<BlockKind, 'table'>;
  readonly level?: number;
}

export const PARAGRAPH: FlowContext = { kind: 'paragraph' };
const ENDS = /\r\n?|\n/;
/** White space that is more than one space. */
const UNFOLDED = /[\t\n\r\f]|  /;
const SPACE = 0x20;
/** Characters that nobody sees: soft hyphens, zero-width ones, what mail pads its preview text with. */
const UNSEEN = /\u00ad|\u034f|\u200b|\ufeff|[\u2060-\u2064]/g;
const SEEN = /[^\s\u200c-\u200f\u202a-\u202e\u2800]/;

/**
 * Collects running text the way a browser folds white space, and cuts it into blocks where elements begin and end.
 * Blocks go to `sink`, which changes inside the cells of tables.
 */
export class TextFlow {
  sink: BlockInput[] = [];
  context: FlowContext = PARAGRAPH;
  /** A list item's marker that waits for the item's first text. */
  marker: { readonly text: string; readonly level: number } | null = null;
  /** How many elements are open in which line ends count. */
  preformatted = 0;
  private buffer = '';
  private hasSpace = false;
  /** Line ends of `br` that are due before the next text. */
  private lineEnds = 0;
  /** Line ends that are due before the next block. */
  private breaks = 0;
  private isTight = true;
  private blockContext: FlowContext = PARAGRAPH;
  /** Terms of a definition list that wait for their definition. */
  private terms: string[] = [];

  /** Running text; references are decoded. */
  text(text: string): void {
    if (this.preformatted > 0) return this.preformattedText(text);
    const folded = UNFOLDED.test(text) ? text.replace(/[ \t\n\r\f]+/g, ' ') : text;
    const startsWithSpace = folded.charCodeAt(0) === SPACE;
    if (startsWithSpace) this.space();
    if (folded.length <= (startsWithSpace ? 1 : 0)) return;
    const endsWithSpace = folded.charCodeAt(folded.length - 1) === SPACE;
    this.append(
      startsWithSpace || endsWithSpace ? folded.slice(startsWithSpace ? 1 : 0, endsWithSpace ? -1 : undefined) : folded,
    );
    this.hasSpace = endsWithSpace;
  }

  /** Text with a space on both sides: what stands for a picture or a form's control. */
  word(text: string): void {
    this.space();
    this.text(text);
    this.space();
  }

  space(): void {
    if (this.buffer !== '') this.hasSpace = true;
  }

  lineEnd(): void {
    if (this.buffer !== '') this.lineEnds++;
    else if (this.marker === null) this.breaks = Math.min(2, this.breaks + 1);
  }

  /** Ends the block; the next one stands `breaks` line ends below. Before the first text of a list item it does nothing. */
  break(breaks: number): void {
    if (breaks === 0) return;
    this.flush();
    if (this.marker === null) this.breaks = Math.max(this.breaks, breaks);
  }

  startItem(marker: string, level: number): void {
    this.dropMarker();
    this.marker = { text: marker, level };
  }

  /** Text in the present context is a term: it stands before the definition that follows. */
  endTerm(): void {
    this.flush('term');
  }

  /** Terms without a definition stand for themselves. */
  endDefinition(breaks: number): void {
    this.break(breaks);
    this.emitTerms();
  }

  /** Ends a list item: a marker without text goes with it. */
  endItem(): void {
    this.break(1);
    this.dropMarker();
  }

  /** Ends the block that is being written, and terms and markers that wait. */
  finish(): void {
    this.flush();
    this.emitTerms();
    this.dropMarker();
  }

  /** What follows stands somewhere else, at the beginning of something new. */
  moveTo(sink: BlockInput[], context: FlowContext): void {
    this.sink = sink;
    this.context = context;
    this.breaks = 0;
    this.lineEnds = 0;
  }

  private append(text: string): void {
    if (this.lineEnds > 1 && this.preformatted === 0) {
      const breaks = this.lineEnds;
      this.lineEnds = 0;
      this.flush();
      this.breaks = Math.max(this.breaks, Math.min(2, breaks));
    }
    if (this.buffer === '') this.begin();
    else if (this.lineEnds > 0) this.buffer += '\n'.repeat(this.lineEnds);
    else if (this.hasSpace) this.buffer += ' ';
    this.lineEnds = 0;
    this.hasSpace = false;
    this.buffer += text;
  }

  private begin(): void {
    this.blockContext = this.context;
    const { marker } = this;
    this.isTight = this.takeBreaks();
    if (marker === null) return;
    this.marker = null;
    if (this.context.kind === 'paragraph') {
      this.blockContext = { kind: 'list-item', level: marker.level };
      this.buffer = `${marker.text} `;
    } else this.keepMarker(marker);
  }

  private takeBreaks(): boolean {
    const isTight = this.breaks < 2;
    this.breaks = 0;
    return isTight;
  }

  private flush(as: 'block' | 'term' = 'block'): void {
    const { buffer, lineEnds } = this;
    this.buffer = '';
    this.lineEnds = 0;
    this.hasSpace = false;
    if (buffer === '') return;
    if (lineEnds > 1) this.breaks = Math.max(this.breaks, 2);
    const text = buffer.replace(UNSEEN, '');
    // A line that shows nothing is an empty line.
    if (!SEEN.test(text)) this.breaks = 2;
    else if (as === 'term') this.terms.push(text.replace(/\s+/g, ' ').trim());
    else this.emit(text);
  }

  private emit(text: string): void {
    const { kind, level } = this.blockContext;
    const { isTight } = this;
    if (this.terms.length > 0 && kind === 'paragraph') {
      const terms = this.terms.splice(0).join(', ');
      this.sink.push({ kind: 'key-value', text: `${terms}${/[:：]$/.test(terms) ? '' : ':'} ${text.trim()}`, isTight });
      return;
    }
    this.emitTerms();
    const body = kind === 'heading' && text.includes('\n') ? text.replace(/\s+/g, ' ') : text;
    this.sink.push({ kind, text: body, isTight, ...(level === undefined ? {} : { level }) });
  }

  private emitTerms(): void {
    for (const text of this.terms.splice(0)) this.sink.push({ kind: 'paragraph', text, isTight: true });
  }

  private dropMarker(): void {
    if (this.marker !== null) this.keepMarker(this.marker);
    this.marker = null;
  }

  /** A number says something even where its item begins with something else than text; a bullet does not. */
  private keepMarker({ text, level }: { text: string; level: number }): void {
    if (text !== '-') this.sink.push({ kind: 'list-item', text, level, isTight: true });
  }

  private preformattedText(text: string): void {
    text.split(ENDS).forEach((line, index) => {
      if (index > 0) this.lineEnds++;
      if (this.buffer === '' ? line.trim() !== '' : line !== '') this.append(line);
    });
  }
}
