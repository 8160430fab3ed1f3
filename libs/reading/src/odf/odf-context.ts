import type { BlockInput } from '../blocks.js';
import type { XmlNode } from '../ooxml/xml-tree.js';
import type { ListLevel } from './odf-list-levels.js';
import { OdfLists, type OpenList } from './odf-lists.js';
import type { OdfStyles } from './odf-styles.js';

/** A picture or file that the text refers to; `bytes` where it stands in the XML itself. */
export interface OdfReference {
  readonly kind: 'picture' | 'object';
  /** Path in the package; of files in the XML a name that tells them apart. */
  readonly path: string;
  readonly bytes?: Uint8Array;
}

/** Where blocks stand. */
export interface Surroundings {
  readonly list: OpenList | null;
  /** Marks of lists that name no style of their own: those of the shape around them. */
  readonly listLevels: readonly ListLevel[] | null;
}

const NOWHERE: Surroundings = { list: null, listLevels: null };

/** Reads elements that stand one after the other; paragraphs, tables and shapes have each other inside. */
export type BlocksOf = (nodes: readonly XmlNode[], context: OdfContext, around: Surroundings) => BlockInput[];

export interface OdfSource {
  readonly styles: OdfStyles;
  /** Documents inside the package by their folder: formulas, charts, tables. */
  readonly objects: ReadonlyMap<string, XmlNode>;
  /** True of spreadsheets, whose charts repeat what stands in the cells. */
  readonly isSpreadsheet: boolean;
  readonly blocksOf: BlocksOf;
  readonly copies: CopyBudget;
}

/** Cells of the whole document that only stand there because others are said to be repeated. */
export interface CopyBudget {
  left: number;
  /** True where some were left out. */
  isSpent: boolean;
}

/** Copies of one row or cell that are believed where they have text; tables claim whole sheets. */
const MAX_COPIES = 1000;
/** More than sheets have that people make. */
export const MAX_COPIED_CELLS = 200_000;

/** What is known while the text of a document is read, and what is found beside it. */
export class OdfContext {
  readonly lists: OdfLists;
  /** Footnotes, endnotes and comments, in the order of their marks. */
  notes: BlockInput[] = [];
  /** Text that nobody sees. */
  hidden: string[] = [];
  references = new Map<string, OdfReference>();
  /** Form controls by id, which shapes refer to: what they show. */
  controls = new Map<string, string>();

  constructor(
    private readonly source: OdfSource,
    /** Objects that this document is inside of. */
    readonly depth = 0,
  ) {
    this.lists = new OdfLists(source.styles);
  }

  get styles(): OdfStyles {
    return this.source.styles;
  }

  get isSpreadsheet(): boolean {
    return this.source.isSpreadsheet;
  }

  objectAt(path: string): XmlNode | undefined {
    return this.source.objects.get(path);
  }

  blocks(nodes: readonly XmlNode[], around: Surroundings = NOWHERE): BlockInput[] {
    return this.source.blocksOf(nodes, this, around);
  }

  /** The context of a document inside this one: its own styles, but what is found beside the text belongs to the outer one. */
  within(styles: OdfStyles, isSpreadsheet: boolean): OdfContext {
    const inner = new OdfContext({ ...this.source, styles, isSpreadsheet }, this.depth + 1);
    inner.notes = this.notes;
    inner.hidden = this.hidden;
    inner.references = this.references;
    inner.controls = this.controls;
    return inner;
  }

  /** How often something that is said to be there so many times is written; `size` are the cells in it. */
  copies(wanted: number, size = 1): number {
    const budget = this.source.copies;
    const copies = Math.max(1, Math.min(wanted, MAX_COPIES, 1 + Math.floor(budget.left / Math.max(1, size))));
    budget.left -= (copies - 1) * size;
    if (copies < wanted) budget.isSpent = true;
    return copies;
  }

  /** Takes the notes that have been found since: each page has its own. */
  takeNotes(): readonly BlockInput[] {
    return this.notes.splice(0);
  }

  /** Takes the text that nobody sees. */
  takeHidden(): readonly string[] {
    return this.hidden.splice(0);
  }

  hide(text: string): void {
    if (text.trim() !== '') this.hidden.push(text);
  }

  refer(reference: OdfReference): void {
    if (!this.references.has(reference.path)) this.references.set(reference.path, reference);
  }
}

/** The path of a part in the package, as links name it. */
export const packagePath = (href: string): string => href.replace(/^(?:\.\/|#)/, '').replace(/\/$/, '');
