import type { BlockInput } from '../blocks.js';
import { type HtmlAttributes, numberOf, parseAttributes } from './attributes.js';
import type { HtmlList } from './list-marker.js';
import { type HtmlCell, tableBlocks } from './table-blocks.js';
import type { TagRole } from './tags.js';
import { type FlowContext, PARAGRAPH, type TextFlow } from './text-flow.js';

/** Tables inside each other; those beyond are taken as running text. */
const MAX_TABLES = 24;

export const TABLE_PARTS = ['table', 'section', 'row', 'cell'] as const satisfies readonly TagRole[];
export type TablePart = (typeof TABLE_PARTS)[number];
export const isTablePart = (role: TagRole): role is TablePart => (TABLE_PARTS as readonly TagRole[]).includes(role);

/** A grid that is drawn: in tables that only place things it is switched off. */
const BORDER = /(?:^|\s)border\s*=\s*["']?\s*[1-9]/i;

interface OpenTable {
  readonly isBordered: boolean;
  readonly rows: HtmlCell[][];
  /** The cell that is being read, and its blocks. */
  cell: { readonly blocks: BlockInput[]; readonly isHeader: boolean; readonly attributes: HtmlAttributes } | null;
  isInHead: boolean;
  readonly outerSink: BlockInput[];
  readonly outerLists: HtmlList[];
  readonly outerContext: FlowContext;
}

/** Lists that are open at a place; each cell of a table has its own. */
export interface ListsHere {
  lists: HtmlList[];
}

/** The open tables of a page: while a cell is open, blocks go into it; a table's blocks go where the table stands. */
export class OpenTables {
  private readonly tables: OpenTable[] = [];
  /** Tables beyond `MAX_TABLES`. */
  private flat = 0;

  constructor(
    private readonly flow: TextFlow,
    private readonly place: ListsHere,
  ) {}

  open(part: TablePart, name: string, raw: string): void {
    if (part === 'table') return this.openTable(raw);
    const table = this.flat > 0 ? undefined : this.tables.at(-1);
    if (table === undefined) this.flatPart(part);
    else if (part === 'section') table.isInHead = name === 'thead';
    else if (part === 'row') table.rows.push([]);
    else this.openCell(table, name === 'th', raw);
  }

  close(part: TablePart): void {
    const table = this.flat > 0 ? undefined : this.tables.at(-1);
    if (table === undefined) {
      if (part === 'table') this.flat--;
      return this.flatPart(part);
    }
    if (part === 'section') table.isInHead = false;
    else if (part === 'cell') this.closeCell(table);
    else if (part === 'table') this.closeTable(table);
  }

  /** Parts of a table without a table, or of one that is too deep. */
  private flatPart(part: TablePart): void {
    if (part === 'cell') this.flow.space();
    else this.flow.break(1);
  }

  private openTable(raw: string): void {
    this.flow.finish();
    this.flow.break(2);
    if (this.flat > 0 || this.tables.length >= MAX_TABLES) {
      this.flat++;
      return;
    }
    this.tables.push({
      isBordered: BORDER.test(raw),
      rows: [],
      cell: null,
      isInHead: false,
      outerSink: this.flow.sink,
      outerLists: this.place.lists,
      outerContext: this.flow.context,
    });
  }

  private openCell(table: OpenTable, isHeader: boolean, raw: string): void {
    this.closeCell(table);
    // Text between the parts of a table is no part of it; it stands before the table.
    this.flow.finish();
    // Few cells have spans: the others' attributes need not be read.
    const attributes = /(?:row|col)span/i.test(raw) ? parseAttributes(raw) : {};
    table.cell = { blocks: [], isHeader: isHeader || table.isInHead, attributes };
    if (table.rows.length === 0) table.rows.push([]);
    this.place.lists = [];
    this.flow.moveTo(table.cell.blocks, PARAGRAPH);
  }

  private closeCell(table: OpenTable): void {
    const { cell } = table;
    if (cell === null) return;
    this.flow.finish();
    table.cell = null;
    table.rows.at(-1)?.push({
      blocks: cell.blocks,
      isHeader: cell.isHeader,
      rowSpan: numberOf(cell.attributes.rowspan) ?? 1,
      columnSpan: numberOf(cell.attributes.colspan) ?? 1,
    });
    this.place.lists = table.outerLists;
    this.flow.moveTo(table.outerSink, table.outerContext);
  }

  private closeTable(table: OpenTable): void {
    this.closeCell(table);
    this.flow.finish();
    this.tables.pop();
    tableBlocks(table.rows, table.isBordered).forEach((block, index) =>
      table.outerSink.push(index === 0 ? { ...block, isTight: false } : block),
    );
    this.flow.moveTo(table.outerSink, table.outerContext);
    this.flow.break(2);
  }
}
