import type { BlockInput } from '../blocks.js';
import { FlowWriter } from '../flow/flow-writer.js';
import type { RowShape } from '../flow/row-shape.js';

/** What is known of a paragraph when it ends. */
export interface ParagraphState {
  readonly style: number | null;
  /** From 0; null where only the style says. */
  readonly outlineLevel: number | null;
  /** Depth in a list from 0. */
  readonly listDepth: number;
  readonly isInTable: boolean;
}

export const PLAIN_PARAGRAPH: ParagraphState = { style: null, outlineLevel: null, listDepth: 0, isInTable: false };

/** A text of its own: the body, a header, a note, what stands in a shape. */
export class RtfStory {
  private readonly flow = new FlowWriter();
  private text = '';
  private marker = '';
  /** What stands beside the paragraph that is open. */
  private beside: BlockInput[] = [];

  constructor(private readonly headingLevelOf: (paragraph: ParagraphState) => number | null) {}

  write(text: string): void {
    this.text += text;
  }

  setMarker(marker: string): void {
    this.marker = marker.trim();
  }

  /** Blocks that are shown near the paragraph that is open; they come after it. */
  addBeside(blocks: readonly BlockInput[]): void {
    this.beside.push(...blocks);
  }

  endParagraph(paragraph: ParagraphState): void {
    const { marker, beside } = this;
    // Half of a pair may come alone in files that are damaged.
    const text = this.text.toWellFormed();
    this.text = '';
    this.marker = '';
    this.beside = [];
    const isInTable = paragraph.isInTable;
    const headingLevel = text.trim() === '' ? null : this.headingLevelOf(paragraph);
    const list = marker === '' ? {} : { marker, listLevel: paragraph.listDepth + 1 };
    this.flow.paragraph({ text, headingLevel, ...list }, isInTable);
    if (beside.length > 0) this.flow.add(beside, isInTable);
  }

  endCell(paragraph: ParagraphState): void {
    this.endParagraph({ ...paragraph, isInTable: true });
    this.flow.endCell();
  }

  endRow(paragraph: ParagraphState, shape: RowShape | null): void {
    if (this.hasOpenText) this.endParagraph({ ...paragraph, isInTable: true });
    this.flow.endRow(shape);
  }

  finish(paragraph: ParagraphState = PLAIN_PARAGRAPH): readonly BlockInput[] {
    if (this.hasOpenText) this.endParagraph(paragraph);
    return this.flow.finish();
  }

  private get hasOpenText(): boolean {
    return this.text.trim() !== '' || this.beside.length > 0;
  }
}
