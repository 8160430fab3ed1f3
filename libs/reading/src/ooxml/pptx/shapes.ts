import type { BlockInput, CellInput } from '../../blocks.js';
import { altText } from '../alt-text.js';
import { drawnContent, isTextBox, type Related } from '../drawing/drawn-content.js';
import { drawingParagraphs, drawingText } from '../drawing/text-body.js';
import {
  alternatives,
  attr,
  childOf,
  childrenOf,
  descendantsOf,
  elementsOf,
  integer,
  isTrue,
  pathOf,
  type XmlNode,
} from '../xml-tree.js';
import { BulletCounter, type ListStyles } from './bullets.js';
import { type Design, inheritedShapes, type Placeholder, placeholderOf, rectOf, TITLES } from './design.js';
import { inReadingOrder, type SlideRect } from './reading-order.js';

/** A shape of a slide and what it says. */
export interface Shape {
  readonly rect: SlideRect | null;
  readonly placeholder: Placeholder | null;
  readonly blocks: readonly BlockInput[];
  /** Switched off in the list of shapes. */
  readonly isHidden: boolean;
}

export interface ShapeContext {
  readonly design: Design;
  readonly related: Related;
}

/** Elements of a tree of shapes that are no shapes. */
const NO_SHAPES = new Set(['nvGrpSpPr', 'grpSpPr', 'extLst']);

/** The shapes of a slide, layout or master, as they lie over each other. */
export const shapesOf = (root: XmlNode, context: ShapeContext): Shape[] =>
  shapesIn(pathOf(root, 'cSld', 'spTree'), context);

const shapesIn = (tree: XmlNode | undefined, context: ShapeContext): Shape[] =>
  elementsOf(tree)
    .flatMap(alternatives)
    .filter(({ name }) => !NO_SHAPES.has(name))
    .map((node) => readShape(node, context));

function readShape(node: XmlNode, context: ShapeContext): Shape {
  const placeholder = placeholderOf(node);
  const inherited = inheritedShapes(placeholder, context.design);
  return {
    placeholder,
    rect: rectOf([node, ...inherited]),
    blocks: shapeBlocks(node, { placeholder, inherited, context }),
    isHidden: isTrue(attr(identityOf(node), 'hidden')),
  };
}

/** Name and description of a shape. */
const identityOf = (node: XmlNode): XmlNode | undefined =>
  childOf(
    elementsOf(node).find(({ name }) => /^nv\w*Pr$/.test(name)),
    'cNvPr',
  );

interface Reading {
  readonly placeholder: Placeholder | null;
  readonly inherited: readonly XmlNode[];
  readonly context: ShapeContext;
}

function shapeBlocks(node: XmlNode, { placeholder, inherited, context }: Reading): BlockInput[] {
  if (node.name === 'grpSp') return inReadingOrder(shapesIn(node, context)).flatMap(({ blocks }) => blocks);
  const table = descendantsOf(node, 'tbl')[0];
  if (table !== undefined) return [tableBlock(table)];
  if (node.name !== 'sp')
    return drawnContent(node, context.related).filter((item): item is BlockInput => !isTextBox(item));
  const body = childOf(node, 'txBody');
  const styles = [node, ...inherited].flatMap((shape) => pathOf(shape, 'txBody', 'lstStyle') ?? []);
  const blocks = textBlocks(body, placeholder, [...styles, ...masterStyles(placeholder, context.design)]);
  const alt = blocks.length > 0 ? '' : altText(identityOf(node));
  return alt === '' ? blocks : [{ kind: 'paragraph', text: alt }];
}

/** The master's styles of titles, bodies and everything else (19.3.1.52 `txStyles`). */
function masterStyles(placeholder: Placeholder | null, { master }: Design): ListStyles {
  const kind = placeholder === null ? 'otherStyle' : TITLES.has(placeholder.type) ? 'titleStyle' : 'bodyStyle';
  const style = childOf(childOf(master?.root, 'txStyles'), kind);
  return style === undefined ? [] : [style];
}

const FURNITURE: Readonly<Record<string, 'header' | 'footer'>> = {
  hdr: 'header',
  ftr: 'footer',
  sldNum: 'footer',
  dt: 'footer',
};

function textBlocks(body: XmlNode | undefined, placeholder: Placeholder | null, styles: ListStyles): BlockInput[] {
  const type = placeholder?.type ?? '';
  const furniture = FURNITURE[type];
  if (furniture !== undefined || TITLES.has(type)) {
    const text = drawingText(body);
    if (text === '') return [];
    return [
      furniture === undefined
        ? { kind: 'heading', level: 1, text: text.replaceAll('\n', ' ') }
        : { kind: furniture, text },
    ];
  }
  const bullets = new BulletCounter(styles);
  const blocks: BlockInput[] = [];
  for (const { text, level, properties } of drawingParagraphs(body)) {
    if (text.trim() === '') continue;
    const marker = bullets.next(level, properties);
    const isTight = blocks.length > 0;
    if (marker === null) blocks.push({ kind: 'paragraph', text, isTight });
    else blocks.push({ kind: 'list-item', level: level + 1, text: `${marker} ${text.trimStart()}`, isTight });
  }
  return blocks;
}

/** A table of DrawingML (21.1.3.13); merged cells are there, marked as parts of the first one. */
function tableBlock(table: XmlNode): BlockInput {
  const hasHeader = isTrue(attr(childOf(table, 'tblPr'), 'firstRow'));
  return {
    kind: 'table',
    rows: childrenOf(table, 'tr').map((row, index) =>
      childrenOf(row, 'tc')
        .filter((cell) => !isTrue(attr(cell, 'hMerge')) && !isTrue(attr(cell, 'vMerge')))
        .map((cell) => tableCell(cell, hasHeader && index === 0)),
    ),
  };
}

function tableCell(cell: XmlNode, isHeader: boolean): CellInput {
  const columnSpan = integer(attr(cell, 'gridSpan')) ?? 1;
  const rowSpan = integer(attr(cell, 'rowSpan')) ?? 1;
  return {
    text: drawingText(childOf(cell, 'txBody')),
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(isHeader ? { isHeader } : {}),
  };
}
