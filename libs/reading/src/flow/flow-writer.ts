import type { BlockInput, CellInput } from '../blocks.js';
import { cellText } from './recast.js';
import { type RowShape, spanRows } from './row-shape.js';

/** A paragraph of a word processor. */
export interface FlowParagraph {
  readonly text: string;
  /** From 1. */
  readonly headingLevel?: number | null;
  /** Number or bullet of a list item. */
  readonly marker?: string;
  /** Depth of a list item from 1. */
  readonly listLevel?: number;
}

interface OpenRow {
  readonly cells: readonly (readonly BlockInput[])[];
  readonly shape: RowShape | null;
}

/**
 * Puts the blocks of a text together that comes as a stream of paragraphs, where marks end cells and rows (RTF, Word's binary
 * format): a table is what lies between paragraphs that are in none.
 */
export class FlowWriter {
  private readonly written: BlockInput[] = [];
  private readonly rows: OpenRow[] = [];
  private cells: (readonly BlockInput[])[] = [];
  private cell: BlockInput[] = [];

  /** Adds a paragraph; in a table it belongs to the cell that is not yet ended. One that says nothing only ends a table. */
  paragraph(paragraph: FlowParagraph, isInTable: boolean): void {
    this.add(paragraph.text.trim() === '' ? [] : [blockOf(paragraph)], isInTable);
  }

  /** Adds what stands beside the text here: text boxes, alternative texts. */
  add(blocks: readonly BlockInput[], isInTable: boolean): void {
    if (!isInTable) this.endTable();
    const target = isInTable ? this.cell : this.written;
    for (const block of blocks) target.push(block);
  }

  endCell(): void {
    this.cells.push(this.cell);
    this.cell = [];
  }

  endRow(shape: RowShape | null): void {
    if (this.cell.length > 0) this.endCell();
    if (this.cells.length > 0) this.rows.push({ cells: this.cells, shape });
    this.cells = [];
  }

  /** All blocks; a table that was not ended ends here. */
  finish(): readonly BlockInput[] {
    this.endTable();
    return this.written;
  }

  private endTable(): void {
    this.endRow(null);
    if (this.rows.length === 0) return;
    const rows = this.rows.splice(0);
    const [first] = rows;
    // A frame around text is no table.
    if (rows.length === 1 && first?.cells.length === 1)
      for (const block of first.cells[0] ?? []) this.written.push(block);
    else
      this.written.push({
        kind: 'table',
        rows: spanRows(rows.map(({ cells, shape }) => ({ cells: cells.map(cellOf), shape }))),
      });
  }
}

const cellOf = (blocks: readonly BlockInput[]): CellInput => ({ text: cellText(blocks) });

const MAX_HEADING = 6;

function blockOf({ text, headingLevel, marker, listLevel }: FlowParagraph): BlockInput {
  const body = marker === undefined || marker === '' ? text : `${marker} ${text.trimStart()}`;
  if (headingLevel !== undefined && headingLevel !== null)
    return { kind: 'heading', level: Math.min(MAX_HEADING, headingLevel), text: body };
  return listLevel === undefined
    ? { kind: 'paragraph', text: body }
    : { kind: 'list-item', level: listLevel, text: body };
}
