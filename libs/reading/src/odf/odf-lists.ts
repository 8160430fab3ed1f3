import type { XmlNode } from '../ooxml/xml-tree.js';
import { labelOf, type ListLevel, wholeNumber } from './odf-list-levels.js';
import type { OdfStyles } from './odf-styles.js';

/** A list that is open while its items are read. */
export interface OpenList {
  readonly levels: readonly ListLevel[];
  /** From 1. */
  readonly depth: number;
  /** Numbers of the items by depth; shared by the lists inside it and those that continue it. */
  readonly counts: number[];
  readonly styleName: string;
}

/** Numbers of the lists of a document (OpenDocument 1.3, part 3, 5.3). */
export class OdfLists {
  private readonly byId = new Map<string, number[]>();
  private readonly byStyle = new Map<string, number[]>();
  private readonly headings: number[] = [];

  constructor(private readonly styles: OdfStyles) {}

  /** Begins a list; `fallback` are the levels where nothing names a style: those of a shape. */
  open({ attributes }: XmlNode, outer: OpenList | null, fallback: readonly ListLevel[] | null): OpenList {
    const styleName = attributes['text:style-name'] ?? outer?.styleName ?? '';
    const levels = this.styles.listStyle(styleName) ?? outer?.levels ?? fallback ?? [];
    if (outer !== null) return { levels, depth: outer.depth + 1, counts: outer.counts, styleName };
    const counts = this.continued(attributes, styleName) ?? [];
    this.byId.set(attributes['xml:id'] ?? attributes['text:id'] ?? '', counts);
    this.byStyle.set(styleName, counts);
    return { levels, depth: 1, counts, styleName };
  }

  /** Counts an item and answers its label. */
  next({ levels, depth, counts }: OpenList, item: XmlNode): string {
    const start = wholeNumber(item.attributes['text:start-value']);
    return count(counts, levels, depth, start);
  }

  /** The number of a heading; empty where headings have none. */
  heading(level: number, start: number | null): string {
    const { outline } = this.styles;
    return outline[level - 1] === undefined ? '' : count(this.headings, outline, level, start);
  }

  private continued(attributes: XmlNode['attributes'], styleName: string): number[] | undefined {
    const id = attributes['text:continue-list'];
    if (id !== undefined && id !== '') return this.byId.get(id);
    return attributes['text:continue-numbering'] === 'true' ? this.byStyle.get(styleName) : undefined;
  }
}

/** Counts one more at a depth. Depths above that were passed over count as begun; those below begin again. */
function count(counts: number[], levels: readonly ListLevel[], depth: number, start: number | null): string {
  for (let index = 0; index < depth - 1; index++) counts[index] ??= levels[index]?.start ?? 1;
  const before = counts[depth - 1];
  counts[depth - 1] = start ?? (before === undefined ? (levels[depth - 1]?.start ?? 1) : before + 1);
  counts.length = depth;
  return labelOf(levels, counts);
}
